import type { ClaimRecord } from '../reasoning/model.ts';

/** The claims without duplicates and without `besides`, in the order of their first occurrence. */
export function distinctClaims(claims: readonly ClaimRecord[], besides?: ClaimRecord): ClaimRecord[] {
  const seen = new Set<string>(besides ? [placeOf(besides)] : []);
  return claims.filter((claim) => {
    const place = placeOf(claim);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function placeOf({ path, range }: ClaimRecord): string {
  return `${range.from} ${path}`;
}
