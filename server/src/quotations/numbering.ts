import { labelAt, numberOf, paragraphEnd } from '../pages/numbered-paragraphs.ts';
import { WITHIN_PAGE_MARK } from '../pages/page-marks.ts';
import { romanValue } from '../pages/roman.ts';
import type { Numbered, Place, PreparedSource } from './model.ts';
import type { ShortLine } from './short-lines.ts';

const PAGE_MARK = new RegExp(String.raw`\[${WITHIN_PAGE_MARK}\]`, 'g');
/** Roman numbers, of what stands before a book's first page, come before all others. */
const BEFORE_FIRST = -10_000;
const NOTE_OPENING = /^\[\^([^\]\s]{1,60})\]:/gm;
const NOTES_HEADING =
  /^(?:#{1,6} )?[*_]{0,2}(?:notes?|endnotes?|footnotes?|anmerkungen|fußnoten|notas|注释|注釋|注)[*_]{0,2}:?[*_]{0,2}$/i;
const LISTED_NOTE = /^[ \t]{0,4}(?:(\d{1,4})[.)]|\[(\d{1,4})\]|([²³¹⁰⁴-⁹]{1,4}))[ \t]{0,4}(?=\S)/gm;

/** Pages that begin at marks such as `[p. 671]`; empty unless three or more marks ascend. */
export function markedPages(text: string): Numbered[] {
  const marks = [...text.matchAll(PAGE_MARK)].flatMap(({ index, 1: written = '' }) => {
    const roman = romanValue(written);
    const number = roman === null ? Number(written) : BEFORE_FIRST + roman;
    return Number.isNaN(number)
      ? []
      : [{ from: index, number, label: roman === null ? `${number}` : written }];
  });
  if (marks.length < 3) return [];
  if (marks.some(({ number }, i) => i > 0 && number <= marks[i - 1]!.number)) return [];
  return marks.map(({ from, label }, i) => ({ from, to: marks[i + 1]?.from ?? text.length, label }));
}

/** Pandoc's note definitions with their labels; the ranges are the bodies. */
export function noteDefinitions(text: string): Numbered[] {
  return [...text.matchAll(NOTE_OPENING)].map((match) => ({
    from: match.index,
    to: noteEnd(text, match.index + match[0].length),
    label: match[1]!,
  }));
}

/** A note ends at a blank line that no indented line follows, or at the next definition. */
function noteEnd(text: string, from: number): number {
  for (let end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', end + 1)) {
    if (text.startsWith('\n[^', end)) return end;
    if (text.startsWith('\n\n', end) && !/^\n{2,5}(?: {4}|\t)/.test(text.slice(end, end + 12))) return end;
  }
  return text.length;
}

/** How many note lists are considered, from the end of the text. */
const MOST_LISTS = 8;

/** The notes in a list under a heading such as Notes (one of `lines`), numbered from 1 without gaps. */
export function listedNotes(text: string, lines: readonly ShortLine[]): Numbered[] {
  let best: Numbered[] = [];
  const headings = lines.filter((line) => line.text.length <= 30 && NOTES_HEADING.test(line.text));
  for (const heading of headings.slice(-MOST_LISTS)) {
    const list = text.slice(heading.from);
    const chain: { from: number; number: number }[] = [];
    for (const match of list.matchAll(LISTED_NOTE)) {
      const number = numberOf(match[1] ?? match[2] ?? match[3]!);
      if (number === (chain.at(-1)?.number ?? 0) + 1)
        chain.push({ from: heading.from + match.index, number });
    }
    if (chain.length < 3 || chain.length <= best.length) continue;
    best = chain.map(({ from, number }, i) => ({
      from,
      to: chain[i + 1]?.from ?? paragraphEnd(text, from),
      label: `${number}`,
    }));
  }
  return best;
}

/**
 * The page, paragraph or section, and note that `offset` of the source's text is in, as far as the text numbers them
 * and the numbers agree with one another; null where it tells nothing.
 */
export function locate(source: PreparedSource, offset: number): Place | null {
  const page = labelAt(source.numbering.pages, offset);
  const paragraph = labelAt(source.numbering.paragraphs, offset);
  const section = labelAt(source.numbering.sections, offset);
  const note = labelAt(source.numbering.notes, offset);
  if (note !== undefined) return { note, ...(page !== undefined && { page }) };
  if (page === undefined && paragraph === undefined && section === undefined) return null;
  return {
    ...(page !== undefined && { page }),
    ...(paragraph !== undefined && { paragraph }),
    ...(section !== undefined && { section }),
  };
}
