/** Numbers of lines in the margin, as manuscripts and editions have them. */
import type { PrintedLine } from './page.ts';

const FEWEST = 4;

/** The lines of a page that are nothing but rising numbers in one column of their own, left or right of the text. */
export function marginNumbers(lines: readonly PrintedLine[]): Set<PrintedLine> {
  const numbers = lines.filter(({ text }) => /^\d{1,4}$/.test(text));
  const words = lines.filter(({ text }) => /\p{L}{3}/u.test(text));
  if (numbers.length < FEWEST || words.length === 0) return new Set();
  const left = middle(words.map((line) => line.left));
  const right = middle(words.map((line) => line.right));
  for (const side of [
    numbers.filter((line) => line.right < left),
    numbers.filter((line) => line.left > right),
  ]) {
    const sorted = [...side].sort((a, b) => b.bottom - a.bottom);
    const rising = sorted.every(({ text }, i) => i === 0 || Number(text) > Number(sorted[i - 1]!.text));
    if (sorted.length >= FEWEST && rising) return new Set(sorted);
  }
  return new Set();
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
