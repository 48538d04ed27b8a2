import type { TextRange } from '../text/range.ts';
import type { Numbered, Place, PreparedSource } from './model.ts';
import type { ShortLine } from './short-lines.ts';
import { bisect } from '../text/bisect.ts';

/** The numbered paragraphs of a text and the numbers themselves, which are left out of what it says. */
export interface ParagraphNumbers {
  readonly cuts: readonly TextRange[];
  readonly paragraphs: readonly Numbered[];
}

interface NumberedOpening extends TextRange {
  readonly number: number;
  readonly style: 'bulleted' | 'bracketed' | 'raised' | 'section';
}

const OPENING =
  /^[ \t]{0,3}(?:[-*+][ \t]{1,3}(\d{1,4}|[²³¹⁰⁴-⁹]{1,4})(?=[ \t\u00a0])|\[(\d{1,4})\](?!:)|([²³¹⁰⁴-⁹]{1,4})|§[ \u00a0]?(\d{1,4})\.?)[ \t\u00a0]{0,3}(?=\S)/gm;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const PAGE_MARK = /\[(?:pp?|pg|page|S|fol)\.? ?(\d{1,5})\]/g;
const NOTE_OPENING = /^\[\^([^\]\s]{1,60})\]:/gm;
const NOTES_HEADING =
  /^(?:#{1,6} )?[*_]{0,2}(?:notes?|endnotes?|footnotes?|anmerkungen|fußnoten|notas|注释|注釋|注)[*_]{0,2}:?[*_]{0,2}$/i;
const LISTED_NOTE = /^[ \t]{0,4}(?:(\d{1,4})[.)]|\[(\d{1,4})\]|([²³¹⁰⁴-⁹]{1,4}))[ \t]{0,4}(?=\S)/gm;

/**
 * Finds numbered paragraphs: `- 23 text`, `[23] text`, `¹ text`, `§ 23 text`, rising one by one from the
 * beginning. A list of notes numbered in the same way is none: its numbers return in the text.
 */
export function paragraphNumbers(text: string): ParagraphNumbers {
  const openings: NumberedOpening[] = [];
  for (const match of text.matchAll(OPENING)) {
    const [all, bulleted, bracketed, raised, section] = match;
    const digits = bulleted ?? bracketed ?? raised ?? section!;
    const style = bulleted ? 'bulleted' : bracketed ? 'bracketed' : raised ? 'raised' : 'section';
    openings.push({ from: match.index, to: match.index + all.length, number: numberOf(digits), style });
  }
  let chain: NumberedOpening[] = [];
  for (const style of ['bulleted', 'bracketed', 'raised', 'section'] as const) {
    const rising = riseByOne(openings.filter((opening) => opening.style === style));
    if (rising.length > chain.length && !isNoteList(text, rising)) chain = rising;
  }
  if (chain.length < 3) return { cuts: [], paragraphs: [] };
  const paragraphs = chain.map(({ from, number }, i) => ({
    from,
    to: chain[i + 1]?.from ?? paragraphEnd(text, from),
    label: `${number}`,
  }));
  return { cuts: chain, paragraphs };
}

function numberOf(digits: string): number {
  return Number(
    [...digits].map((digit) => (RAISED.includes(digit) ? RAISED.indexOf(digit) : digit)).join(''),
  );
}

function riseByOne(openings: readonly NumberedOpening[]): NumberedOpening[] {
  const chain: NumberedOpening[] = [];
  for (const opening of openings) {
    const last = chain.at(-1);
    if (last ? opening.number === last.number + 1 : opening.number === 1) chain.push(opening);
  }
  return chain;
}

/** Whether at least half of the numbers stand behind a word somewhere in the text as well. */
function isNoteList(text: string, chain: readonly NumberedOpening[]): boolean {
  const { style } = chain[0] ?? {};
  if (style !== 'raised' && style !== 'bracketed') return false;
  const pattern = style === 'raised' ? /[^\s²³¹⁰⁴-⁹]([²³¹⁰⁴-⁹]{1,4})/g : /\S ?\[(\d{1,4})\]/g;
  const used = new Set<number>();
  for (const match of text.matchAll(pattern)) used.add(numberOf(match[1]!));
  return chain.filter(({ number }) => used.has(number)).length * 2 >= chain.length;
}

/** The last numbered paragraph ends with its block, but for a page break within a sentence. */
function paragraphEnd(text: string, from: number): number {
  for (let end = text.indexOf('\n\n', from); end >= 0; end = text.indexOf('\n\n', end + 2)) {
    const next = /\S/.exec(text.slice(end, end + 200))?.[0] ?? '';
    if (next === next.toUpperCase()) return end;
  }
  return text.length;
}

/** The pages that marks like `[p. 671]` begin; none unless three or more of them rise. */
export function markedPages(text: string): Numbered[] {
  const marks = [...text.matchAll(PAGE_MARK)].map((match) => ({
    from: match.index,
    number: Number(match[1]),
  }));
  if (marks.length < 3) return [];
  if (marks.some(({ number }, i) => i > 0 && number <= marks[i - 1]!.number)) return [];
  return marks.map(({ from, number }, i) => ({
    from,
    to: marks[i + 1]?.from ?? text.length,
    label: `${number}`,
  }));
}

/** Pandoc's note definitions, each with its label; their bodies follow the labels. */
export function noteDefinitions(text: string): Numbered[] {
  return [...text.matchAll(NOTE_OPENING)].map((match) => ({
    from: match.index,
    to: noteEnd(text, match.index + match[0].length),
    label: match[1]!,
  }));
}

/** A note ends at a blank line with no indented line behind it, or at the next definition. */
function noteEnd(text: string, from: number): number {
  for (let end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', end + 1)) {
    if (text.startsWith('\n[^', end)) return end;
    if (text.startsWith('\n\n', end) && !/^\n{2,5}(?: {4}|\t)/.test(text.slice(end, end + 12))) return end;
  }
  return text.length;
}

/** Lists of notes that are considered, from the end of the text. */
const MOST_LISTS = 8;

/** The notes listed under a heading such as Notes (one of `lines`), numbered from 1 without a gap. */
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
 * The page, paragraph and note that `offset` of the source's text is in, as far as the text numbers them
 * and the numbers agree with one another; null where it tells nothing.
 */
export function locate(source: PreparedSource, offset: number): Place | null {
  const page = labelAt(source.numbering.pages, offset);
  const paragraph = labelAt(source.numbering.paragraphs, offset);
  const note = labelAt(source.numbering.notes, offset);
  if (note !== undefined) return { note, ...(page !== undefined && { page }) };
  if (page === undefined && paragraph === undefined) return null;
  return { ...(page !== undefined && { page }), ...(paragraph !== undefined && { paragraph }) };
}

function labelAt(stretches: readonly Numbered[], offset: number): string | undefined {
  const stretch = stretches[bisect(stretches.length, (i) => stretches[i]!.to > offset)];
  return stretch && stretch.from <= offset ? stretch.label : undefined;
}
