import type { ClaimRecord } from '../../reasoning/model.ts';
import type { FeatureRequest } from '../request.ts';

/** How many claims are followed to detect a cycle of support. */
const FARTHEST = 500;

/**
 * A predicate for claims that the attribute `key` at the cursor may name: not the claim itself, none that would close
 * a cycle of support, and none that it both contradicts and supports.
 */
export function fittingClaims(
  { view, offset, reasoning }: Pick<FeatureRequest, 'view' | 'offset' | 'reasoning'>,
  key: string,
): (claim: ClaimRecord) => boolean {
  const head = view.facts.claims.find(
    ({ attributes: { range } }) => range.from <= offset && offset <= range.to,
  );
  const own = head && reasoning.claimsIn(view.path).find(({ range }) => range.from === head.range.from);
  if (!own) return () => true;
  const barred = new Set([keyOf(own)]);
  const bar = (claims: Iterable<ClaimRecord>) => {
    for (const claim of claims) barred.add(keyOf(claim));
  };
  if (key === 'supports') bar(reached(own, (claim) => reasoning.supportersOf(claim)));
  if (key === 'evidence') bar(reached(own, (claim) => reasoning.leanersOf(claim)));
  if (key === 'contradicts') bar([...reasoning.supportersOf(own), ...reasoning.leanersOf(own)]);
  if (key === 'supports' || key === 'evidence' || key === 'implies')
    bar([...reasoning.contradictorsOf(own), ...reasoning.targetsOf(own, 'contradicts')]);
  if (key === 'prefers') {
    const settled = new Set(reasoning.targetsOf(own, 'resolves').map(keyOf));
    return (claim) => settled.has(keyOf(claim)) && !barred.has(keyOf(claim));
  }
  return (claim) => !barred.has(keyOf(claim));
}

function reached(from: ClaimRecord, next: (claim: ClaimRecord) => readonly ClaimRecord[]): ClaimRecord[] {
  const seen = new Map([[keyOf(from), from]]);
  for (const claim of seen.values()) {
    if (seen.size > FARTHEST) break;
    for (const other of next(claim)) if (!seen.has(keyOf(other))) seen.set(keyOf(other), other);
  }
  return [...seen.values()];
}

function keyOf({ path, range }: ClaimRecord): string {
  return `${path}#${range.from}`;
}
