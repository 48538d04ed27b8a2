import type { PartNode } from '../syntax/nodes.ts';
import { firstFrom, type TextRange } from '../text/range.ts';
import { endsWithStop, sentenceEnd } from './sentences.ts';

/** The longest sentence after a claim, in UTF-16 units. */
const LONGEST_SENTENCE = 10_000;

/** Sorted ranges, of which those from index `first` on belong to the block. */
export interface Skipped {
  readonly ranges: readonly TextRange[];
  readonly first: number;
}

/**
 * The sentence that a claim's span begins or is, with the citations and note calls directly after it; a div is its own.
 * `prose` is the prose of the block, `skipped` what is no part of a sentence: citations, notes, code.
 */
export function claimedSentence(
  text: string,
  { kind, range, contentRange }: PartNode,
  prose: readonly TextRange[],
  skipped: Skipped,
): TextRange {
  const around = kind === 'span' ? proseAround(prose, range.to) : null;
  if (!around) return range;
  const isWhole = endsWithStop(text, contentRange.from, contentRange.to);
  const limit = Math.min(around.to, range.to + LONGEST_SENTENCE);
  const after = skipped.ranges.slice(
    firstFrom(skipped.ranges, range.to, skipped.first),
    firstFrom(skipped.ranges, limit, skipped.first),
  );
  const end = isWhole ? range.to : sentenceEnd(text, range.to, limit, after);
  return { from: range.from, to: withFollowing(text, end, limit, after) };
}

/** The innermost prose around `at`, which is after its first character. */
function proseAround(prose: readonly TextRange[], at: number): TextRange | null {
  let best: TextRange | null = null;
  for (const range of prose)
    if (range.from < at && at <= range.to && (!best || range.to - range.from < best.to - best.from))
      best = range;
  return best;
}

/** The end of a sentence with bracketed citations and note calls directly after it. */
function withFollowing(text: string, end: number, limit: number, after: readonly TextRange[]): number {
  let at = end;
  for (const range of after) {
    if (range.from < at) continue;
    const between = text.slice(at, range.from);
    const opener = text.charAt(range.from);
    if (!/^[ \n]?$/.test(between) || (opener !== '[' && opener !== '^') || range.to > limit) break;
    at = range.to;
    if (/[.!?。]/.test(text.charAt(at)) && at < limit) at++;
  }
  return at;
}
