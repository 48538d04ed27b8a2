/** Characters of a page → printed lines, in the order in which the file draws them. */
import { wordTable } from '../../text/word-table.ts';
import { accented, combining, isOver } from './accents.ts';
import { GENERATED, TURNED, UNSEEN, type Box, type PageCharacters, type PrintedLine } from './page.ts';

/** PDFium's sign for a hyphen at the end of a line that it believes to be put there by the printer. */
const PDFIUM_HYPHEN = 0x02;
const SOFT_HYPHEN = 0xad;
const NOT_A_CHARACTER = 0xfffe;

/** Beside the characters of a line, in heights of its characters: farther apart are cells of a table, or columns. */
const WIDEST_GAP = 1.2;
/** A blank that takes no room was put where a word may be divided; words stand apart even where none is drawn. */
const NARROWEST_SPACE = 0.08;
const UNDRAWN_SPACE = 0.25;
/** Smaller than this, and higher than the foot of its line, a digit is raised. */
const RAISED_SIZE = 0.82;
const RAISED_BY = 0.18;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LIGATURES = wordTable<string>({
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
});

/**
 * Signs of TeX's fonts that have no table of their characters, by their places in the encodings T1 and OT1 (Mittelbach and
 * others, The LaTeX Companion, 2nd ed., 7.11): of those below the blank, what prose holds.
 */
const TEX_SIGNS: Readonly<Record<number, string>> = {
  0x0b: 'ff',
  0x0c: 'fi',
  0x0d: 'fl',
  0x0e: 'ffi',
  0x0f: 'ffl',
  0x10: '“',
  0x11: '”',
  0x15: '–',
  0x16: '—',
  0x1b: 'ff',
  0x1c: 'fi',
  0x1d: 'fl',
  0x1e: 'ffi',
  0x1f: 'ffl',
};

/** A stretch of one line as it is put together. */
interface Piece {
  text: string;
  left: number;
  right: number;
  bottom: number;
  top: number;
  /** Heights of its characters, for that of most. */
  readonly heights: number[];
  /** Its last character, as it is drawn. */
  last: Box;
  /** An accent that was drawn last, before whatever it stands over. */
  accent: { readonly mark: string; readonly box: Box } | null;
}

/**
 * The lines of a page. Turned text (stamps of archives, labels of axes) is left out. Digits that are raised are given as such
 * (`¹`), so that they are known as markers of notes.
 */
export function linesOf(page: PageCharacters): PrintedLine[] {
  const pieces: Piece[] = [];
  let current: Piece | null = null;
  let space = false;
  for (let i = 0; i < page.codes.length; i++) {
    const mark = page.marks[i]!;
    if (mark & TURNED) continue;
    const code = page.codes[i]!;
    if (mark & GENERATED || code === 0x20 || code === 0xa0) {
      // PDFium ends a line before raised characters too: there the places of characters decide.
      space ||= code === 0x20 || code === 0xa0;
      continue;
    }
    const [left, right, bottom, top] = page.boxes.subarray(4 * i, 4 * i + 4) as unknown as number[];
    const height = top! - bottom!;
    if (!(height > 0)) continue;
    const box = { left: left!, right: right!, bottom: bottom!, top: top! };
    if (!current || !continues(current, box)) {
      current = { text: '', ...box, heights: [], last: box, accent: null };
      pieces.push(current);
      space = false;
    }
    const gap: number = box.left - current.right;
    // What is set smaller, a raised number above all, stands as close as what it belongs to.
    const tall = Math.max(height, middle(current.heights));
    const apart = gap > (space ? NARROWEST_SPACE : UNDRAWN_SPACE) * tall;
    if (apart && current.text !== '' && !current.text.endsWith(' ')) current.text += ' ';
    space = false;
    append(current, code, box);
    extend(current, box);
  }
  return joined(pieces).map(lineOf);
}

/** Whether a page has text that is there to be found only: as a scan has it. */
export function isRecognised({ marks, codes }: PageCharacters): boolean {
  let unseen = 0;
  let seen = 0;
  for (let i = 0; i < codes.length; i++) {
    if (marks[i]! & GENERATED) continue;
    if (marks[i]! & UNSEEN) unseen++;
    else seen++;
  }
  return unseen > 20 && unseen > seen;
}

/** Writes a character after the others of a piece, or an accent over one of them. */
function append(piece: Piece, code: number, box: Box): void {
  const { accent, last } = piece;
  piece.last = box;
  piece.accent = null;
  const sign = written(code, piece, box);
  if (accent && isOver(accent.box, box) && /^\p{L}/u.test(sign)) {
    piece.text = piece.text.slice(0, -1) + accented(sign, accent.mark);
    return;
  }
  const mark = combining(code);
  if (mark !== null && isOver(box, last) && /\p{L}$/u.test(piece.text)) {
    piece.text = piece.text.slice(0, -1) + accented(piece.text.slice(-1), mark);
    return;
  }
  piece.text += sign;
  if (mark !== null) piece.accent = { mark, box };
}

function continues(piece: Piece, { left, right, bottom, top }: Box): boolean {
  const height = top - bottom;
  const tall = Math.max(height, piece.top - piece.bottom);
  const overlap = Math.min(top, piece.top) - Math.max(bottom, piece.bottom);
  if (overlap < 0.4 * Math.min(height, piece.top - piece.bottom)) return false;
  return left > piece.right - 1.2 * tall && left - piece.right < WIDEST_GAP * tall && right > piece.left;
}

function extend(piece: Piece, { left, right, bottom, top }: Box): void {
  piece.left = Math.min(piece.left, left);
  piece.right = Math.max(piece.right, right);
  const height = top - bottom;
  const usual = middle(piece.heights);
  piece.heights.push(height);
  // What is raised or set small does not move the line.
  if (usual !== 0 && height < 0.9 * usual) return;
  piece.bottom = usual === 0 ? bottom : Math.min(piece.bottom, bottom);
  piece.top = usual === 0 ? top : Math.max(piece.top, top);
}

function written(code: number, piece: Piece, { bottom, top }: { bottom: number; top: number }): string {
  if (code === PDFIUM_HYPHEN || code === SOFT_HYPHEN || code === NOT_A_CHARACTER) return '-';
  if (code < 0x20) return TEX_SIGNS[code] ?? '';
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
  if (code >= 0x30 && code <= 0x39 && piece.heights.length > 0) {
    const usual = middle(piece.heights);
    const isRaised = top - bottom < RAISED_SIZE * usual && bottom - piece.bottom > RAISED_BY * usual;
    // After a letter that stands by itself it is an exponent, or part of a name: χ², S³.
    if (isRaised && !/(?:^|[^\p{L}])\p{L}\d?$/u.test(piece.text)) return RAISED[code - 0x30]!;
  }
  const sign = String.fromCodePoint(code);
  return LIGATURES[sign] ?? sign;
}

/** Pieces on one line that follow each other closely, drawn one after another with something else between. */
function joined(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last && continues(last, piece) && piece.left - last.right < middle(last.heights)) {
      const apart = piece.left - last.right > 0.15 * middle(last.heights);
      last.text += `${apart && !last.text.endsWith(' ') ? ' ' : ''}${piece.text}`;
      last.right = Math.max(last.right, piece.right);
      last.heights.push(...piece.heights);
    } else lines.push(piece);
  }
  return lines;
}

/** A letter of another script within a Latin word, or of nobody's: the font has no table of its characters. */
const UNKNOWN =
  /\p{Co}|(?<=\p{sc=Latin})(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])\p{L}+(?=\p{sc=Latin})/gu;

/** What cannot be read is said to be so, for nobody to take it for what is written. */
function readable(text: string): string {
  return text.replace(UNKNOWN, '\ufffd');
}

function lineOf({ text, left, right, bottom, top, heights }: Piece): PrintedLine {
  return { text: readable(text.trim()), left, right, bottom, top, size: middle(heights) };
}

/** The middle one of some numbers, of many the last few dozen; 0 for none. */
function middle(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0;
  const some = numbers.slice(-40).sort((a, b) => a - b);
  return some[some.length >> 1]!;
}
