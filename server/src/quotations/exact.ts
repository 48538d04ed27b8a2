import type { TextRange } from '../text/range.ts';
import { isWordUnit } from './characters.ts';
import { isBoundary, jointsAgree } from './folded-text.ts';
import { denies } from './negation.ts';
import { wordCount } from './words.ts';
import type { FoldedText, GapKind, PreparedQuotation, QuotationPart } from './model.ts';

/** Key units that an ellipsis may stand for: about two pages. */
export const LONGEST_ELLIPSIS = 4000;
/** Key units, and words, that words in brackets may stand for: a phrase. */
const LONGEST_INTERPOLATION = 64;
export const MOST_WORDS_REPLACED = 7;
/** Letters that letters in brackets may stand for. */
const LONGEST_ENDING = 14;

/** Key units of a `[sic]` or a bracketed citation that is in the source itself. */
const LONGEST_BRACKET = 60;
const OWN_BRACKET = /^ ?(?:\[[^[\]]{0,58}\]|\([^()]{0,58}\)) ?$/;

/** The maximum number of collected occurrences of a quotation. */
export const MOST_OCCURRENCES = 100;
/** A search stops after this many occurrences of a short and frequent part. */
const MOST_TRIES = 20_000;

/** An occurrence of a quotation: a range of the source's key for each part. */
export type KeyRanges = readonly TextRange[];

/** The index of the longest part, which is searched for first; -1 when there is none. */
export function anchorPart({ parts }: PreparedQuotation): number {
  let best = -1;
  for (let i = 0; i < parts.length; i++)
    if (best < 0 || parts[i]!.folded.key.length > parts[best]!.folded.key.length) best = i;
  return best;
}

/** Every occurrence of all parts in their order, at most a hundred. */
export function exactOccurrences(source: FoldedText, quotation: PreparedQuotation): KeyRanges[] {
  const anchor = anchorPart(quotation);
  if (anchor < 0) return [];
  const found: KeyRanges[] = [];
  const word = quotation.parts[anchor]!.folded.key;
  let tries = MOST_TRIES;
  for (let at = source.key.indexOf(word); at >= 0 && tries-- > 0; at = source.key.indexOf(word, at + 1)) {
    const ranges = occurrenceAt(source, quotation, anchor, at);
    if (ranges) found.push(ranges);
    if (found.length === MOST_OCCURRENCES) break;
  }
  return found;
}

/** The occurrence with part `anchor` at `at`; null where the other parts do not fit around it. */
export function occurrenceAt(
  source: FoldedText,
  quotation: PreparedQuotation,
  anchor: number,
  at: number,
): KeyRanges | null {
  if (!standsAt(source, quotation, anchor, at)) return null;
  const here = { from: at, to: at + quotation.parts[anchor]!.folded.key.length };
  const behind = chain(source, quotation, anchor, here, 1);
  const ahead = behind && chain(source, quotation, anchor, here, -1);
  return behind && ahead ? [...ahead.reverse(), here, ...behind] : null;
}

/** The gap between part `index` and the next. */
function gapBehind({ parts, after }: PreparedQuotation, index: number): GapKind {
  return parts[index + 1]?.before ?? after;
}

function standsAt(source: FoldedText, quotation: PreparedQuotation, index: number, at: number): boolean {
  const part: QuotationPart = quotation.parts[index]!;
  const { key } = part.folded;
  if (at < 0 || !source.key.startsWith(key, at)) return false;
  if (part.before !== 'letters' && !isBoundary(source, at)) return false;
  if (gapBehind(quotation, index) !== 'letters' && !isBoundary(source, at + key.length)) return false;
  return jointsAgree(source, at, part.folded);
}

/**
 * The occurrences of the parts after (`step` 1) or before (-1) part `index`, which is at `here`. Backtracks
 * to another occurrence of a part when the next does not fit; occurrences that failed are memoised.
 */
function chain(
  source: FoldedText,
  quotation: PreparedQuotation,
  index: number,
  here: TextRange,
  step: 1 | -1,
): TextRange[] | null {
  const vain = new Set<number>();
  const count = quotation.parts.length;
  const extend = (from: number, place: TextRange): TextRange[] | null => {
    const next = from + step;
    if (next < 0 || next >= count) return [];
    for (const candidate of placesBeside(source, quotation, next, place, step)) {
      const mark = next * 0x4000_0000 + candidate.from;
      if (vain.has(mark)) continue;
      const rest = extend(next, candidate);
      if (rest) return [candidate, ...rest];
      vain.add(mark);
    }
    return null;
  };
  return extend(index, here);
}

function* placesBeside(
  source: FoldedText,
  quotation: PreparedQuotation,
  index: number,
  place: TextRange,
  step: 1 | -1,
): Generator<TextRange> {
  const { key } = quotation.parts[index]!.folded;
  const gap = step === 1 ? quotation.parts[index]!.before : gapBehind(quotation, index);
  const room = widest(gap);
  if (step === 1) {
    const window = source.key.slice(place.to, place.to + room + key.length);
    for (let at = window.indexOf(key); at >= 0; at = window.indexOf(key, at + 1))
      if (fits(gap, window.slice(0, at), source) && standsAt(source, quotation, index, place.to + at))
        yield { from: place.to + at, to: place.to + at + key.length };
  } else {
    const start = Math.max(0, place.from - room - key.length);
    const window = source.key.slice(start, place.from);
    for (let at = window.lastIndexOf(key); at >= 0; at = at === 0 ? -1 : window.lastIndexOf(key, at - 1))
      if (fits(gap, window.slice(at + key.length), source) && standsAt(source, quotation, index, start + at))
        yield { from: start + at, to: start + at + key.length };
  }
}

/** The largest number of key units that a gap may stand for. */
export function widest(gap: GapKind): number {
  if (gap === 'ellipsis') return LONGEST_ELLIPSIS;
  if (gap === 'interpolation' || gap === 'denial') return LONGEST_INTERPOLATION;
  return gap === 'letters' ? LONGEST_ENDING : LONGEST_BRACKET;
}

function fits(gap: GapKind, between: string, { language }: FoldedText): boolean {
  if (between.includes('\n')) return false;
  switch (gap) {
    case 'none':
      return between === '' || between === ' ' || between === ' / ' || OWN_BRACKET.test(between);
    case 'ellipsis':
      return true;
    case 'interpolation':
    case 'denial':
      if (wordCount(between) > MOST_WORDS_REPLACED) return false;
      return gap === 'denial' || !denies(between, language ?? null);
    case 'letters': {
      const letters = between.trim();
      for (let i = 0; i < letters.length; i++) if (!isWordUnit(letters.charCodeAt(i))) return false;
      return between.length - letters.length <= 1;
    }
  }
}
