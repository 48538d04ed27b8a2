/** Where the words of printed lines are drawn: lines joined again with the characters that they were made of. */
import { GENERATED, TURNED, type Box, type PageCharacters, type PrintedLine } from './page.ts';
import type { TextRange } from '../../text/range.ts';

/** A word of a line, or signs between words, by its offsets there. */
export interface PrintedWord extends TextRange, Box {}

/** Comparisons of characters with lines on one page; past it, words are placed by their share of the line. */
const MOST_COMPARISONS = 4_000_000;
/** Height of the bands by which lines are looked up, in points. */
const BAND = 12;
const MOST_BANDS = 2000;
/** Characters of a line that may be missing among those drawn, or be written otherwise. */
const LOOK_AHEAD = 4;

/** Letters by themselves, so that a passage may end before the stop of its sentence. */
const WORD = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]+/gu;

/** The words of each of some lines of a page. */
export function wordsOfLines(lines: readonly PrintedLine[], page: PageCharacters): PrintedWord[][] {
  const glyphs = glyphsOf(lines, page);
  return lines.map((line, i) => wordsOf(line, glyphs?.[i] ?? [], page));
}

/** The characters that stand within each line; null where there are too many to tell. */
function glyphsOf(lines: readonly PrintedLine[], { boxes, codes, marks }: PageCharacters): number[][] | null {
  const bands = new Map<number, number[]>();
  lines.forEach((line, i) => {
    const first = bandOf(line.bottom);
    const last = Math.min(bandOf(line.top), first + MOST_BANDS);
    for (let band = first; band <= last; band++) {
      const known = bands.get(band);
      if (known) known.push(i);
      else bands.set(band, [i]);
    }
  });
  const glyphs = lines.map((): number[] => []);
  let comparisons = 0;
  for (let c = 0; c < codes.length; c++) {
    if (marks[c]! & (GENERATED | TURNED) || codes[c] === 0x20 || codes[c] === 0xa0) continue;
    const x = (boxes[4 * c]! + boxes[4 * c + 1]!) / 2;
    const y = (boxes[4 * c + 2]! + boxes[4 * c + 3]!) / 2;
    const near = bands.get(bandOf(y)) ?? [];
    comparisons += near.length;
    if (comparisons > MOST_COMPARISONS) return null;
    for (const i of near) {
      const { left, right, bottom, top } = lines[i]!;
      if (x >= left - 0.5 && x <= right + 0.5 && y >= bottom - 0.5 && y <= top + 0.5) glyphs[i]!.push(c);
    }
  }
  return glyphs;
}

function bandOf(y: number): number {
  return Math.floor(y / BAND);
}

function wordsOf(line: PrintedLine, glyphs: readonly number[], page: PageCharacters): PrintedWord[] {
  const { left, right, bottom, top, text } = line;
  const ends = endsOf(text, glyphs, page);
  const share = (at: number): number => left + ((right - left) * at) / Math.max(1, text.length);
  const words: PrintedWord[] = [];
  for (const { index: from, 0: word } of text.matchAll(WORD)) {
    const to = from + word.length;
    let begins = Infinity;
    let stops = -Infinity;
    if (ends)
      for (let i = from; i < to; i++) {
        if (Number.isNaN(ends.left[i])) continue;
        begins = Math.min(begins, ends.left[i]!);
        stops = Math.max(stops, ends.right[i]!);
      }
    const isKnown = begins < stops;
    words.push({
      from,
      to,
      left: isKnown ? begins : share(from),
      right: isKnown ? stops : share(to),
      bottom,
      top,
    });
  }
  return words;
}

/** Where each unit of a line begins and ends; not a number where that is not known. Null where hardly any is. */
function endsOf(
  text: string,
  glyphs: readonly number[],
  { boxes, codes }: PageCharacters,
): { readonly left: Float64Array; readonly right: Float64Array } | null {
  const left = new Float64Array(text.length).fill(NaN);
  const right = new Float64Array(text.length).fill(NaN);
  const sorted = [...glyphs].sort((a, b) => boxes[4 * a]! - boxes[4 * b]!);
  let at = 0;
  let known = 0;
  for (const glyph of sorted) {
    const drawn = plain(String.fromCodePoint(Math.min(codes[glyph]!, 0x10ffff)));
    if (drawn === '') continue;
    const found = findFrom(text, drawn, at);
    if (found < 0) continue;
    // A ligature is one character where it is drawn and several where it is written.
    const length = Math.min(drawn.length, text.length - found);
    const width = (boxes[4 * glyph + 1]! - boxes[4 * glyph]!) / length;
    for (let k = 0; k < length; k++) {
      left[found + k] = boxes[4 * glyph]! + k * width;
      right[found + k] = boxes[4 * glyph]! + (k + 1) * width;
    }
    known += length;
    at = found + length;
  }
  return known * 2 < text.replaceAll(' ', '').length ? null : { left, right };
}

/** Where a character that is drawn is written, not far after `at`; -1 for none. */
function findFrom(text: string, drawn: string, at: number): number {
  for (let i = at, tries = 0; i < text.length && tries < LOOK_AHEAD; i++) {
    if (text[i] === ' ') continue;
    if (plain(text.slice(i, i + drawn.length)).startsWith(drawn[0]!)) return i;
    tries++;
  }
  return -1;
}

/** Characters without accents, ligatures and raised digits as what they are made of. */
function plain(sign: string): string {
  return sign
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0002\u00ad\ufffe]/g, '-');
}
