/** Columns of a scan that a program read across: a line of the one, then that beside it of the other. */
import type { PrintedLine } from './page.ts';

/** Rows with words on both sides before a gap between them is one between columns. */
const FEWEST = 4;
/** How wide that gap is, in heights of characters. */
const GUTTER = 1.5;
/** How far apart lines of one column begin, in points. */
const STEP = 4;

/**
 * The lines of a page with those of each column together, where they come by turns from left and right of one gap. Lines that
 * were read column by column, and those that run over the gap, stay where they are.
 */
export function columnsApart(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const edge = edgeOf(lines);
  if (edge === null) return lines;
  const ordered: PrintedLine[] = [];
  let run: PrintedLine[] = [];
  const flush = (): void => {
    ordered.push(
      ...(goesAcross(run, edge)
        ? [...run.filter((line) => !isRight(line, edge)), ...run.filter((line) => isRight(line, edge))]
        : run),
    );
    run = [];
  };
  for (const line of lines) {
    if (isRight(line, edge) || line.right < edge) run.push(line);
    else {
      flush();
      ordered.push(line);
    }
  }
  flush();
  return ordered;
}

/** Where lines of a right column begin beside others; null where no place is found that enough do. */
function edgeOf(lines: readonly PrintedLine[]): number | null {
  const counts = new Map<number, number>();
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before || !isBeside(before, line)) return;
    const place = Math.round(line.left / STEP);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  });
  let [best, most] = [0, 0];
  for (const [place, count] of counts) {
    const near = count + (counts.get(place - 1) ?? 0) + (counts.get(place + 1) ?? 0);
    if (near > most) [best, most] = [place, near];
  }
  return most >= FEWEST ? (best - 1.5) * STEP : null;
}

function isBeside(a: PrintedLine, b: PrintedLine): boolean {
  const overlap = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return overlap > 0.5 * Math.min(a.size, b.size) && b.left - a.right > GUTTER * b.size;
}

function isRight({ left }: PrintedLine, edge: number): boolean {
  return left >= edge;
}

/** Whether lines of both columns come by turns. */
function goesAcross(run: readonly PrintedLine[], edge: number): boolean {
  let turns = 0;
  for (let i = 1; i < run.length; i++)
    if (isRight(run[i]!, edge) && !isRight(run[i - 1]!, edge) && isBeside(run[i - 1]!, run[i]!)) turns++;
  return turns >= FEWEST;
}
