import { wordTable } from '../text/word-table.ts';

/** Thousands to units, only in canonical form: `iv`, never `iiii`. */
const ROMAN = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const VALUES = wordTable<number>({ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 });

/** The value of a Roman numeral in lower or upper case (`xiv`, `XIV`); null for anything else. */
export function romanValue(written: string): number | null {
  if (written === '' || written.length > 15) return null;
  const small = written.toLowerCase();
  if (written !== small && written !== small.toUpperCase()) return null;
  if (!ROMAN.test(small)) return null;
  let sum = 0;
  for (let at = 0; at < small.length; at++) {
    const value = VALUES[small.charAt(at)]!;
    sum += value < (VALUES[small.charAt(at + 1)] ?? 0) ? -value : value;
  }
  return sum;
}
