import { overlaps, type TextRange } from '../text/range.ts';
import { copiedWithMarks } from './copied-marks.ts';
import { differs } from './difference.ts';
import { exactOccurrences, type KeyRanges } from './exact.ts';
import { sourceRange } from './folded-text.ts';
import type { DifferentMatch, Disorder, PreparedQuotation, PreparedSource, QuotationMatch } from './model.ts';
import { nearestPassage } from './nearest.ts';
import { locate } from './numbering.ts';
import { disorderOf, piecesOf } from './pieces.ts';
import { prepareQuotation } from './prepare-quotation.ts';
import { inSpellingOf } from './sharp-s.ts';
import { deferred, say } from '../words/say.ts';

export interface FindOptions {
  /** A range of the source that is ignored: the quotation itself, where it is in its own source. */
  readonly except?: TextRange;
}

/**
 * Finds a quotation in the text of a work. `quotation` is the quoted text as written, with or without outer
 * quotation marks. `exact` if every word is there after folding; else `different` with the nearest passage
 * and its differences; `absent` when nothing is similar. A quotation without words is exact, with no ranges.
 */
export function findQuotation(
  source: PreparedSource,
  quotation: string | PreparedQuotation,
  options: FindOptions = {},
): QuotationMatch {
  const given = typeof quotation === 'string' ? prepareQuotation(quotation) : quotation;
  const other = inSpellingOf(source, given);
  const isRespelt = other !== given && exactOccurrences(source.folded, given).length === 0;
  const prepared = isRespelt ? other : given;
  if (prepared.parts.length === 0) return { status: 'exact', ranges: [], occurrences: [] };
  const { except } = options;
  const occurrences = exactOccurrences(source.folded, prepared)
    .map((ranges) => toSource(source, ranges))
    .filter((ranges) => !except || !ranges.some((range) => overlaps(range, except)));
  const searched = except ? without(source, except) : source;
  const pieces = piecesOf(prepared);
  const near = occurrences.filter((ranges) => isWithinTwoPages(source, prepared, ranges));
  if (near.length > 0) return { status: 'exact', ranges: near[0]!, occurrences: near };
  if (occurrences.length > 0) return disordered(source, 'distance', occurrences[0]!);
  const disorder = pieces.length > 1 ? disorderOf(searched.folded, pieces) : null;
  if (disorder) return disordered(source, disorder.disorder, toSource(source, [disorder.at]));
  const nearest = nearestPassage(searched, prepared);
  if (!nearest) return { status: 'absent' };
  // If the words are the same after all, avoid a false alarm.
  if (!differs(nearest.differences)) {
    const { range } = nearest;
    return { status: 'exact', ranges: [range], occurrences: [[range]] };
  }
  const copied = copiedWithMarks(searched, prepared, nearest.range);
  if (copied) return { status: 'exact', ranges: [copied], occurrences: [[copied]] };
  return { status: 'different', nearest };
}

const MOST_PAGES = 2;

/** Whether no ellipsis leads over more than two pages, as far as the source numbers its pages. */
function isWithinTwoPages(
  source: PreparedSource,
  { parts }: PreparedQuotation,
  ranges: readonly TextRange[],
): boolean {
  const page = (offset: number): string => locate(source, offset)?.page ?? '';
  return ranges.every((range, i) => {
    if (i === 0 || parts[i]?.before !== 'ellipsis') return true;
    const from = /\d+$/.exec(page(ranges[i - 1]!.to - 1));
    const to = /^\d+/.exec(page(range.from));
    return from === null || to === null || Number(to[0]) - Number(from[0]) <= MOST_PAGES;
  });
}

/** The match for pieces that are at `ranges` of the source, but not arranged as in the quotation. */
export function disordered(
  source: PreparedSource,
  disorder: Exclude<Disorder, 'words'>,
  ranges: readonly TextRange[],
): DifferentMatch {
  const range = { from: ranges[0]!.from, to: ranges.at(-1)!.to };
  const text = source.text.slice(range.from, Math.min(range.to, range.from + LONGEST_SHOWN));
  const differences = { summary: say(SAID[disorder]), parts: [] };
  return {
    status: 'different',
    nearest: { range, text: text.replace(/\s+/g, ' '), similarity: 0.99, differences, others: [], disorder },
  };
}

const LONGEST_SHOWN = 300;

const SAID: Readonly<Record<Exclude<Disorder, 'words'>, string>> = {
  order: deferred(
    'Its pieces are there, but in another order: what stands on either side of an ellipsis must follow one another.',
  ),
  distance: deferred('Its pieces are there, but more than two pages apart: quote them one by one.'),
  strung: deferred(
    'Single words of it are strung together by ellipses: the sentence that they make is not there.',
  ),
};

/** The source with a range made unfindable; all offsets are kept. */
function without(source: PreparedSource, except: TextRange): PreparedSource {
  const { key, keyStarts, sourceStarts } = source.folded;
  let masked = key;
  for (let run = 0; run < keyStarts.length; run++) {
    const start = keyStarts[run]!;
    const shift = sourceStarts[run]! - start;
    const from = Math.max(start, except.from - shift);
    const to = Math.min(keyStarts[run + 1] ?? key.length, except.to - shift);
    if (from < to) masked = masked.slice(0, from) + '\n'.repeat(to - from) + masked.slice(to);
  }
  return { ...source, folded: { ...source.folded, key: masked } };
}

/** Ranges of the key as ranges of the source's text. */
export function toSource({ text, folded }: PreparedSource, ranges: KeyRanges): TextRange[] {
  return ranges.map(({ from, to }) => sourceRange(text, folded, from, to));
}
