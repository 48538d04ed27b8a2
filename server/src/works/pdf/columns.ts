/** The lines of a page in the order in which they are read: as the file draws them, unless that cannot be. */
import type { Box, PrintedLine } from './page.ts';

/**
 * The columns of a page, or whatever stretches of lines go downwards one after the other. Files draw columns one after
 * another; where they draw a stretch that stands above another of the same column after it, it is put before that.
 */
export function columnsOf(lines: readonly PrintedLine[]): PrintedLine[][] {
  const stretches: PrintedLine[][] = [];
  let last: PrintedLine | null = null;
  for (const line of lines) {
    if (last && !isAbove(line, last)) stretches.at(-1)!.push(line);
    else stretches.push([line]);
    last = line;
  }
  const ordered: { readonly lines: PrintedLine[]; readonly box: Box }[] = [];
  for (const stretch of stretches) {
    const box = boxAround(stretch);
    const before = ordered.findIndex(
      (other) => box.bottom >= other.box.top - 1 && shareColumn(box, other.box),
    );
    ordered.splice(before < 0 ? ordered.length : before, 0, { lines: stretch, box });
  }
  return ordered.map((each) => each.lines);
}

/** Whether a line stands higher than one that was drawn before it, and not beside it. */
function isAbove(line: PrintedLine, before: PrintedLine): boolean {
  return line.bottom > before.top - 0.3 * Math.min(line.size, before.size);
}

function boxAround(lines: readonly PrintedLine[]): Box {
  const [first] = lines;
  let { left, right, bottom, top } = first!;
  for (const line of lines) {
    left = Math.min(left, line.left);
    right = Math.max(right, line.right);
    bottom = Math.min(bottom, line.bottom);
    top = Math.max(top, line.top);
  }
  return { left, right, bottom, top };
}

function shareColumn(a: Box, b: Box): boolean {
  const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return overlap > 0.5 * Math.min(a.right - a.left, b.right - b.left);
}
