/** Accents that a file draws by themselves, over the letter before or after them, as TeX's older fonts do. */
import { wordTable } from '../../text/word-table.ts';
import type { Box } from './page.ts';

const COMBINING = new Map<number, string>([
  [0x60, '\u0300'],
  [0xb4, '\u0301'],
  [0x2ca, '\u0301'],
  [0x5e, '\u0302'],
  [0x2c6, '\u0302'],
  [0x2dc, '\u0303'],
  [0x7e, '\u0303'],
  [0xaf, '\u0304'],
  [0x2d8, '\u0306'],
  [0x2d9, '\u0307'],
  [0xa8, '\u0308'],
  [0x2da, '\u030a'],
  [0x2dd, '\u030b'],
  [0x2c7, '\u030c'],
  [0xb8, '\u0327'],
  [0x2db, '\u0328'],
]);
const DOTLESS = wordTable<string>({ ı: 'i', ȷ: 'j' });

/** The combining mark for an accent that takes room of its own; null for other characters. */
export function combining(code: number): string | null {
  // All Latin letters, and what stands before them.
  if (code < 0x5e || (code > 0x60 && code < 0x7e)) return null;
  return COMBINING.get(code) ?? null;
}

/** A letter with a mark over or below it, as one character where there is one. */
export function accented(letter: string, mark: string): string {
  return `${DOTLESS[letter] ?? letter}${mark}`.normalize('NFC');
}

/** Whether an accent and a letter stand in the same place rather than side by side. */
export function isOver(accent: Box, letter: Box): boolean {
  const shared = Math.min(accent.right, letter.right) - Math.max(accent.left, letter.left);
  return shared > 0.5 * Math.min(accent.right - accent.left, letter.right - letter.left);
}
