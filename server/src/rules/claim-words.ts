import type { Claim } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';

/** Where a finding on a claim is drawn: its words with their brackets; of a div the opening line. */
export function claimHead(claim: Pick<Claim, 'kind' | 'range' | 'attributes'>): TextRange {
  return claim.kind === 'span'
    ? { from: claim.range.from, to: claim.attributes.range.from }
    : { from: claim.range.from, to: claim.attributes.range.to };
}

const LONGEST = 90;

/** The words of a claim, cut at a word to what fits into a message. */
export function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  const cut = words.lastIndexOf(' ', LONGEST);
  return `${words.slice(0, cut > LONGEST / 2 ? cut : LONGEST).trimEnd()}…`;
}
