import type { TextRange } from '../../text/range.ts';

/** How far a bracket is looked for. */
const FARTHEST = 400;

/**
 * What an editor's own Markdown takes for the label of a link around `range`: all between the brackets, where nothing
 * but a label stands there. Null where there is none. An editor shows a place once where both say the same range.
 */
export function labelAround(text: string, { from, to }: TextRange): TextRange | null {
  const before = text.slice(Math.max(0, from - FARTHEST), from);
  const open = before.search(/\[[^[\]\n]*$/);
  const behind = /^[^[\]\n]*(?=\](?![:([{]))/.exec(text.slice(to, to + FARTHEST));
  if (open < 0 || !behind) return null;
  return { from: from - before.length + open + 1, to: to + behind[0].length };
}
