import type { TextRange } from '../../text/range.ts';

/** How far a bracket is searched for, in UTF-16 units. */
const FARTHEST = 400;

/**
 * The range that an editor's built-in Markdown support takes for the label of a link around `range`: all text between
 * the brackets, if that is a label. Null where there is none. Editors merge duplicate results only if their ranges
 * are equal.
 */
export function labelAround(text: string, { from, to }: TextRange): TextRange | null {
  const before = text.slice(Math.max(0, from - FARTHEST), from);
  const open = before.search(/\[[^[\]\n]*$/);
  const behind = /^[^[\]\n]*(?=\](?![:([{]))/.exec(text.slice(to, to + FARTHEST));
  if (open < 0 || !behind) return null;
  return { from: from - before.length + open + 1, to: to + behind[0].length };
}
