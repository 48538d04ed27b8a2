import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import { toldConflicts } from '../../reasoning/conflict-tally.ts';
import { shortened } from '../../text/shortened.ts';
import type { Finding } from '../../checking/rule.ts';
import { conflictKey } from '../conflict-key.ts';
import { actionKinds, type Action, type ActionRequest, type FindingActions } from './action.ts';
import { openingEdits } from './verdict-edits.ts';
import { isSame } from '../../reasoning/is-same.ts';
import { say } from '../../words/say.ts';

/**
 * Asks which side of a conflict is upheld, and why. If the client cannot ask, an open adjudication is inserted after
 * the block at the cursor, which settles nothing until the user words it.
 */
export const settleConflict: FindingActions = (finding, request) => {
  const { view, reasoning } = request;
  return reasoning
    .claimsIn(view.path)
    .filter((claim) => isAt(claim, finding, view.path))
    .flatMap((claim) => {
      const tally = reasoning.conflictTally(claim);
      return toldConflicts(tally)
        .filter(({ a, b }) => !isSame(a, b) && names(finding, isSame(a, claim) ? b : a))
        .flatMap((conflict) => settlement(conflict, tally.unsettled > 1, finding, request));
    });
};

function settlement(
  conflict: Conflict,
  oneOfMany: boolean,
  finding: Finding,
  request: ActionRequest,
): Action[] {
  const { a, b } = conflict;
  const edits = openingEdits(conflict, request);
  if (!edits) return [];
  const other = isAt(a, finding, request.view.path) ? b : a;
  return [
    {
      title: oneOfMany
        ? say('Settle the conflict with “{other}”…', { other: shortened(other.text) })
        : say('Settle this conflict…'),
      kind: actionKinds.fix,
      concerns: [finding],
      isPreferred: !oneOfMany,
      asks: 'settle',
      askedOf: conflictKey(conflict),
      edits,
    },
  ];
}

function isAt({ path, headRange }: ClaimRecord, finding: Finding, here: string): boolean {
  return path === here && headRange.from === finding.range.from;
}

/** Whether a finding has a claim as related information. */
function names({ related = [] }: Finding, { path, headRange }: ClaimRecord): boolean {
  return related.some((place) => place.path === path && place.range.from === headRange.from);
}
