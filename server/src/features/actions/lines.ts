import type { LineIndex } from '../../text/line-index.ts';
import type { TextRange } from '../../text/range.ts';

/** What may precede a block on its line without being part of it. */
const LEAD = /^[ \t>]*$/;

/**
 * The range to delete for a block and one blank line: its whole lines if nothing else is on them, otherwise the block
 * alone.
 */
export function withoutLines(text: string, lines: LineIndex, block: TextRange): TextRange {
  const first = lines.lineAt(block.from);
  const last = lines.lineAt(Math.max(block.from, block.to - 1));
  const before = text.slice(lines.lineStart(first), block.from);
  const after = text.slice(block.to, lines.lineEnd(last));
  if (!LEAD.test(before) || after.trim() !== '') return alone(text, block);
  const blank = (line: number) =>
    line >= 0 && line < lines.lineCount && LEAD.test(text.slice(lines.lineStart(line), lines.lineEnd(line)));
  const from = lines.lineStart(first);
  const next = lines.lineStart(last + 1);
  const atEnd = text.slice(next).trim() === '';
  if (atEnd && first > 0)
    return { from: blank(first - 1) ? lines.lineStart(first - 1) : from, to: text.length };
  if (blank(last + 1) && (first === 0 || blank(first - 1))) return { from, to: lines.lineStart(last + 2) };
  return { from, to: next };
}

/** Words with one of the spaces around them. */
function alone(text: string, { from, to }: TextRange): TextRange {
  return text[to] === ' ' && (from === 0 || /\s/.test(text[from - 1]!)) ? { from, to: to + 1 } : { from, to };
}
