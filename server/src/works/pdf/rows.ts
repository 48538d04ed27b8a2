/** Lines side by side at the head or foot of a page, where running heads and folios stand. */
import type { PrintedLine } from './page.ts';

/** Lines at one height, from left to right. */
export interface Row {
  readonly lines: readonly PrintedLine[];
  readonly text: string;
  /** In points from the foot of the page. */
  readonly bottom: number;
  readonly top: number;
}

/** Rows that are looked at from either end of a page. */
const MOST_ROWS = 3;
/** Parts of the height of a page within which heads and feet stand. */
const MARGIN = 0.16;
/** Where the text of a small book is printed on large sheets, its outermost row may stand as far in, set off from the others by so many heights. */
const WIDE_MARGIN = 0.3;
const SET_OFF = 1.2;

/** The first few rows of a page that stand in its upper margin, from above, and those in its lower one, from below. */
export function outerRows(
  lines: readonly PrintedLine[],
  height: number,
): { readonly heads: Row[]; readonly feet: Row[] } {
  const fromAbove = [...lines].sort((a, b) => b.top - a.top);
  const fromBelow = [...lines].sort((a, b) => a.bottom - b.bottom);
  const above = rowsOf(fromAbove);
  const below = rowsOf(fromBelow);
  return {
    heads: above.filter(
      ({ bottom }, i) =>
        bottom > height * (1 - MARGIN) ||
        (i === 0 &&
          bottom > height * (1 - WIDE_MARGIN) &&
          isSetOff(above[0]!, bottom - (above[1]?.top ?? 0))),
    ),
    feet: below.filter(
      ({ top }, i) =>
        top < height * MARGIN ||
        (i === 0 && top < height * WIDE_MARGIN && isSetOff(below[0]!, (below[1]?.bottom ?? height) - top)),
    ),
  };
}

/** Whether a row has more room between it and the next than lines of one text. */
function isSetOff({ bottom, top }: Row, gap: number): boolean {
  return gap > SET_OFF * (top - bottom);
}

/** The first rows of lines that are sorted from one end of the page. */
function rowsOf(sorted: readonly PrintedLine[]): Row[] {
  const rows: PrintedLine[][] = [];
  for (const line of sorted) {
    const row = rows.at(-1);
    if (row && sharesHeight(row[0]!, line)) row.push(line);
    else if (rows.length === MOST_ROWS) break;
    else rows.push([line]);
  }
  return rows.map((row) => {
    const lines = row.sort((a, b) => a.left - b.left);
    return {
      lines,
      text: lines.map(({ text }) => text).join('  '),
      bottom: Math.min(...lines.map(({ bottom }) => bottom)),
      top: Math.max(...lines.map(({ top }) => top)),
    };
  });
}

function sharesHeight(a: PrintedLine, b: PrintedLine): boolean {
  const overlap = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return overlap > 0.5 * Math.min(a.top - a.bottom, b.top - b.bottom);
}
