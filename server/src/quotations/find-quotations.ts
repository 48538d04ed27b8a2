import { differs } from './difference.ts';
import { anchorPart, MOST_OCCURRENCES, occurrenceAt, type KeyRanges } from './exact.ts';
import { toSource } from './find-quotation.ts';
import { GramTable } from './grams.ts';
import type { ExactMatch, NearestPassage, PreparedQuotation, PreparedSource } from './model.ts';
import { BandCounts, fitAt, mostErrorsIn, passageAround, type Candidate, type Fit } from './nearest.ts';

/** The results of one quotation in many sources; sources are given by their index. */
export interface FoundAmong {
  /** The sources that have it verbatim, in their order. */
  readonly exact: readonly { readonly source: number; readonly match: ExactMatch }[];
  /** If none has it, the nearest passage of all and its source. */
  readonly nearest: { readonly source: number; readonly passage: NearestPassage } | null;
}

export interface FindAmongOptions {
  /** Whether to find the nearest passage if no source has it verbatim; default true. */
  readonly nearest?: boolean;
}

/**
 * Gram tables by pattern length: patterns from `least` units on are found by grams of `size` units at every
 * `stride`th offset. Longer patterns need fewer lookups.
 */
const TABLES = [
  { least: 20, size: 12, stride: 8 },
  { least: 11, size: 7, stride: 4 },
  { least: 6, size: 6, stride: 1 },
] as const;

/** Candidates kept per source, and in total. */
const KEPT_OF_SOURCE = 3;
const KEPT = 6;

interface Sought {
  readonly quotation: PreparedQuotation;
  readonly anchor: number;
  readonly key: string;
  readonly exact: { source: number; ranges: KeyRanges[] }[];
  candidates: (Candidate & { readonly source: number })[];
}

/**
 * Finds many quotations in many sources, in one pass over each. Nothing is kept of the sources but the
 * results of `prepareSource`. Quotations whose longest part has fewer than six characters are skipped.
 */
export function findQuotations(
  sources: readonly PreparedSource[],
  quotations: readonly PreparedQuotation[],
  options: FindAmongOptions = {},
): FoundAmong[] {
  const wantNearest = options.nearest ?? true;
  const sought = quotations.map((quotation): Sought => {
    const anchor = anchorPart(quotation);
    const key = quotation.parts[anchor]?.folded.key ?? '';
    return { quotation, anchor, key, exact: [], candidates: [] };
  });
  const tables = TABLES.map(({ least, size, stride }, i) => {
    const tooLong = TABLES[i - 1]?.least ?? Infinity;
    const keys = sought.map(({ key }) => (key.length >= least && key.length < tooLong ? key : ''));
    return new GramTable(keys, size, stride);
  }).filter((table) => !table.isEmpty);
  sources.forEach((source, index) => {
    for (const table of tables) searchOne(source, index, table, sought, wantNearest);
  });
  return sought.map((one) => settle(sources, one, wantNearest));
}

function searchOne(
  { folded }: PreparedSource,
  source: number,
  table: GramTable,
  sought: readonly Sought[],
  wantNearest: boolean,
): void {
  const counts = new Map<number, BandCounts>();
  const tried = new Map<number, number>();
  table.scan(folded.key, (pattern, offset, at) => {
    const one = sought[pattern]!;
    // Each occurrence is hit once per gram, always on the same diagonal.
    if (tried.get(pattern) !== at - offset) {
      tried.set(pattern, at - offset);
      noteExact(one, source, folded, at - offset);
    }
    if (!wantNearest || one.exact.length > 0) return;
    let bands = counts.get(pattern);
    if (!bands) counts.set(pattern, (bands = new BandCounts()));
    bands.add(offset, at, one.key.length);
  });
  for (const [pattern, bands] of counts) {
    const one = sought[pattern]!;
    const best = bands.best(one.key.length, KEPT_OF_SOURCE, 1).map((candidate) => ({ ...candidate, source }));
    if (best.length === 0) continue;
    one.candidates = [...one.candidates, ...best].sort((a, b) => b.hits - a.hits).slice(0, KEPT);
  }
}

function noteExact(one: Sought, source: number, folded: PreparedSource['folded'], at: number): void {
  const last = one.exact.at(-1);
  if (last?.source === source && last.ranges.length >= MOST_OCCURRENCES) return;
  if (!folded.key.startsWith(one.key, at)) return;
  const ranges = occurrenceAt(folded, one.quotation, one.anchor, at);
  if (!ranges) return;
  const place = ranges[one.anchor]!.from;
  if (last?.source !== source) one.exact.push({ source, ranges: [ranges] });
  else if (!last.ranges.some((known) => known[one.anchor]!.from === place)) last.ranges.push(ranges);
}

function settle(sources: readonly PreparedSource[], one: Sought, wantNearest: boolean): FoundAmong {
  const exact = one.exact.map(({ source, ranges }) => {
    const occurrences = ranges.map((place) => toSource(sources[source]!, place));
    return {
      source,
      match: { status: 'exact' as const, ranges: occurrences[0]!, occurrences },
    };
  });
  return { exact, nearest: exact.length === 0 && wantNearest ? nearestAmong(sources, one) : null };
}

function nearestAmong(sources: readonly PreparedSource[], one: Sought): FoundAmong['nearest'] {
  let best: { source: number; fit: Fit } | null = null;
  for (const candidate of one.candidates) {
    const { key } = sources[candidate.source]!.folded;
    const fit = fitAt(key, one.key, candidate, best ? best.fit.errors : mostErrorsIn(one.key));
    if (fit && (!best || fit.errors < best.fit.errors)) best = { source: candidate.source, fit };
  }
  if (!best) return null;
  const passage = passageAround(sources[best.source]!, one.quotation, one.anchor, best.fit);
  return differs(passage.differences) ? { source: best.source, passage } : null;
}
