import type { ClaimRecord } from '../reasoning/model.ts';
import type { TextRange } from '../text/range.ts';
import type { FeatureRequest } from './request.ts';

/** What is said above a claim: who bears it, who stands against it, whether that is settled. */
export interface ClaimLens {
  /** Where the claim begins. */
  readonly range: TextRange;
  readonly title: string;
  /** The claims that it speaks of, in the order of files and text. */
  readonly claims: readonly ClaimRecord[];
}

/** A lens above every claim of the document that others bear on. */
export function claimLenses({ view, reasoning }: Pick<FeatureRequest, 'view' | 'reasoning'>): ClaimLens[] {
  return reasoning.claimsIn(view.path).flatMap((claim) => lensOf(claim, { reasoning }) ?? []);
}

function lensOf(claim: ClaimRecord, { reasoning }: Pick<FeatureRequest, 'reasoning'>): ClaimLens | null {
  const support = distinct(reasoning.supportersOf(claim), claim);
  const conflicts = reasoning.conflictsOf(claim);
  const sides = (settled: boolean) =>
    distinct(
      conflicts.filter(({ settlement }) => (settlement !== null) === settled).flatMap(({ a, b }) => [a, b]),
      claim,
    );
  const [against, answered] = [sides(false), sides(true)];
  const rest = answered.filter((each) => !against.some((other) => isSame(each, other)));
  const parts = [
    support.length > 0 ? `${support.length} support` : null,
    against.length > 0 ? `${against.length} ${against.length === 1 ? 'contradicts' : 'contradict'}` : null,
    against.length > 0 ? 'not settled' : null,
    rest.length > 0 ? `${rest.length} settled` : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return { range: claim.headRange, title: parts.join(' · '), claims: [...support, ...against, ...rest] };
}

function distinct(claims: readonly ClaimRecord[], besides: ClaimRecord): ClaimRecord[] {
  return claims.filter(
    (claim, i) => !isSame(claim, besides) && claims.findIndex((other) => isSame(claim, other)) === i,
  );
}

function isSame(a: ClaimRecord, b: ClaimRecord): boolean {
  return a.path === b.path && a.range.from === b.range.from;
}
