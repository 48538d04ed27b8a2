import type { TextRange } from '../text/range.ts';
import { firstFrom } from '../text/range.ts';
import { anchorsIn, type Callers } from './anchors.ts';
import type { Attribution } from './model.ts';

/** Longer rows, in UTF-16 units to either side of a cell, are no rows of tables that somebody reads. */
const LONGEST_ROW = 2000;

/**
 * The citation or note that stands alone in the row of a pipe table, outside the cell `cell`: `| “…” | @key, p. 2 |`. It is
 * loose, since the other cells may be about anything. Null for none, and for several. `prose` are the cells of the block.
 */
export function citedInRow(
  text: string,
  cell: TextRange,
  prose: readonly TextRange[],
  callers: Callers,
): Attribution | null {
  if (prose.length < 2) return null;
  const start = Math.max(0, cell.from - LONGEST_ROW);
  const from = start + text.slice(start, cell.from).lastIndexOf('\n') + 1;
  const ahead = text.slice(cell.to, cell.to + LONGEST_ROW);
  const lineEnd = ahead.indexOf('\n');
  const to = cell.to + (lineEnd < 0 ? ahead.length : lineEnd);
  const cells = prose.slice(firstFrom(prose, from), firstFrom(prose, to));
  const isRow =
    cells.length > 1 &&
    cells.every((each, i) => i === 0 || text.slice(cells[i - 1]!.to, each.from).includes('|'));
  if (!isRow) return null;
  const [only, ...others] = anchorsIn(text, { from, to }, callers);
  return only && others.length === 0 ? { ...only.attribution, loose: true } : null;
}
