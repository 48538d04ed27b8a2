/** The lines of a column as text: an empty line between two paragraphs. */
import type { PrintedLine } from './page.ts';

/** Between paragraphs, in the height of their characters, and against what is usual between lines that stand far apart. */
const WIDE = 0.9;
const WIDER_THAN_USUAL = 1.3;
/** By how much a paragraph may begin further in, in the height of its characters. */
const INDENTED = { least: 0.7, most: 5 };
/** Lines of a column before one can tell where most begin. */
const FEWEST = 5;

/**
 * Lines one below the other. A paragraph begins where there is more room above a line than between most, or where it alone
 * stands further in.
 */
export function paragraphsOf(lines: readonly PrintedLine[]): string {
  const edge = leftEdge(lines);
  const usual = usualGap(lines);
  let text = '';
  lines.forEach((line, i) => {
    if (line.text === '') return;
    const before = lines[i - 1];
    if (before) text += sharesLine(before, line) ? ' ' : isApart(before, line) || begins(i) ? '\n\n' : '\n';
    text += line.text;
  });
  return text;

  function isApart(before: PrintedLine, { top, size }: PrintedLine): boolean {
    return before.bottom - top > Math.max(WIDE * size, WIDER_THAN_USUAL * usual);
  }

  function begins(i: number): boolean {
    if (edge === null || !isIndented(lines[i]!, edge)) return false;
    let first = i - 1;
    while (first > 0 && sharesLine(lines[first - 1]!, lines[first]!)) first--;
    let next = i + 1;
    while (next < lines.length && sharesLine(lines[next - 1]!, lines[next]!)) next++;
    const below = lines[next];
    return (
      isAtEdge(lines[first]!, edge) &&
      below !== undefined &&
      isAtEdge(below, edge) &&
      below.bottom < lines[i]!.bottom
    );
  }
}

function isIndented({ left, size }: PrintedLine, edge: number): boolean {
  return left - edge > INDENTED.least * size && left - edge < INDENTED.most * size;
}

function isAtEdge({ left, size }: PrintedLine, edge: number): boolean {
  return Math.abs(left - edge) < 0.3 * size;
}

function sharesLine(a: PrintedLine, b: PrintedLine): boolean {
  return b.left >= a.right - 1 && Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom) > 0.5 * b.size;
}

/** Where more than half of the lines of a column begin; null where no such place is. */
function leftEdge(lines: readonly PrintedLine[]): number | null {
  if (lines.length < FEWEST) return null;
  const edge = middle(lines.map(({ left }) => left));
  return lines.filter((line) => isAtEdge(line, edge)).length * 2 > lines.length ? edge : null;
}

/** The room between most lines of a column; 0 where it cannot be told. */
function usualGap(lines: readonly PrintedLine[]): number {
  const gaps = lines.flatMap(({ top, size }, i) => {
    const before = lines[i - 1];
    const gap = before ? before.bottom - top : -1;
    return gap > 0 && gap < 3 * size ? [gap] : [];
  });
  return gaps.length < FEWEST ? 0 : middle(gaps);
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
