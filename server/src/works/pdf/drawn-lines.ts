/** The lines of a page with the places of their words, as the page lies when it is looked at. */
import type { DrawnLine } from '../page-drawer.ts';
import { linesOf } from './lines.ts';
import { correctMacRoman, MacRomanSigns } from './mac-roman.ts';
import type { Box, PageCharacters } from './page.ts';
import { wordsOfLines } from './page-words.ts';
import type { PageView } from './pdfium.ts';

/** The lines as the reader of works makes them, in the order in which the file draws them. Changes `page`. */
export function drawnLines(page: PageCharacters, view: PageView): DrawnLine[] {
  const signs = new MacRomanSigns();
  signs.count(page);
  if (signs.areThere) correctMacRoman(page);
  const lines = linesOf(page);
  const words = wordsOfLines(lines, page);
  return lines.map(({ text }, i) => ({
    text,
    words: words[i]!.map(({ from, to, ...box }) => ({ from, to, ...seen(asInFile(box, page), view) })),
  }));
}

/** A box in the page's own coordinates: the reverse of what `setUpright` did. */
function asInFile({ left, right, bottom, top }: Box, { turned, width, height }: PageCharacters): Box {
  switch (turned ?? 0) {
    case 1:
      return { left: height - top, right: height - bottom, bottom: left, top: right };
    case 2:
      return { left: width - right, right: width - left, bottom: height - top, top: height - bottom };
    case 3:
      return { left: bottom, right: top, bottom: width - right, top: width - left };
    default:
      return { left, right, bottom, top };
  }
}

/** A box of the page as it is looked at, to a hundredth of a point. */
function seen({ left, right, bottom, top }: Box, { across, down }: PageView) {
  const corners = [
    [left, bottom],
    [right, top],
  ] as const;
  const [a, b] = corners.map(([x, y]) => [
    across[0] * x + across[1] * y + across[2],
    down[0] * x + down[1] * y + down[2],
  ]) as [[number, number], [number, number]];
  return {
    left: rounded(Math.min(a[0], b[0])),
    top: rounded(Math.min(a[1], b[1])),
    width: rounded(Math.abs(a[0] - b[0])),
    height: rounded(Math.abs(a[1] - b[1])),
  };
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
