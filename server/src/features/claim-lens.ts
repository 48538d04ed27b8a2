import type { ClaimRecord } from '../reasoning/model.ts';
import type { TextRange } from '../text/range.ts';
import { distinctClaims } from './distinct-claims.ts';
import type { FeatureRequest } from './request.ts';

/** What is said above a claim: who bears it, who stands against it, whether that is settled. */
export interface ClaimLens {
  /** Where the claim begins. */
  readonly range: TextRange;
  readonly title: string;
  /** The claims that it speaks of, in the order of files and text. */
  readonly claims: readonly ClaimRecord[];
}

/** So many of those that contradict a claim are led to; of more the number is told. */
const MOST = 30;

/** A lens above every claim of the document that others bear on. */
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
