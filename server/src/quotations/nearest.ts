import search from 'approx-string-match';
import type { TextRange } from '../text/range.ts';
import { isWordUnit } from './characters.ts';
import { describeDifference } from './difference.ts';
import { LONGEST_ELLIPSIS } from './exact.ts';
import { isBoundary, readable, sourceRange } from './folded-text.ts';
import { GramTable } from './grams.ts';
import { oneWordOff } from './one-word-off.ts';
import { sharedStretch } from './shared-stretch.ts';
import { silentOmission } from './silent-omission.ts';
import { swappedWords } from './swapped-words.ts';
import type { FoldedText, NearestPassage, PreparedQuotation, PreparedSource } from './model.ts';
import { SPACELESS } from './words.ts';
import { say } from '../words/say.ts';

/** A place in a key where a pattern may be, with the number of shared grams. */
export interface Candidate {
  readonly at: number;
  readonly hits: number;
}

/** Length of a gram in key units: short enough to survive changes, long enough to be rare. */
export const GRAM = 6;
/** How many candidates are compared by edit distance. */
const MOST_CANDIDATES = 6;
/** Patterns up to this length are compared with the whole text, which is faster than grams. */
const SHORT = 24;
/** How many parts of a quotation, longest first, are tried as anchors. */
const MOST_ANCHORS = 3;
/** The share of characters that may differ in a part next to a part that was found. */
const ERRORS_BESIDE = 0.45;
/** Diagonals are counted in bands of 2⁶. */
const BAND = 6;
/** The compared length of a long part, in units, which suffices to locate it. */
const LONGEST_PATTERN = 3000;

/** As many letters a character of a script without spaces is worth. */
const LETTERS_A_CHARACTER = 3;

/** The number of characters that may differ in a passage that still counts as the one that a pattern means. */
export function mostErrorsIn(pattern: string): number {
  const wide = pattern.match(SPACELESS)?.length ?? 0;
  const letters = pattern.length + wide * (LETTERS_A_CHARACTER - 1);
  return Math.floor(pattern.length * (letters < 12 ? 0.2 : letters < 24 ? 0.3 : 0.4));
}

/** Counts, per band of diagonals, the grams that a pattern and a text share (seed and extend). */
export class BandCounts {
  private readonly counts = new Map<number, number>();

  add(offset: number, at: number, length: number): void {
    const band = (at - offset + length) >> BAND;
    this.counts.set(band, (this.counts.get(band) ?? 0) + 1);
  }

  /** The best candidates for a pattern of `length` units with at least `least` shared grams, best first. */
  best(length: number, most: number, least: number): Candidate[] {
    const candidates: Candidate[] = [];
    for (const [band, count] of this.counts) {
      const hits = count + (this.counts.get(band + 1) ?? 0);
      if (hits >= least) candidates.push({ at: (band << BAND) - length, hits });
    }
    candidates.sort((a, b) => b.hits - a.hits || a.at - b.at);
    return candidates.slice(0, most);
  }
}

/** Where a pattern fits a key best, and its edit distance; null when nowhere well enough. */
export interface Fit extends TextRange {
  readonly errors: number;
}

/** The best fit of `pattern` in `key` from `from` to `to`, by Myers' bit-vector algorithm (1999). */
export function bestFit(key: string, pattern: string, from: number, to: number, most: number): Fit | null {
  const window = key.slice(Math.max(0, from), to);
  let best: Fit | null = null;
  for (const { start, end, errors } of search(window, pattern, most))
    if (!best || errors < best.errors)
      best = { from: Math.max(0, from) + start, to: Math.max(0, from) + end, errors };
  return best;
}

/** The fit of `pattern` around a candidate. */
export function fitAt(key: string, pattern: string, { at }: Candidate, most: number): Fit | null {
  const slack = most + (2 << BAND);
  return bestFit(key, pattern, at - slack, at + pattern.length + slack, most);
}

/** The best fit of `pattern` anywhere in `key`. */
function fitAnywhere(key: string, pattern: string): Fit | null {
  const most = mostErrorsIn(pattern);
  if (pattern.length <= SHORT) return bestFit(key, pattern, 0, key.length, most);
  const counts = new BandCounts();
  new GramTable([pattern], GRAM, 1).scan(key, (_, offset, at) => counts.add(offset, at, pattern.length));
  let best: Fit | null = null;
  for (const candidate of counts.best(pattern.length, MOST_CANDIDATES, Math.max(2, pattern.length / 40))) {
    const fit = fitAt(key, pattern, candidate, best ? best.errors : most);
    if (fit && (!best || fit.errors < best.errors)) best = fit;
  }
  return best;
}

/**
 * The passage most similar to a quotation: its longest part is searched in the whole source, the others
 * around it. Null when none of the three longest parts is found.
 */
export function nearestPassage(source: PreparedSource, quotation: PreparedQuotation): NearestPassage | null {
  const longest = quotation.parts
    .map(({ folded }, index) => ({ index, pattern: folded.key.slice(0, LONGEST_PATTERN) }))
    .sort((a, b) => b.pattern.length - a.pattern.length)
    .slice(0, MOST_ANCHORS);
  for (const { index, pattern } of longest) {
    const fit = fitAnywhere(source.folded.key, pattern);
    if (!fit) continue;
    const near = passageAround(source, quotation, index, fit);
    if (quotation.parts.length > 1) return near;
    if (near.similarity >= ALIKE) return { ...near, others: asNear(source, pattern, fit) };
    const changed = changedInWords(source, quotation);
    return changed ?? (near.similarity < UNLIKE ? byStretch(source, quotation, index) : null) ?? near;
  }
  const changed = quotation.parts.length === 1 ? changedInWords(source, quotation) : null;
  return changed ?? byStretch(source, quotation, longest[0]!.index);
}

/** A passage that shares a long run of words, though little else may agree. */
function byStretch(
  source: PreparedSource,
  quotation: PreparedQuotation,
  index: number,
): NearestPassage | null {
  const { key } = quotation.parts[index]!.folded;
  const shared = sharedStretch(source.folded, key.slice(0, LONGEST_PATTERN));
  if (!shared) return null;
  const from = Math.max(0, shared.from - shared.before - SLACK);
  const to = shared.to + shared.behind + SLACK;
  // Words decide how far the shared run goes, edit distance by character what belongs to it on either side.
  const fit = bestFit(source.folded.key, key, from, to, key.length);
  return passageAround(source, quotation, index, {
    from: Math.min(fit?.from ?? shared.from, shared.from),
    to: Math.max(fit?.to ?? shared.to, shared.to),
    errors: fit?.errors ?? key.length - (shared.to - shared.from),
  });
}

/** How much longer than the quotation a passage may be that shares a run with it. */
const SLACK = 80;

/** A passage with the words of the quotation, in which too few characters agree for edit distance to find it. */
function changedInWords(source: PreparedSource, quotation: PreparedQuotation): NearestPassage | null {
  return butOneWord(source, quotation) ?? swapped(source, quotation) ?? withoutMiddle(source, quotation);
}

/** All of its words side by side, in another order. */
function swapped(source: PreparedSource, quotation: PreparedQuotation): NearestPassage | null {
  const { key } = quotation.parts[0]!.folded;
  const range = swappedWords(source.folded, key);
  if (!range) return null;
  // The words are those of the range, no more and no fewer: what differs at its ends is their order.
  const compared = Math.max(key.length, range.to - range.from);
  const near = described(source, quotation, range, errorsAt(source, key, range) / compared);
  const summary = say('The source has these words in another order: “{words}”.', { words: near.text });
  return { ...near, differences: { ...near.differences, summary }, disorder: 'words' };
}

/** For a few words edit distance says little; all words but one are evidence enough. */
function butOneWord(source: PreparedSource, quotation: PreparedQuotation): NearestPassage | null {
  const { key } = quotation.parts[0]!.folded;
  const range = oneWordOff(source.folded, key);
  return range && passageAround(source, quotation, 0, { ...range, errors: errorsAt(source, key, range) });
}

/** All words in order with others in between: their edit distance is larger than that of other, wrong passages. */
function withoutMiddle(source: PreparedSource, quotation: PreparedQuotation): NearestPassage | null {
  const { key } = quotation.parts[0]!.folded;
  const range = silentOmission(source.folded, key);
  return (
    range && passageAround(source, quotation, 0, { ...range, errors: range.to - range.from - key.length })
  );
}

/** Other passages that fit a pattern as well as `best`. */
function asNear({ text, folded }: PreparedSource, pattern: string, best: Fit): TextRange[] {
  const { key } = folded;
  const blank = '\n'.repeat(best.to - best.from);
  const other = fitAnywhere(key.slice(0, best.from) + blank + key.slice(best.to), pattern);
  if (!other || other.errors > best.errors) return [];
  const { from, to } = toWords(key, other.from, other.to);
  return from < to ? [sourceRange(text, folded, from, to)] : [];
}

/** From this similarity on no further search is needed. */
const ALIKE = 0.85;
/** Below this similarity a passage is like any other. */
const UNLIKE = 0.75;

function errorsAt({ folded }: PreparedSource, pattern: string, { from, to }: TextRange): number {
  return bestFit(folded.key, pattern, from, to, pattern.length)?.errors ?? pattern.length;
}

/** The nearest passage, given where the part `anchor` fits. */
export function passageAround(
  source: PreparedSource,
  quotation: PreparedQuotation,
  anchor: number,
  fit: Fit,
): NearestPassage {
  const { key } = source.folded;
  let { from, to, errors } = fit;
  let length = quotation.parts[anchor]!.folded.key.length;
  const missed = (pattern: string): void => {
    errors += pattern.length;
  };
  for (let i = anchor + 1; i < quotation.parts.length; i++) {
    const pattern = quotation.parts[i]!.folded.key;
    length += pattern.length;
    const found = bestFit(key, pattern, to, to + LONGEST_ELLIPSIS + pattern.length, errorsBeside(pattern));
    if (!found) missed(pattern);
    else [to, errors] = [found.to, errors + found.errors];
  }
  for (let i = anchor - 1; i >= 0; i--) {
    const pattern = quotation.parts[i]!.folded.key;
    length += pattern.length;
    const start = from - LONGEST_ELLIPSIS - pattern.length;
    const found = bestFit(key, pattern, start, from, errorsBeside(pattern));
    if (!found) missed(pattern);
    else [from, errors] = [found.from, errors + found.errors];
  }
  const whole = toWords(key, from, to);
  const settled = withLostWords(source, quotation, whole);
  // Without an ellipsis, extra words of the passage count too.
  const compared = quotation.parts.length === 1 ? Math.max(length, whole.to - whole.from) : length;
  return described(source, quotation, settled, Math.max(errors, 1) / compared);
}

/** A range of the key as the nearest passage. `unlike`: the share of characters that differ. */
function described(
  { text, folded }: PreparedSource,
  quotation: PreparedQuotation,
  { from, to }: TextRange,
  unlike: number,
): NearestPassage {
  const passage = readable(text, folded, from, to);
  return {
    range: sourceRange(text, folded, from, to),
    text: passage,
    similarity: Math.max(0, Math.min(0.999, 1 - unlike)),
    differences: describeDifference(quotation.text, passage),
    others: [],
    disorder: null,
  };
}

function errorsBeside(pattern: string): number {
  return Math.floor(pattern.length * ERRORS_BESIDE);
}

/** Extends a range to whole words and trims spaces. */
function toWords(key: string, start: number, end: number): TextRange {
  let [from, to] = [start, end];
  while (from < to && isSpace(key, from)) from++;
  while (to > from && isSpace(key, to - 1)) to--;
  while (from > 0 && start - from < 40 && isWord(key, from - 1) && isWord(key, from)) from--;
  while (to < key.length && to - end < 40 && isWord(key, to) && isWord(key, to - 1)) to++;
  return { from, to };
}

function isSpace(key: string, at: number): boolean {
  return key.charCodeAt(at) === 0x20 || key.charCodeAt(at) === 0x0a;
}

function isWord(key: string, at: number): boolean {
  return isWordUnit(key.charCodeAt(at));
}

/**
 * A changed first or last word is outside the best fit: extends the range by as many words as the quotation
 * has left.
 */
function withLostWords(source: PreparedSource, quotation: PreparedQuotation, range: TextRange): TextRange {
  const { folded, text } = source;
  const { parts } = describeDifference(quotation.text, readable(text, folded, range.from, range.to));
  const [first, last] = [parts[0], parts.at(-1)];
  let { from, to } = range;
  if (parts.length > 1 && first?.kind === 'changed') from = headBefore(folded, from, first.quoted);
  if (parts.length > 1 && first?.kind === 'added')
    for (let n = wordCount(first.quoted); n > 0; n--) from = wordBefore(folded, from);
  if (parts.length > 1 && last?.kind === 'added')
    for (let n = wordCount(last.quoted); n > 0; n--) to = wordBehind(folded, to);
  // Words at the ends that the quotation does not have, such as one after a dash, are no part of the passage.
  if (parts.length > 1 && first?.kind === 'missing')
    for (let n = wordCount(first.source); n > 0; n--) from = nextWord(folded, from);
  if (parts.length > 1 && last?.kind === 'missing')
    for (let n = wordCount(last.source); n > 0; n--) to = lastWordEnd(folded, to);
  return { from, to };
}

/** The start of the word after the one at `from`. */
function nextWord(folded: FoldedText, from: number): number {
  const { key } = folded;
  let at = from;
  do at++;
  while (!isBoundary(folded, at));
  while (at < key.length && !isWord(key, at)) at++;
  return at;
}

/** The end of the word before the one that ends at `to`. */
function lastWordEnd(folded: FoldedText, to: number): number {
  const { key } = folded;
  let at = to;
  while (at > 0 && !isWord(key, at - 1)) at--;
  do at--;
  while (!isBoundary(folded, at));
  while (at > 0 && !isWord(key, at - 1)) at--;
  return at;
}

/** Where the first quoted word stands before a passage that begins otherwise, with few words between: ‘put (it) beyond’. */
function headBefore(folded: FoldedText, from: number, quoted: string): number {
  const head = /[\p{L}\p{N}]+/u.exec(quoted)?.[0].toLowerCase();
  let at = from;
  for (let n = 0; n < MOST_BETWEEN; n++) {
    const before = wordBefore(folded, at);
    if (before === at) return from;
    at = before;
    if (folded.key.slice(at, at + (head?.length ?? 0)) === head && !isWord(folded.key, at + head.length))
      return at;
  }
  return from;
}

/** How many words may be missing after the first one of a quotation. */
const MOST_BETWEEN = 2;

function wordCount(words: string): number {
  return Math.min(5, words.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length);
}

function wordBefore({ key }: FoldedText, from: number): number {
  let at = from;
  while (at > 0 && !isWord(key, at - 1) && from - at < 4 && key[at - 1] !== '\n') at--;
  if (at === 0 || !isWord(key, at - 1)) return from;
  while (at > 0 && isWord(key, at - 1)) at--;
  return at;
}

function wordBehind({ key }: FoldedText, to: number): number {
  let at = to;
  while (at < key.length && !isWord(key, at) && at - to < 4 && key[at] !== '\n') at++;
  if (at >= key.length || !isWord(key, at)) return to;
  while (at < key.length && isWord(key, at)) at++;
  return at;
}
