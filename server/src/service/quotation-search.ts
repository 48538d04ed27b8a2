/** What the texts of works have of a quotation, put together to a verdict. */
import { corrections } from '../quotations/correction.ts';
import { findQuotation } from '../quotations/find-quotation.ts';
import type { ExactMatch, NearestPassage, PreparedQuotation, QuotationMatch } from '../quotations/model.ts';
import { locate } from '../quotations/numbering.ts';
import type { Splice } from '../text/document-text.ts';
import type { TextRange } from '../text/range.ts';
import type { QuotationVerdict, SourcePassage } from '../workspace/quotation-verdicts.ts';
import type { ReadySource } from './source-texts.ts';

/** What one text has of a quotation. */
export type Finding =
  | { readonly status: 'exact'; readonly passages: readonly SourcePassage[] }
  | (Omit<Extract<QuotationVerdict, { status: 'different' }>, 'elsewhere' | 'complete'> & {
      readonly work: string;
    })
  | { readonly status: 'absent'; readonly work: string; readonly sameLanguage: boolean };

/**
 * Looks for a quotation, `written` as it is, in one text. `except` is where it stands itself, in its own source.
 */
export function lookIn(
  source: ReadySource,
  quotation: PreparedQuotation,
  written: string,
  except: TextRange | null,
): Finding | null {
  const match: QuotationMatch = findQuotation(source.prepared, quotation, except ? { except } : {});
  switch (match.status) {
    case 'exact':
      return match.ranges.length === 0 ? null : { status: 'exact', passages: passagesOf(source, match) };
    case 'different': {
      const { nearest } = match;
      return {
        status: 'different',
        work: source.work,
        passage: passageAt(source, [nearest.range]),
        text: nearest.text,
        similarity: nearest.similarity,
        differences: nearest.differences,
        corrections: corrected(source, quotation, nearest, written, except),
      };
    }
    case 'absent':
      return { status: 'absent', work: source.work, sameLanguage: source.language().speaks(quotation.text) };
  }
}

/** What makes the quotation agree with the nearest passage; null unless the text has what comes of it. */
function corrected(
  source: ReadySource,
  quotation: PreparedQuotation,
  nearest: NearestPassage,
  written: string,
  except: TextRange | null,
): Splice[] | null {
  const splices = corrections(quotation, nearest);
  if (!splices) return null;
  let words = written;
  for (const { from, to, insert } of [...splices].reverse())
    words = words.slice(0, from) + insert + words.slice(to);
  const match = findQuotation(source.prepared, words, except ? { except } : {});
  return match.status === 'exact' ? splices : null;
}

/** Every place of a match, as passages. */
export function passagesOf(source: ReadySource, { occurrences }: ExactMatch): SourcePassage[] {
  return occurrences.map((ranges) => passageAt(source, ranges));
}

function passageAt({ path, work, prepared }: ReadySource, ranges: readonly TextRange[]): SourcePassage {
  const range = { from: ranges[0]!.from, to: ranges.at(-1)!.to };
  const begins = locate(prepared, range.from);
  const ends = locate(prepared, range.to - 1);
  const same = JSON.stringify(begins) === JSON.stringify(ends);
  const { pages } = prepared.numbering;
  const first = Number(/^\d+/.exec(pages[0]?.label ?? '')?.[0]);
  const last = Number(/\d+$/.exec(pages.at(-1)?.label ?? '')?.[0]);
  return {
    path,
    work,
    range,
    places: [begins, same ? null : ends].filter((place) => place !== null),
    pages: first <= last ? { first, last } : null,
  };
}

/**
 * The verdict that follows from what the texts of the named works have; null when there are none. `elsewhere` is
 * what others have; `complete` says whether all works named have their texts here.
 */
export function verdictOf(
  findings: readonly Finding[],
  elsewhere: readonly SourcePassage[],
  complete: boolean,
): QuotationVerdict | null {
  const passages = findings.flatMap((finding) => (finding.status === 'exact' ? finding.passages : []));
  if (passages.length > 0) return { status: 'exact', passages };
  let nearest: Extract<Finding, { status: 'different' }> | null = null;
  for (const finding of findings)
    if (finding.status === 'different' && (!nearest || finding.similarity > nearest.similarity))
      nearest = finding;
  if (nearest) {
    const { work: _work, ...rest } = nearest;
    return { ...rest, elsewhere, complete };
  }
  if (findings.length === 0) return null;
  const sameLanguage = findings.some((finding) => finding.status === 'absent' && finding.sameLanguage);
  return { status: 'absent', elsewhere, complete, sameLanguage };
}
