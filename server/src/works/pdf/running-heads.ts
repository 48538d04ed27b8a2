/** What stands at the heads and feet of pages and is no part of the text: titles that return, folios, lines of archives. */
import type { Row } from './rows.ts';
import type { PrintedLine } from './page.ts';

/** Pages on which a row must return to be a running head; of a file with few pages two are enough. */
const FEWEST = 3;
const FEW_PAGES = 5;
/** Heads stand at the same height, in points. */
const SAME_HEIGHT = 8;
/** Rows at the head of the first page among which title and authors are. */
const TITLE_ROWS = 3;

/**
 * The lines of each page that are heads and feet: rows that return, but for their numbers, at the same height on other
 * pages, or at the head say what the first page is headed by; those outside of them, and the rows that hold the folio.
 */
export function runningLines(
  pages: readonly {
    readonly lines: readonly PrintedLine[];
    readonly heads: readonly Row[];
    readonly feet: readonly Row[];
  }[],
  folios: readonly (Row | null)[],
): Set<PrintedLine> {
  const dropped = new Set<PrintedLine>();
  const opening = pages.findIndex(({ lines }) => lines.length > 0);
  const titles = new Set(pages[opening]?.lines.slice(0, TITLE_ROWS).map(keyOf));
  for (const side of ['heads', 'feet'] as const) {
    const places = new Map<string, number[]>();
    const heightOf = ({ top, bottom }: Row): number => (side === 'heads' ? top : bottom);
    for (const page of pages)
      for (const row of page[side]) {
        const key = keyOf(row);
        if (key === '') continue;
        const heights = places.get(key);
        if (heights) heights.push(heightOf(row));
        else places.set(key, [heightOf(row)]);
      }
    const needed = pages.length <= FEW_PAGES ? 2 : FEWEST;
    const returns = (row: Row): boolean => {
      const heights = places.get(keyOf(row)) ?? [];
      return heights.filter((height) => Math.abs(height - heightOf(row)) <= SAME_HEIGHT).length >= needed;
    };
    pages.forEach((page, i) => {
      const rows = page[side];
      let last = -1;
      rows.forEach((row, k) => {
        const isTitle =
          side === 'heads' && i > opening && k === 0 && titles.has(keyOf(row)) && keyOf(row) !== '';
        if (row === folios[i] || returns(row) || isTitle) last = k;
      });
      for (const row of rows.slice(0, last + 1)) for (const line of row.lines) dropped.add(line);
    });
  }
  return dropped;
}

/** A row without its numbers and signs; empty where it says nothing else, or is as long as a line of the text. */
function keyOf({ text }: { readonly text: string }): string {
  const key = text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return key.length < 2 ? '' : key;
}
