import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import { toldConflicts } from '../../reasoning/conflict-tally.ts';
import { hasOwnWords } from '../../reasoning/verdict.ts';
import { overlaps, touches } from '../../text/range.ts';
import type { ActionRequest } from '../actions/action.ts';
import { decidingEdits, openingEdits } from '../actions/verdict-edits.ts';
import type { Gesture } from '../../protocol/gestures.ts';
import { conflictKey } from '../conflict-key.ts';
import { refused, type Outcome } from './outcome.ts';
import { say } from '../../words/say.ts';

/**
 * Settles a conflict with a reason, or inserts an open adjudication without one. The conflict is given by its
 * `conflictKey`.
 */
export function settle(
  request: ActionRequest,
  { conflict: chosen, upheld, reason }: Extract<Gesture, { readonly kind: 'settle' }>,
): Outcome {
  const [first = '', second = ''] = chosen.split('\n');
  const conflict = request.reasoning
    .conflictsOf(first)
    .find((each) => each.settlement === null && !isOneClaim(each) && conflictKey(each) === chosen);
  if (!conflict) return refused(say('The conflict does not stand any more.'));
  const open = openingEdits(conflict, request);
  if (!open)
    return refused(
      say('One of the two claims has no name of its own to be addressed by: give it one first.'),
    );
  if (reason === undefined) return { status: 'done', edits: open() };
  if (!hasOwnWords({ text: reason }))
    return refused(say('A verdict needs its reason in words: until it has one, the conflict stands.'));
  const side = upheld === first ? 'a' : upheld === second ? 'b' : null;
  const edits = decidingEdits(conflict, { upheld: side, reason }, request);
  return edits
    ? { status: 'done', edits }
    : refused(say('The reason cannot stand in a claim as it is: leave out brackets and braces.'));
}

/** The unsettled conflicts of claims in the file at `path`; for a claim with many, the first. */
export function standingIn(path: string, { reasoning }: ActionRequest): Conflict[] {
  const standing = new Map<string, Conflict>();
  for (const { tally } of reasoning.conflictTallies(path))
    for (const conflict of toldConflicts(tally)) {
      const { kind, a, b } = conflict;
      if (!isOneClaim(conflict))
        standing.set(`${kind} ${a.path} ${a.range.from} ${b.path} ${b.range.from}`, conflict);
    }
  return [...standing.values()];
}

function isOneClaim({ a, b }: Conflict): boolean {
  return a.path === b.path && a.range.from === b.range.from;
}

/** Whether a conflict involves a claim at the cursor. */
export function isAtCursor({ a, b }: Conflict, { view, selection }: ActionRequest): boolean {
  const here = ({ path, range }: ClaimRecord) =>
    path === view.path && (overlaps(range, selection) || touches(range, selection.from));
  return here(a) || here(b);
}
