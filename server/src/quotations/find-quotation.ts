import { overlaps, type TextRange } from '../text/range.ts';
import { differs } from './difference.ts';
import { exactOccurrences, type KeyRanges } from './exact.ts';
import { sourceRange } from './folded-text.ts';
import type { PreparedQuotation, PreparedSource, QuotationMatch } from './model.ts';
import { nearestPassage } from './nearest.ts';
import { prepareQuotation } from './prepare-quotation.ts';

export interface FindOptions {
  /** A stretch of the source's text that does not count: the quotation itself, when it stands in its source. */
  readonly except?: TextRange;
}

/**
 * Looks for a quotation in the text of a work. `quotation` is the quoted words as written, with or without
 * their outer quotation marks. Exact when every word is there after folding; otherwise the nearest passage and
 * what differs; absent when nothing comes near. A quotation of no words is exact, with no ranges.
 */
export function findQuotation(
  source: PreparedSource,
  quotation: string | PreparedQuotation,
  options: FindOptions = {},
): QuotationMatch {
  const prepared = typeof quotation === 'string' ? prepareQuotation(quotation) : quotation;
  if (prepared.parts.length === 0) return { status: 'exact', ranges: [], occurrences: [] };
  const { except } = options;
  const occurrences = exactOccurrences(source.folded, prepared)
    .map((ranges) => toSource(source, ranges))
    .filter((ranges) => !except || !ranges.some((range) => overlaps(range, except)));
  if (occurrences.length > 0) return { status: 'exact', ranges: occurrences[0]!, occurrences };
  const nearest = nearestPassage(except ? without(source, except) : source, prepared);
  if (!nearest) return { status: 'absent' };
  // Should the words turn out to be the same after all, nobody is alarmed.
  if (!differs(nearest.differences))
    return { status: 'exact', ranges: [nearest.range], occurrences: [[nearest.range]] };
  return { status: 'different', nearest };
}

/** The source with a stretch of it made unfindable; everything else stays where it is. */
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

/** The ranges of the key as ranges of the source's text. */
export function toSource({ text, folded }: PreparedSource, ranges: KeyRanges): TextRange[] {
  return ranges.map(({ from, to }) => sourceRange(text, folded, from, to));
}
