/** Characters of a page → printed lines, in the order in which the file draws them. */
import { wordTable } from '../../text/word-table.ts';
import { accented, combining, isOver } from './accents.ts';
import { freeAccents } from './free-accents.ts';
import { isWrittenLeftward, LeftwardWords } from './leftward.ts';
import { boxOf, GENERATED, TURNED, UNSEEN, type Box, type PageCharacters, type PrintedLine } from './page.ts';

/** PDFium's sign for a hyphen at the end of a line that it believes to be put there by the printer. */
const PDFIUM_HYPHEN = 0x02;
const SOFT_HYPHEN = 0xad;
const NOT_A_CHARACTER = 0xfffe;
const NOTHING = 0x200b;

/** Beside the characters of a line, in heights of its characters: farther apart are cells of a table, or columns. */
const WIDEST_GAP = 1.2;
/** In such heights, a word of another direction within a line that is written leftwards. */
const LONGEST_WORD = 15;
/** A blank that takes no room was put where a word may be divided; words stand apart even where none is drawn. */
const NARROWEST_SPACE = { drawn: 0.08, seen: 0.04 };
const UNDRAWN_SPACE = 0.25;
/** Where PDFium ended the line at a raised or lowered character, it did not look for a space. */
const UNSEEN_SPACE = 0.15;
/** In a line that is set tightly, a gap as wide as its other spaces: where the font changes PDFium sees none. */
const TIGHT_SPACE = 0.1;
const AS_WIDE = 0.85;
/** Smaller than this, and higher than the foot of its line, a digit is raised. */
const RAISED_SIZE = 0.82;
const RAISED_BY = 0.18;

/** Digits of the number of a note, and the blank after it. */
const LONGEST_MARKER = 4;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The first of the ligatures and forms of letters that Unicode has for older encodings. */
const FIRST_FORM = 0xfb00;
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

/** How many of the last characters of a line tell the height of most. */
const TELLING = 40;

/** Heights of characters, one after another, and the middle one of the last few dozen. */
class Heights {
  private readonly all: number[] = [];
  private known = 0;
  private isKnown = true;

  push(height: number): void {
    this.all.push(height);
    // One more of the middle ones leaves it where it is.
    if (height !== this.known) this.isKnown = false;
  }

  append(others: Heights): void {
    for (const height of others.all) this.push(height);
  }

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  /** 0 where there are none. */
  get middle(): number {
    if (this.isKnown) return this.known;
    const some = this.all.slice(-TELLING).sort((a, b) => a - b);
    this.isKnown = true;
    return (this.known = some[some.length >> 1] ?? 0);
  }
}

/** A stretch of one line as it is put together. */
class Piece {
  text = '';
  /** The text ends with a blank; to look would copy the text for each word. */
  endsInBlank = false;
  left: number;
  right: number;
  bottom: number;
  top: number;
  /** Heights of its characters, for that of most. */
  readonly heights = new Heights();
  /** The last gap that a space was seen in; infinite before that. */
  spacing = Infinity;
  /** The words of a line that is written from right to left; null for any other. */
  leftward: LeftwardWords | null = null;
  /** An accent that was drawn last, before whatever it stands over. */
  accent: { readonly mark: string; readonly box: Box } | null = null;

  /** `last` is its last character, as it is drawn: at first the only one. */
  constructor(public last: Box) {
    this.left = last.left;
    this.right = last.right;
    this.bottom = last.bottom;
    this.top = last.top;
  }
}

/**
 * The lines of a page. Turned text (stamps of archives, labels of axes) is left out. Digits that are raised are given as such
 * (`¹`), so that they are known as markers of notes.
 */
export function linesOf(page: PageCharacters): PrintedLine[] {
  const pieces: Piece[] = [];
  let current: Piece | undefined;
  const accents = freeAccents(page);
  let space: Space | null = null;
  for (let i = 0; i < page.codes.length; i++) {
    const mark = page.marks[i]!;
    if (mark & TURNED || accents.accents.has(i)) continue;
    const code = wholeCode(page, i);
    if (mark & GENERATED || code === 0x20 || code === 0xa0) {
      // PDFium ends a line before raised characters too: there the places of characters decide.
      if (code === 0x20 || code === 0xa0) space = mark & GENERATED ? 'seen' : drawnAfter(space);
      else space ??= 'broken';
      continue;
    }
    const box = boxOf(page, i);
    const height = box.top - box.bottom;
    if (!(height > 0)) continue;
    const isLeftward = isWrittenLeftward(code);
    if (!current || !(continues(current, box) || continuesLeftward(current, box, isLeftward))) {
      current = isLeftward ? undefined : leftOpen(pieces, box);
      if (!current) {
        current = new Piece(box);
        pieces.push(current);
      }
      space = null;
    }
    if (isLeftward || current.leftward) {
      appendLeftward(current, code, box, space === 'drawn' || space === 'seen', isLeftward);
      space = null;
      continue;
    }
    const gap: number = box.left - current.right;
    // What is set smaller, a raised number above all, stands as close as what it belongs to.
    const apart =
      gap > NARROWEST_SPACE.seen * height &&
      isApart(gap, Math.max(height, current.heights.middle), space, current.spacing);
    if (apart && current.text !== '' && !current.endsInBlank) {
      current.text += ' ';
      current.endsInBlank = true;
    }
    if (apart && space !== null && space !== 'broken') current.spacing = gap;
    space = null;
    raiseOpening(current, box);
    append(current, code, box, accents.marks.get(i));
    extend(current, box);
  }
  return joined(pieces).map(lineOf);
}

/** Pieces that are looked back at. */
const LOOK_BACK = 100;
/** In heights of its characters, how close to the end of a line stands what goes on with it. */
const CLOSE = 0.35;

/**
 * The piece that a character goes on with, where the file draws a line in two goes and others in between: as some do where
 * a number is raised.
 */
function leftOpen(pieces: readonly Piece[], box: Box): Piece | undefined {
  for (let i = pieces.length - 1; i >= Math.max(0, pieces.length - LOOK_BACK); i--) {
    const piece = pieces[i]!;
    const gap = box.left - piece.right;
    const tall = piece.heights.middle;
    if (gap < CLOSE * tall && gap > -0.1 * tall && !piece.leftward && continues(piece, box)) return piece;
  }
  return undefined;
}

/** What stands before a character: a space that the file draws, or that PDFium sees; the end of a line as PDFium sees it. */
type Space = 'drawn' | 'seen' | 'broken';

function drawnAfter(space: Space | null): Space {
  return space === 'seen' ? space : 'drawn';
}

/** Whether a gap is one between words. */
function isApart(gap: number, tall: number, space: Space | null, spacing: number): boolean {
  if (space === 'drawn' || space === 'seen') return gap > NARROWEST_SPACE[space] * tall;
  const narrowest = space === 'broken' ? UNSEEN_SPACE : UNDRAWN_SPACE;
  return gap > narrowest * tall || (gap > TIGHT_SPACE * tall && gap > AS_WIDE * spacing);
}

/** A character; PDFium gives those beyond the first 65,536 in two halves, the second of which is nothing by itself. */
function wholeCode({ codes }: PageCharacters, index: number): number {
  const code = codes[index]!;
  if (code >= 0xd800 && code < 0xdc00) {
    const low = codes[index + 1] ?? 0;
    return low >= 0xdc00 && low < 0xe000 ? ((code - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : code;
  }
  const high = codes[index - 1] ?? 0;
  return code >= 0xdc00 && code < 0xe000 && high >= 0xd800 && high < 0xdc00 ? NOTHING : code;
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

/** Makes the number at the beginning of a line the raised one that it is beside the first larger character, in `box`. */
function raiseOpening(piece: Piece, { bottom, top }: Box): void {
  const { text, last } = piece;
  if (text.length > LONGEST_MARKER || !/^\d+ ?$/.test(text)) return;
  const usual = top - bottom;
  if (last.top - last.bottom >= RAISED_SIZE * usual || last.bottom - bottom <= RAISED_BY * usual) return;
  piece.text = text.replaceAll(/\d/g, (digit) => RAISED[Number(digit)]!);
}

/** Writes a character after the others of a piece, or an accent over one of them; `over` is one that stands over it. */
function append(piece: Piece, code: number, box: Box, over?: string): void {
  const { accent, last } = piece;
  piece.last = box;
  piece.accent = null;
  const sign =
    over === undefined ? written(code, piece, box, last) : accented(written(code, piece, box), over);
  if (sign !== '') piece.endsInBlank = false;
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

/** Characters that follow each other to the left come in the order in which they are read. */
function continuesLeftward(piece: Piece, box: Box, isLeftward: boolean): boolean {
  if (!isLeftward && !piece.leftward) return false;
  const height = box.top - box.bottom;
  const tall = Math.max(height, piece.top - piece.bottom);
  const overlap = Math.min(box.top, piece.top) - Math.max(box.bottom, piece.bottom);
  if (overlap < 0.4 * Math.min(height, piece.top - piece.bottom)) return false;
  // A number or a foreign word begins at its left end, apart from what stands before it.
  const widest = (isLeftward ? WIDEST_GAP : LONGEST_WORD) * tall;
  return box.right > piece.left - widest && box.left < piece.right + WIDEST_GAP * tall;
}

function appendLeftward(piece: Piece, code: number, box: Box, space: boolean, isLeftward: boolean): void {
  if (!piece.leftward) {
    piece.leftward = new LeftwardWords();
    if (piece.text !== '') piece.leftward.add(piece.text, piece, false, false);
  }
  const tall = Math.max(box.top - box.bottom, piece.heights.middle);
  const { last } = piece;
  const gap = last.left >= box.right ? last.left - box.right : box.left - last.right;
  const isApart = space || (isLeftward && gap > UNDRAWN_SPACE * tall);
  const isWord = isLeftward ? false : /[\p{L}\p{N}]/u.test(String.fromCodePoint(Math.min(code, 0x10ffff)));
  piece.leftward.add(written(code, piece, box), box, isApart, isWord);
  piece.last = box;
  extend(piece, box);
}

function extend(piece: Piece, { left, right, bottom, top }: Box): void {
  piece.left = Math.min(piece.left, left);
  piece.right = Math.max(piece.right, right);
  const height = top - bottom;
  const isWithin = bottom >= piece.bottom && top <= piece.top;
  // What is raised or set small does not move the line.
  const isSmall = !isWithin && height < 0.9 * piece.heights.middle;
  piece.heights.push(height);
  if (isWithin || isSmall) return;
  piece.bottom = Math.min(piece.bottom, bottom);
  piece.top = Math.max(piece.top, top);
}

/** How a character is written after `last`, which is null where it is not known. */
function written(code: number, piece: Piece, box: Box, last: Box | null = null): string {
  const { bottom, top } = box;
  if (code === PDFIUM_HYPHEN || code === SOFT_HYPHEN || code === NOT_A_CHARACTER) return '-';
  if (code === NOTHING) return '';
  if (code < 0x20) return TEX_SIGNS[code] ?? '';
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\ufffd';
  if (code >= 0x30 && code <= 0x39 && !piece.heights.isEmpty) {
    const usual = piece.heights.middle;
    const isRaised = top - bottom < RAISED_SIZE * usual && bottom - piece.bottom > RAISED_BY * usual;
    // After a letter of its own font it is part of the word: narrow type in the text often stands higher, and is lower.
    if (isRaised && last && /[\p{L}\d]$/u.test(piece.text) && isLevel(last, box))
      return String.fromCharCode(code);
    // After a letter that stands by itself it is an exponent, or part of a name: χ², S³.
    if (isRaised && !/(?:^|[^\p{L}])\p{L}\d?$/u.test(piece.text)) return RAISED[code - 0x30]!;
  }
  const sign = code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code);
  if (code < FIRST_FORM) return sign;
  // Forms of letters that depend on their neighbours.
  if ((code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc)) return sign.normalize('NFKC');
  return LIGATURES[sign] ?? sign;
}

/** Whether two characters stand on the same line, and are as high as each other. */
function isLevel(one: Box, other: Box): boolean {
  const slack = 0.04 * (other.top - other.bottom);
  return Math.abs(one.bottom - other.bottom) < slack && Math.abs(one.top - other.top) < slack;
}

/** Pieces on one line that follow each other closely, drawn one after another with something else between. */
function joined(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last && !piece.leftward && continues(last, piece) && piece.left - last.right < last.heights.middle) {
      const apart = piece.left - last.right > 0.15 * last.heights.middle;
      last.text += `${apart && !last.text.endsWith(' ') ? ' ' : ''}${piece.text}`;
      last.right = Math.max(last.right, piece.right);
      last.heights.append(piece.heights);
    } else lines.push(piece);
  }
  return lines;
}

/**
 * A letter of another script within a Latin word, or of nobody's: the font has no table of its characters. Transliterations
 * have modifiers among their letters: `taʿaǧǧub`.
 */
const UNKNOWN =
  /\p{Co}|(?<=\p{sc=Latin})(?![\u02b0-\u02ff\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])\p{L}+(?=\p{sc=Latin})/gu;

/** What cannot be read is said to be so, for nobody to take it for what is written. */
function readable(text: string): string {
  return /[^ -~]/.test(text) ? text.replace(UNKNOWN, '\ufffd') : text;
}

function lineOf({ text, left, right, bottom, top, heights, leftward }: Piece): PrintedLine {
  return { text: readable((leftward?.text ?? text).trim()), left, right, bottom, top, size: heights.middle };
}
