/** Derives a verdict from searches for a quotation in the texts of works. */
import { corrections } from '../quotations/correction.ts';
import { isDividedOtherwise } from '../quotations/divided-otherwise.ts';
import { exactOccurrences } from '../quotations/exact.ts';
import { disordered, findQuotation, toSource } from '../quotations/find-quotation.ts';
import type {
  ExactMatch,
  NearestPassage,
  Numbered,
  PreparedQuotation,
  QuotationMatch,
} from '../quotations/model.ts';
import { explainedByMisreading } from '../quotations/misreading.ts';
import { locate } from '../quotations/numbering.ts';
import { telling } from '../quotations/omission.ts';
import { isStrung, piecesOf } from '../quotations/pieces.ts';
import type { Splice } from '../text/document-text.ts';
import { shareAPage } from '../pages/comparison.ts';
import type { PageRange } from '../pages/model.ts';
import { readPageRanges } from '../pages/page-ranges.ts';
import type { TextRange } from '../text/range.ts';
import type {
  AbsentVerdict,
  DifferentVerdict,
  ExactVerdict,
  QuotationVerdict,
  SearchedTexts,
  SourcePassage,
} from '../workspace/quotation-verdicts.ts';
import { bisect } from '../text/bisect.ts';
import type { Sheet } from '../works/model.ts';
import type { ReadySource } from './source-texts.ts';

/** The result of searching one text. */
export type Finding =
  | ExactVerdict
  | Omit<DifferentVerdict, 'elsewhere' | 'complete'>
  | Omit<AbsentVerdict, 'elsewhere' | 'complete'>;

/**
 * Searches one text for a quotation. `except` is its own range, where the text quotes itself. `pages` are those of the
 * work: where the text is that of a whole book, what stands on them comes before what stands on others.
 */
export function lookIn(
  source: ReadySource,
  quotation: PreparedQuotation,
  written: string,
  except: TextRange | null,
  pages: readonly PageRange[] | null = null,
): Finding | null {
  const options = except ? { except } : {};
  const found: QuotationMatch = findQuotation(source.prepared, quotation, options);
  const besides = found.status === 'exact' ? null : inAside(source, quotation);
  if (besides) return besides;
  const isWoven = found.status === 'exact' && isStrung(piecesOf(quotation));
  const within = pages && found.status === 'exact' ? chapterIn(source, pages) : null;
  const match = isWoven
    ? disordered(source.prepared, 'strung', found.ranges)
    : within
      ? preferred(found, within)
      : found;
  const texts = (): SearchedTexts => ({
    length: source.prepared.folded.key.length,
    areWhole: source.sheets !== null || hasNoGaps(source.prepared.numbering.pages),
    language: source.prepared.folded.language ?? null,
    speakAlike: source.language().speaks(quotation.text),
    recognised: source.quality === 'recognised',
  });
  switch (match.status) {
    case 'exact':
      return match.ranges.length === 0
        ? null
        : {
            status: 'exact',
            passages: passagesOf(source, match),
            omitted: telling(source.prepared, quotation, match.occurrences),
            isBlurred: false,
          };
    case 'different': {
      const { nearest } = match;
      const isBlurred = isMisread(source, nearest);
      if (isBlurred || isDivided(source, nearest))
        return { status: 'exact', passages: [passageAt(source, [nearest.range])], omitted: null, isBlurred };
      return {
        status: 'different',
        texts: texts(),
        passage: passageAt(source, [nearest.range]),
        text: nearest.text,
        similarity: nearest.similarity,
        differences: nearest.differences,
        others: nearest.others.map((range) => passageAt(source, [range])),
        disorder: nearest.disorder,
        corrections: corrected(source, quotation, nearest, written, except),
      };
    }
    case 'absent':
      return { status: 'absent', texts: texts() };
  }
}

/** The numbered pages of a text that are those of a chapter; null where the text has no others, or not these. */
function chapterIn({ prepared }: ReadySource, pages: readonly PageRange[]): readonly Numbered[] | null {
  const numbered = prepared.numbering.pages;
  const within = numbered.filter(({ label }) =>
    (readPageRanges(label) ?? []).some((page) => pages.some((range) => shareAPage(page, range) === true)),
  );
  return within.length > 0 && within.length < numbered.length ? within : null;
}

/** Of the places where a quotation stands those within some pages; all where none is. */
function preferred(found: QuotationMatch, within: readonly Numbered[]): QuotationMatch {
  if (found.status !== 'exact') return found;
  const lies = (at: number): boolean => within.some(({ from, to }) => from <= at && at < to);
  const occurrences = found.occurrences.filter(([first]) => first !== undefined && lies(first.from));
  return occurrences.length > 0 ? { ...found, ranges: occurrences[0]!, occurrences } : found;
}

/**
 * Whether a quotation has something otherwise only where the file was misread: by a program that looked at a scan, or for want
 * of a table that says what its characters are.
 */
function isMisread(
  { quality, oldPrint }: ReadySource,
  { differences, disorder, text }: NearestPassage,
): boolean {
  const isScan = quality === 'recognised';
  if (disorder !== null || !(isScan || text.includes('\ufffd'))) return false;
  return explainedByMisreading(differences) || (isScan && explainedByMisreading(differences, oldPrint()));
}

/** Whether only the spaces of a quotation are elsewhere than in the text of a file, which has none of its own. */
function isDivided({ sheets, quality }: ReadySource, { differences, disorder }: NearestPassage): boolean {
  return sheets !== null && quality === 'set' && disorder === null && isDividedOtherwise(differences);
}

/** Searches what is no prose in a text: its front matter and code. */
function inAside(source: ReadySource, quotation: PreparedQuotation): ExactVerdict | null {
  const aside = source.aside();
  const occurrences = exactOccurrences(aside.folded, quotation).map((ranges) => toSource(aside, ranges));
  if (occurrences.length === 0) return null;
  const match: ExactMatch = { status: 'exact', ranges: occurrences[0]!, occurrences };
  return {
    status: 'exact',
    passages: passagesOf({ ...source, prepared: aside }, match),
    omitted: null,
    isBlurred: false,
  };
}

/**
 * The edits that make the quotation agree with the nearest passage; null unless the text has the result
 * verbatim.
 */
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

/** All occurrences of a match, as passages. */
export function passagesOf(source: ReadySource, { occurrences }: ExactMatch): SourcePassage[] {
  return occurrences.map((ranges) => passageAt(source, ranges));
}

function passageAt(
  { path, work, prepared, sheets }: ReadySource,
  ranges: readonly TextRange[],
): SourcePassage {
  const range = { from: ranges[0]!.from, to: ranges.at(-1)!.to };
  const begins = locate(prepared, range.from);
  const ends = locate(prepared, range.to - 1);
  const same = JSON.stringify(begins) === JSON.stringify(ends);
  const { pages } = prepared.numbering;
  const first = Number(/^\d+/.exec(pages[0]?.label ?? '')?.[0]);
  // The notes of a file come after its text, each with the number of its page.
  const final = sheets ? lastBefore(pages, sheets) : pages.at(-1);
  const last = Number(/\d+$/.exec(final?.label ?? '')?.[0]);
  return {
    path,
    work,
    range,
    sheet: sheets?.[bisect(sheets.length, (i) => sheets[i]!.to > range.from)]?.index ?? null,
    places: [begins, same ? null : ends].filter((place) => place !== null),
    pages: first <= last ? { first, last } : null,
  };
}

/** The last numbered page of the text of a file, before its notes. */
function lastBefore(pages: readonly Numbered[], sheets: readonly Sheet[]): Numbered | undefined {
  const back = sheets.findIndex(({ index }, i) => i > 0 && index <= sheets[i - 1]!.index);
  const end = back < 0 ? Infinity : sheets[back]!.from;
  return pages[bisect(pages.length, (i) => pages[i]!.from >= end) - 1];
}

/**
 * The verdict from the results in the texts of the named works; null when there are none. `elsewhere` are
 * passages in other works. `complete`: whether all named works have a text here. `areWhole`: whether none of
 * these is an excerpt.
 */
export function verdictOf(
  findings: readonly Finding[],
  elsewhere: readonly SourcePassage[],
  complete: boolean,
  areWhole: boolean,
): QuotationVerdict | null {
  const exact = findings.filter((finding) => finding.status === 'exact');
  const passages = exact.flatMap((finding) => finding.passages);
  if (passages.length > 0) {
    const isTold = exact.every(({ omitted }) => omitted !== null);
    const isBlurred = exact.every((finding) => finding.isBlurred);
    return { status: 'exact', passages, omitted: isTold ? exact[0]!.omitted : null, isBlurred };
  }
  let nearest: Extract<Finding, { status: 'different' }> | null = null;
  const texts: SearchedTexts[] = [];
  for (const finding of findings) {
    if (finding.status === 'exact') continue;
    texts.push(finding.texts);
    if (finding.status === 'different' && (!nearest || finding.similarity > nearest.similarity))
      nearest = finding;
  }
  const [first, ...others] = texts;
  if (!first) return null;
  const all = others.reduce(together, first);
  const searched = { ...all, areWhole: all.areWhole && areWhole };
  if (nearest) return { ...nearest, elsewhere, complete, texts: searched };
  return { status: 'absent', elsewhere, complete, texts: searched };
}

function together(a: SearchedTexts, b: SearchedTexts): SearchedTexts {
  return {
    length: a.length + b.length,
    areWhole: a.areWhole && b.areWhole,
    language: a.language === b.language ? a.language : null,
    speakAlike: a.speakAlike || b.speakAlike,
    recognised: a.recognised || b.recognised,
  };
}

/** Whether the page numbers of a text are consecutive. */
function hasNoGaps(pages: readonly Numbered[]): boolean {
  return pages.every(({ label }, i) => {
    const first = Number(/^\d+/.exec(label)?.[0]);
    const before = Number(/\d+$/.exec(pages[i - 1]?.label ?? '')?.[0]);
    return i === 0 || !(first - before > 1);
  });
}
