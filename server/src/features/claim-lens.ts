import type { ClaimRecord } from '../reasoning/model.ts';
import type { TextRange } from '../text/range.ts';
import { distinctClaims } from './distinct-claims.ts';
import type { FeatureRequest } from './request.ts';

/** A code lens above a claim: supporting and contradicting claims, and settlement. */
export interface ClaimLens {
  /** The start of the claim. */
  readonly range: TextRange;
  readonly title: string;
  /** The claims that it mentions, in the order of files and text. */
  readonly claims: readonly ClaimRecord[];
}

/** The maximum number of linked contradicting claims; the rest are counted. */
const MOST = 30;

/** The lenses for all claims of the document that others support or contradict. */
export function claimLenses({ view, reasoning }: Pick<FeatureRequest, 'view' | 'reasoning'>): ClaimLens[] {
  return reasoning.claimsIn(view.path).flatMap((claim) => lensOf(claim, { reasoning }) ?? []);
}

function lensOf(claim: ClaimRecord, { reasoning }: Pick<FeatureRequest, 'reasoning'>): ClaimLens | null {
  const support = distinctClaims(reasoning.supportersOf(claim), claim);
  const tally = reasoning.conflictTally(claim);
  const conflicts = reasoning.conflictsOf(claim, MOST);
  const sides = (settled: boolean) =>
    distinctClaims(
      conflicts.filter(({ settlement }) => (settlement !== null) === settled).flatMap(({ a, b }) => [a, b]),
      claim,
    );
  const [against, answered] = [sides(false), sides(true)];
  const rest = distinctClaims([...against, ...answered], claim).slice(against.length);
  const areAll = tally.unsettled + tally.settled <= MOST;
  const [many, atRest] = areAll ? [against.length, rest.length] : [tally.unsettled, tally.settled];
  const parts = [
    counted(support.length, 'supports it', 'support it'),
    counted(many, 'contradicts it', 'contradict it'),
    many > 0 ? (tally.pending < tally.unsettled ? 'not settled' : 'being settled') : null,
    atRest === 0 ? null : atRest === 1 ? '1 conflict settled' : `${atRest} conflicts settled`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return {
    range: claim.headRange,
    title: parts.join(' · '),
    claims: [...support, ...against, ...rest],
  };
}

function counted(claims: number, one: string, several: string): string | null {
  return claims === 0 ? null : claims === 1 ? `1 claim ${one}` : `${claims} claims ${several}`;
}
