/** Words that an ellipsis drops and whose omission changes the meaning. */
import type { TextRange } from '../text/range.ts';
import { deniesAtAll, deniesOrLimits, turns } from './negation.ts';
import type { PreparedQuotation, PreparedSource } from './model.ts';

/** How many omitted words are examined at either end; those farther in belong to other clauses. */
const NEAR = 4;
const LONGEST = 400;
const SENTENCE_END = /[.!?…]["'”’»)\]]*\s+["'“‘«([]*\p{Lu}|[。！？]|\n[ \t]*\n/u;
const LONGEST_BEFORE = 160;
const HAN = /\p{Script=Han}/u;
const NOT_WORDS =
  /\[\^[^\]]*\]|(?<=\])\([^()\s]*\)|<!--(?:(?!-->)[^]){0,300}-->|<sup\b[^<>]*>[^<>]{0,20}<\/sup>|<[^>]*>|\\\p{L}+\{[^{}]*\}|\{[^{}]*\}|[*_[\]\\]|[¹²³⁰⁴-⁹]+/gu;
const BLANK = /&(?:nbsp|#160|#xa0|ensp|emsp|thinsp);|\s+/gi;

/**
 * Omitted words that negate or limit, between two pieces of one sentence, if every one of `occurrences` has
 * them; else null.
 */
export function telling(
  { text, folded }: PreparedSource,
  { parts }: PreparedQuotation,
  occurrences: readonly (readonly TextRange[])[],
): string | null {
  if (!parts.some(({ before }, i) => i > 0 && before === 'ellipsis')) return null;
  let first: string | null = null;
  for (const ranges of occurrences) {
    const words = omittedAt(text, folded.language ?? null, parts, ranges);
    if (words === null) return null;
    first ??= words;
  }
  return first;
}

function lastSentence(words: string): string {
  return words.slice(words.search(/[^.!?;。！？]*$/));
}

/** The first and last `count` words; of a text without blanks, characters. */
function endsOf(words: string, count: number): string {
  const isHan = HAN.test(words);
  const list = isHan
    ? [...words.replace(/[\p{P}\s]/gu, '')]
    : words.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
  const each = isHan ? 2 * count : count;
  if (list.length <= 2 * each) return words;
  const between = isHan ? '' : ' ';
  return [list.slice(0, each), list.slice(-each)].map((end) => end.join(between)).join(' ');
}

function omittedAt(
  text: string,
  language: string | null,
  parts: PreparedQuotation['parts'],
  ranges: readonly TextRange[],
): string | null {
  for (let i = 1; i < ranges.length; i++) {
    if (parts[i]?.before !== 'ellipsis') continue;
    const from = ranges[i - 1]!.to;
    const { from: to } = ranges[i]!;
    if (to - from > LONGEST || SENTENCE_END.test(text.slice(from, to + 1))) continue;
    const words = text
      .slice(from, to)
      .replace(NOT_WORDS, '')
      .replace(BLANK, ' ')
      .replace(/ {2,}/g, ' ')
      .trim();
    const near = endsOf(words, NEAR);
    if (deniesOrLimits(near, language)) return words;
    // A “but” beside a piece was dropped between the two.
    if (turns(endsOf(words, 1), language)) return words;
    // “not this but that”: without its other half the negation stands alone; a whole clause after a “but”
    // limits.
    const before = text.slice(Math.max(0, from - LONGEST_BEFORE), from);
    const isWhole = /[,;:—–)]\s*$/.test(text.slice(from, to)) || /^\s*[.,;:—–)]/.test(text.slice(to, to + 2));
    if (turns(near, language) && (isWhole || deniesAtAll(lastSentence(before), language))) return words;
  }
  return null;
}
