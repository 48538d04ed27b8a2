/** Accents that a file draws apart from their letters: PDFium gives them at the end of a line, or on a line of their own. */
import { accented, combining, isOver } from './accents.ts';
import { boxOf, GENERATED, TURNED, type Box, type PageCharacters } from './page.ts';

export interface FreeAccents {
  /** The characters that are such accents. */
  readonly accents: ReadonlySet<number>;
  /** By the character of a letter: the combining mark of the accent over it. */
  readonly marks: ReadonlyMap<number, string>;
}

const NONE: FreeAccents = { accents: new Set(), marks: new Map() };
/** How many characters before and after an accent its letter is sought: a line and a half. */
const WITHIN = 250;
/** Looking at so many characters is enough for a page; a table of accents is none of a text. */
const MOST_LOOKED_AT = 500_000;
/** Part of the height of a letter by which an accent may stand higher. */
const HIGHEST = 0.5;

/**
 * The accents of a page that stand over a letter which is neither before nor after them. Those beside their letters are
 * left to whoever writes the line.
 */
export function freeAccents(page: PageCharacters): FreeAccents {
  const { codes, marks: kinds } = page;
  let found: { accents: Set<number>; marks: Map<number, string> } | null = null;
  let looked = 0;
  for (let i = 0; i < codes.length && looked < MOST_LOOKED_AT; i++) {
    const mark = codes[i]! < 0x60 ? null : combining(codes[i]!);
    if (mark === null || kinds[i]! & (GENERATED | TURNED)) continue;
    const accent = boxOf(page, i);
    if (standsOver(page, accent, mark, i - 1) || standsOver(page, accent, mark, i + 1)) continue;
    looked += 2 * WITHIN;
    const letter = letterBelow(page, i, accent, mark);
    if (letter < 0 || found?.marks.has(letter)) continue;
    found ??= { accents: new Set(), marks: new Map() };
    found.accents.add(i);
    found.marks.set(letter, mark);
  }
  return found ?? NONE;
}

/** The letter that an accent stands over, the nearest in the order of the file; -1 for none. */
function letterBelow(page: PageCharacters, index: number, accent: Box, mark: string): number {
  for (let step = 2; step <= WITHIN; step++)
    for (const at of [index - step, index + step]) if (standsOver(page, accent, mark, at)) return at;
  return -1;
}

function standsOver(page: PageCharacters, accent: Box, mark: string, at: number): boolean {
  const code = page.codes[at];
  if (code === undefined || code < 0x41 || code > 0x24f || page.marks[at]! & (GENERATED | TURNED))
    return false;
  const letter = boxOf(page, at);
  if (accent.left >= letter.right || accent.right <= letter.left) return false;
  const height = letter.top - letter.bottom;
  if (Math.abs(accent.bottom - letter.bottom) > HIGHEST * height || !isOver(accent, letter)) return false;
  const sign = String.fromCharCode(code);
  return /\p{L}/u.test(sign) && accented(sign, mark).length === 1;
}
