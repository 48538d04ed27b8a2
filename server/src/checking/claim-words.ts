import type { Claim } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';

/** Where a finding on a claim is drawn: its words with their brackets; for a div the opening line. */
export function claimHead(claim: Pick<Claim, 'kind' | 'range' | 'attributes'>): TextRange {
  return claim.kind === 'span'
    ? { from: claim.range.from, to: claim.attributes.range.from }
    : { from: claim.range.from, to: claim.attributes.range.to };
}
