import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import { overlaps, touches } from '../../text/range.ts';
import type { ActionRequest } from '../actions/action.ts';
import { settlingEdits } from '../actions/settle-conflict.ts';
import { refused, type Outcome } from './model.ts';

/**
 * Settles a conflict: writes the claim that decides it behind the block at the cursor, for the person to word.
 * `chosen` is what `conflictKey` says of it.
 */
export function settle(request: ActionRequest, chosen: string): Outcome {
  const path = chosen.slice(0, Math.max(0, chosen.indexOf('#')));
  const conflict = standingIn(path, request).find((each) => conflictKey(each) === chosen);
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

/** The conflicts between two claims, one of them in the file at `path`, that nothing has settled. */
export function standingIn(path: string, { reasoning }: ActionRequest): Conflict[] {
  return reasoning
    .conflictsIn(path)
    .filter(
      ({ settlement, a, b }) => settlement === null && !(a.path === b.path && a.range.from === b.range.from),
    );
}

/** Whether a conflict is one of a claim at the cursor. */
export function isAtCursor({ a, b }: Conflict, { view, selection }: ActionRequest): boolean {
  const here = ({ path, range }: ClaimRecord) =>
    path === view.path && (overlaps(range, selection) || touches(range, selection.from));
  return here(a) || here(b);
}
