/** A PDF → the text of a work: lines in reading order, without furniture, each with its page. */
import type { Sheet, TextQuality, WorkText } from '../model.ts';
import { Unreadable } from '../unreadable.ts';
import { columnsOf } from './columns.ts';
import { isCover, MOST_COVERS } from './covers.ts';
import { foliosOf } from './folios.ts';
import { withoutNotes } from './foot-notes.ts';
import { isRecognised, linesOf } from './lines.ts';
import { correctMacRoman, MacRomanSigns } from './mac-roman.ts';
import { marginNumbers } from './margin-numbers.ts';
import type { PageCharacters, PrintedLine } from './page.ts';
import { agreedLabels } from './page-labels.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { PdfFile } from './pdfium.ts';
import { columnsApart } from './read-across.ts';
import { outerRows, type Row } from './rows.ts';
import { runningLines } from './running-heads.ts';

export interface PdfLimits {
  readonly pages: number;
  /** Characters of one page, and of the whole. */
  readonly perPage: number;
  readonly characters: number;
}

export const USUAL_LIMITS: PdfLimits = { pages: 5000, perPage: 60_000, characters: 20_000_000 };

/** A page with fewer characters is a picture, a plate or a title; if nearly all pages are, the file has no text. */
const FEW_LETTERS = 30;

interface ReadPage {
  readonly lines: readonly PrintedLine[];
  readonly heads: Row[];
  readonly feet: Row[];
  readonly recognised: boolean;
}

/** A page that PDFium cannot read. */
const UNREAD: ReadPage = { lines: [], heads: [], feet: [], recognised: false };

/**
 * Reads an open PDF. Null where it has more than may be read; throws `Unreadable` where none of its pages can be.
 * `progress` is told how many pages are read.
 */
export function readPdf(
  file: PdfFile,
  limits: PdfLimits = USUAL_LIMITS,
  progress: (pages: number) => void = () => undefined,
): WorkText | null {
  if (file.pageCount > limits.pages) return null;
  const signs = new MacRomanSigns();
  const plain = pagesOf(file, limits, (drawn) => signs.count(drawn), progress);
  // A second look spares the others to hold the characters of all pages at once.
  const pages = plain && signs.areThere ? pagesOf(file, limits, correctMacRoman, progress) : plain;
  if (!pages) return null;
  if (pages.every((page) => page === UNREAD)) throw new Unreadable('broken');
  takeOffCovers(pages);
  const folios = foliosOf(pages.map(({ heads, feet }) => [...heads, ...feet]));
  const running = runningLines(pages, folios.rows);
  const kept = pages.map(({ lines }) => lines.filter((line) => !running.has(line)));
  const labels = agreedLabels(file.labels(), folios.labels);
  return { format: 'pdf', folios: labels, ...laidOut(kept), quality: qualityOf(pages) };
}

/** Leaves nothing of the pages that an archive put before the text. */
function takeOffCovers(pages: ReadPage[]): void {
  const most = Math.min(MOST_COVERS, pages.length - 1);
  for (let index = 0; index < most; index++) {
    if (!isCover(pages[index]!.lines.map(({ text }) => text).join('\n'))) return;
    pages[index] = { ...pages[index]!, lines: [], heads: [], feet: [] };
  }
}

/** All pages, `look` being shown the characters of each; null where they have more than may be read. */
function pagesOf(
  file: PdfFile,
  limits: PdfLimits,
  look: (drawn: PageCharacters) => void,
  progress: (pages: number) => void,
): ReadPage[] | null {
  const pages: ReadPage[] = [];
  let characters = 0;
  for (let index = 0; index < file.pageCount; index++) {
    const drawn = file.characters(index, limits.perPage);
    if (drawn) {
      characters += drawn.codes.length;
      if (characters > limits.characters) return null;
      look(drawn);
    }
    pages.push(drawn ? readPage(drawn) : UNREAD);
    progress(pages.length);
  }
  return pages;
}

function readPage(drawn: PageCharacters): ReadPage {
  const all = linesOf(drawn);
  const margin = marginNumbers(all);
  const recognised = drawn.isCovered || isRecognised(drawn);
  const text = all.filter((line) => !margin.has(line));
  const lines = recognised ? columnsApart(text) : text;
  return { lines, ...outerRows(lines, drawn.height), recognised };
}

/** The text of all pages, the notes at their feet after it. */
function laidOut(
  pages: readonly (readonly PrintedLine[])[],
): Pick<WorkText, 'text' | 'sheets' | 'notesFrom'> {
  const usual = usualSize(pages);
  const bodies: string[] = [];
  const notes: string[] = [];
  let running = false;
  for (const lines of pages) {
    const columns = columnsOf(lines).map((column) => withoutNotes(column, usual, running));
    bodies.push(
      columns
        .map(({ body }) => paragraphsOf(body))
        .filter((text) => text !== '')
        .join('\n'),
    );
    notes.push(
      columns
        .map((column) => paragraphsOf(column.notes))
        .filter((text) => text !== '')
        .join('\n'),
    );
    running = notes.at(-1) !== '';
  }
  const sheets: Sheet[] = [];
  let text = '';
  const add = (parts: readonly string[]): void =>
    parts.forEach((part, index) => {
      if (part === '') return;
      const from = text.length;
      text += `${part}\n`;
      sheets.push({ from, to: text.length, index });
    });
  add(bodies);
  const notesFrom = text.length;
  add(notes);
  return { text, sheets, notesFrom };
}

/** The size of most characters. */
function usualSize(pages: readonly (readonly PrintedLine[])[]): number {
  const letters = new Map<number, number>();
  for (const lines of pages)
    for (const { size, text } of lines) {
      const rounded = Math.round(size * 5) / 5;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  let usual = 0;
  let most = 0;
  for (const [size, count] of letters) if (count > most) [usual, most] = [size, count];
  return usual;
}

/** What of a line can be read, counted; what cannot be counts against it. */
function readableLength(text: string): number {
  const lost = text.length - text.replaceAll('\ufffd', '').length;
  return Math.max(0, text.length - 2 * lost);
}

/** Whether most signs of a file are no letters that it tells: some fonts have no table of their characters. */
function isMostlyLost(pages: readonly ReadPage[]): boolean {
  let all = 0;
  let lost = 0;
  for (const { lines } of pages)
    for (const { text } of lines) {
      const signs = text.replaceAll(' ', '');
      all += signs.length;
      lost += signs.length - signs.replaceAll('\ufffd', '').length;
    }
  return lost * 2 > all;
}

function qualityOf(pages: readonly ReadPage[]): TextQuality {
  if (isMostlyLost(pages)) return 'none';
  const withText = pages.filter(
    ({ lines }) => lines.reduce((sum, { text }) => sum + readableLength(text), 0) >= FEW_LETTERS,
  );
  if (withText.length * 10 <= pages.length) return 'none';
  return withText.filter(({ recognised }) => recognised).length * 2 > withText.length ? 'recognised' : 'set';
}
