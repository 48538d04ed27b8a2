import type { TextRange } from '../text/range.ts';
import { firstFrom } from '../text/range.ts';
import { anchorsIn, type Callers } from './anchors.ts';
import type { Attribution } from './model.ts';

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
  const from = text.lastIndexOf('\n', cell.from - 1) + 1;
  const lineEnd = text.indexOf('\n', cell.to);
  const to = lineEnd < 0 ? text.length : lineEnd;
  const cells = prose.slice(firstFrom(prose, from), firstFrom(prose, to));
  const isRow =
    cells.length > 1 &&
    cells.every((each, i) => i === 0 || text.slice(cells[i - 1]!.to, each.from).includes('|'));
  if (!isRow) return null;
  const [only, ...others] = anchorsIn(text, { from, to }, callers);
  return only && others.length === 0 ? { ...only.attribution, loose: true } : null;
}
