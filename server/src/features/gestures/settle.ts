import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import { toldConflicts } from '../../reasoning/conflict-tally.ts';
import { overlaps, touches } from '../../text/range.ts';
import type { ActionRequest } from '../actions/action.ts';
import { settlingEdits } from '../actions/settle-conflict.ts';
import { refused, type Outcome } from './outcome.ts';

/**
 * Settles a conflict: writes the claim that decides it behind the block at the cursor, for the person to word.
 * `chosen` is what `conflictKey` says of it.
 */
export function settle(request: ActionRequest, chosen: string): Outcome {
  const [first = ''] = chosen.split('\n');
  const conflict = request.reasoning
    .conflictsOf(first)
    .find((each) => each.settlement === null && !isOneClaim(each) && conflictKey(each) === chosen);
  if (!conflict) return refused('The conflict does not stand any more.');
  const edits = settlingEdits(conflict, request);
  if (!edits)
    return refused('One of the two claims has no name of its own to be addressed by: give it one first.');
  return { status: 'done', edits: edits() };
}

/** What tells a conflict from others: the addresses of its two sides. */
export function conflictKey({ a, b }: Conflict): string {
  return `${a.address}\n${b.address}`;
}

/**
 * The conflicts between two claims, one of them in the file at `path`, that nothing has settled; of a claim that
 * contradicts many the first.
 */
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

/** Whether a conflict is one of a claim at the cursor. */
export function isAtCursor({ a, b }: Conflict, { view, selection }: ActionRequest): boolean {
  const here = ({ path, range }: ClaimRecord) =>
    path === view.path && (overlaps(range, selection) || touches(range, selection.from));
  return here(a) || here(b);
}
