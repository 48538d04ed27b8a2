import search from 'approx-string-match';
import type { TextRange } from '../text/range.ts';
import { isWordUnit } from './characters.ts';
import { describeDifference } from './difference.ts';
import { LONGEST_ELLIPSIS } from './exact.ts';
import { readable, sourceRange } from './folded-text.ts';
import { GramTable } from './grams.ts';
import { oneWordOff } from './one-word-off.ts';
import { silentOmission } from './silent-omission.ts';
import type { FoldedText, NearestPassage, PreparedQuotation, PreparedSource } from './model.ts';

/** A stretch of a key in which a pattern may stand, and how many of the pattern's grams it holds. */
export interface Candidate {
  readonly at: number;
  readonly hits: number;
}

/** Units of a gram: short, so that a passage is found by what its changes leave; long, so that it is rare. */
export const GRAM = 6;
/** Candidates that are compared letter by letter. */
const MOST_CANDIDATES = 6;
/** Patterns up to this long are compared with the whole text at once: it costs less than grams. */
const SHORT = 24;
/** Parts of a quotation, longest first, that are tried before it is given up. */
const MOST_ANCHORS = 3;
/** The share of characters that may differ in a part when the part before it or after it is known. */
const ERRORS_BESIDE = 0.45;
/** Diagonals are counted in bands of 64. */
const BAND = 6;
/** Only so many units of a long part are compared: enough to find its place. */
const LONGEST_PATTERN = 3000;

/** The share of a pattern's letters that may differ in a passage still taken for the one that is meant. */
export function mostErrors(length: number): number {
  return Math.floor(length * (length < 12 ? 0.2 : length < 24 ? 0.3 : 0.4));
}

/** Counts, for each band of diagonals, the grams that a pattern and a text share along it. */
export class BandCounts {
  private readonly counts = new Map<number, number>();

  add(offset: number, at: number, length: number): void {
    const band = (at - offset + length) >> BAND;
    this.counts.set(band, (this.counts.get(band) ?? 0) + 1);
  }

  /** The best places for a pattern of `length` units that share `least` grams with it, best first. */
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

/** Where a pattern fits a key best, with how many characters wrong; null when nowhere well enough. */
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

/** The fit of `pattern` at a candidate place. */
export function fitAt(key: string, pattern: string, { at }: Candidate, most: number): Fit | null {
  const slack = most + (2 << BAND);
  return bestFit(key, pattern, at - slack, at + pattern.length + slack, most);
}

/** The best fit of `pattern` anywhere in `key`. */
function fitAnywhere(key: string, pattern: string): Fit | null {
  const most = mostErrors(pattern.length);
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
 * The passage that a quotation comes nearest to: its longest part is looked for in the whole source, the
 * others around it. Null when none of the three longest parts is anywhere.
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
    return butOneWord(source, quotation) ?? withoutMiddle(source, quotation) ?? near;
  }
  return quotation.parts.length === 1
    ? (butOneWord(source, quotation) ?? withoutMiddle(source, quotation))
    : null;
}

/** Characters tell little of a few words; all of them but one tell enough. */
function butOneWord(source: PreparedSource, quotation: PreparedQuotation): NearestPassage | null {
  const { key } = quotation.parts[0]!.folded;
  const range = oneWordOff(source.folded, key);
  return range && passageAround(source, quotation, 0, { ...range, errors: errorsAt(source, key, range) });
}

/** All of its words in their order, with others between: fewer letters agree than in a passage with other words. */
function withoutMiddle(source: PreparedSource, quotation: PreparedQuotation): NearestPassage | null {
  const { key } = quotation.parts[0]!.folded;
  const range = silentOmission(source.folded, key);
  return (
    range && passageAround(source, quotation, 0, { ...range, errors: range.to - range.from - key.length })
  );
}

/** Another passage that a pattern fits as well as where it fits at `best`. */
function asNear({ text, folded }: PreparedSource, pattern: string, best: Fit): TextRange[] {
  const { key } = folded;
  const blank = '\n'.repeat(best.to - best.from);
  const other = fitAnywhere(key.slice(0, best.from) + blank + key.slice(best.to), pattern);
  if (!other || other.errors > best.errors) return [];
  const { from, to } = toWords(key, other.from, other.to);
  return from < to ? [sourceRange(text, folded, from, to)] : [];
}

/** A passage as near as this needs no other look. */
const ALIKE = 0.85;

function errorsAt({ folded }: PreparedSource, pattern: string, { from, to }: TextRange): number {
  return bestFit(folded.key, pattern, from, to, pattern.length)?.errors ?? pattern.length;
}

/** The nearest passage, given where the part `anchor` of the quotation fits. */
export function passageAround(
  source: PreparedSource,
  quotation: PreparedQuotation,
  anchor: number,
  fit: Fit,
): NearestPassage {
  const { folded, text } = source;
  const { key } = folded;
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
  const range = sourceRange(text, folded, settled.from, settled.to);
  const passage = readable(text, folded, settled.from, settled.to);
  // Where there is no ellipsis, what the passage has over counts as well.
  const compared = quotation.parts.length === 1 ? Math.max(length, whole.to - whole.from) : length;
  return {
    range,
    text: passage,
    similarity: Math.max(0, Math.min(0.999, 1 - Math.max(errors, 1) / compared)),
    differences: describeDifference(quotation.text, passage),
    others: [],
    disorder: null,
  };
}

function errorsBeside(pattern: string): number {
  return Math.floor(pattern.length * ERRORS_BESIDE);
}

/** The range grown to whole words, without spaces at its ends. */
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

/** A changed first or last word lies outside the best fit: takes in as many words as the quotation has over. */
function withLostWords(source: PreparedSource, quotation: PreparedQuotation, range: TextRange): TextRange {
  const { folded, text } = source;
  const { parts } = describeDifference(quotation.text, readable(text, folded, range.from, range.to));
  const [first, last] = [parts[0], parts.at(-1)];
  let { from, to } = range;
  if (parts.length > 1 && first?.kind === 'added')
    for (let n = wordCount(first.quoted); n > 0; n--) from = wordBefore(folded, from);
  if (parts.length > 1 && last?.kind === 'added')
    for (let n = wordCount(last.quoted); n > 0; n--) to = wordBehind(folded, to);
  return { from, to };
}

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
