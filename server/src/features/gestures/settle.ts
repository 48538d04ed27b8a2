import { overlaps, touches } from '../../text/range.ts';
import type { Action, ActionRequest } from '../actions/action.ts';
import { settleConflict } from '../actions/settle-conflict.ts';
import { refused, type Outcome } from './model.ts';

/** Settles a conflict of the claims at the cursor: writes the claim that decides it, for the person to word. */
export function settle(request: ActionRequest, conflict: string): Outcome {
  const all = settlements(request);
  const chosen = all.find(({ title }) => title === conflict) ?? (all.length === 1 ? all[0] : undefined);
  if (!chosen)
    return refused(
      'Put the cursor into a claim of which the Problems panel says that another contradicts it.',
    );
  return { status: 'done', edits: chosen.edits() };
}

/** What can be settled at the cursor, one action for each conflict. */
export function settlements(request: ActionRequest): Action[] {
  const { view, selection } = request;
  const claims = view.facts.claims.filter(
    ({ range }) => overlaps(range, selection) || touches(range, selection.from),
  );
  const actions = request
    .findings()
    .filter(({ range }) => claims.some((claim) => claim.range.from === range.from))
    .filter(({ code }) => CONFLICTS.has(code))
    .flatMap((finding) => settleConflict(finding, request));
  return actions.filter(({ title }, i) => actions.findIndex((each) => each.title === title) === i);
}

const CONFLICTS: ReadonlySet<string> = new Set([
  'claim-contradiction',
  'claim-self-contradiction',
  'claim-commitment',
]);
