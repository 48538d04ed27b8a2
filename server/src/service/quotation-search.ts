/** What the texts of works have of a quotation, put together to a verdict. */
import { corrections } from '../quotations/correction.ts';
import { findQuotation, type FindOptions } from '../quotations/find-quotation.ts';
import type {
  ExactMatch,
  NearestPassage,
  PreparedQuotation,
  QuotationMatch,
  QuotationPart,
} from '../quotations/model.ts';
import { locate } from '../quotations/numbering.ts';
import type { Splice } from '../text/document-text.ts';
import type { TextRange } from '../text/range.ts';
import type {
  AbsentVerdict,
  DifferentVerdict,
  QuotationVerdict,
  SourcePassage,
} from '../workspace/quotation-verdicts.ts';
import type { ReadySource } from './source-texts.ts';

/** What one text has of a quotation. */
export type Finding =
  | { readonly status: 'exact'; readonly passages: readonly SourcePassage[] }
  | Omit<DifferentVerdict, 'elsewhere' | 'complete'>
  | Omit<AbsentVerdict, 'elsewhere' | 'complete'>;

/**
 * Looks for a quotation, `written` as it is, in one text. `except` is where it stands itself, in its own source.
 */
export function lookIn(
  source: ReadySource,
  quotation: PreparedQuotation,
  written: string,
  except: TextRange | null,
): Finding | null {
  const options = except ? { except } : {};
  const match: QuotationMatch = findQuotation(source.prepared, quotation, options);
  const pieces = match.status === 'exact' ? null : scattered(source, quotation, options);
  if (pieces) return { status: 'exact', passages: passagesOf(source, pieces) };
  const searched = source.prepared.folded.key.length;
  switch (match.status) {
    case 'exact':
      return match.ranges.length === 0 ? null : { status: 'exact', passages: passagesOf(source, match) };
    case 'different': {
      const { nearest } = match;
      return {
        status: 'different',
        searched,
        passage: passageAt(source, [nearest.range]),
        text: nearest.text,
        similarity: nearest.similarity,
        differences: nearest.differences,
        corrections: corrected(source, quotation, nearest, written, except),
      };
    }
    case 'absent':
      return {
        status: 'absent',
        searched,
        sameLanguage: source.language().speaks(quotation.text),
        sharesWords: source.language().mayHave(quotation.text),
      };
  }
}

/**
 * Where the longest piece of a quotation stands whose pieces between ellipses are all in the text, if too far apart
 * or in another order: who may leave out what is for editors to say. Null when one of them is not there.
 */
function scattered(
  { prepared }: ReadySource,
  { parts }: PreparedQuotation,
  options: FindOptions,
): ExactMatch | null {
  const pieces: QuotationPart[][] = [];
  for (const part of parts)
    if (pieces.length === 0 || part.before === 'ellipsis') pieces.push([part]);
    else pieces.at(-1)!.push(part);
  if (pieces.length < 2) return null;
  let longest: { letters: number; match: ExactMatch } | null = null;
  for (const piece of pieces) {
    const [first, ...others] = piece;
    const alone: PreparedQuotation = {
      text: '',
      parts: [{ ...first!, before: 'none' }, ...others],
      after: 'none',
      runs: [],
    };
    const match = findQuotation(prepared, alone, options);
    if (match.status !== 'exact') return null;
    const letters = piece.reduce((sum, { folded }) => sum + folded.key.length, 0);
    if (!longest || letters > longest.letters) longest = { letters, match };
  }
  return longest?.match ?? null;
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
  let searched = 0;
  for (const finding of findings) {
    if (finding.status === 'exact') continue;
    searched += finding.searched;
    if (finding.status === 'different' && (!nearest || finding.similarity > nearest.similarity))
      nearest = finding;
  }
  if (nearest) return { ...nearest, elsewhere, complete, searched };
  if (findings.length === 0) return null;
  const sameLanguage = findings.some((finding) => finding.status === 'absent' && finding.sameLanguage);
  const sharesWords = findings.some((finding) => finding.status === 'absent' && finding.sharesWords);
  return { status: 'absent', elsewhere, complete, searched, sameLanguage, sharesWords };
}
