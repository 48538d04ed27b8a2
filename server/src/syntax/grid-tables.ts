/** Grid tables, whose cells contain blocks. */
import { blankLineAt, blankLinesAt, skipBlanks } from './characters.ts';
import type { Reading } from './reading.ts';
import { columnOffsets } from './table-columns.ts';

const PLUS = 43;
const PIPE = 124;
const COLON = 58;

interface Line {
  readonly from: number;
  readonly to: number;
}

/**
 * A line `+---+:==:+` at `at`: the widths of its columns with their `+`, and the offset after it; null when
 * it is none.
 */
function gridRule(
  text: string,
  at: number,
  limit: number,
  dash: number,
): { widths: number[]; end: number } | null {
  if (text.charCodeAt(at) !== PLUS) return null;
  const widths: number[] = [];
  let i = at + 1;
  for (;;) {
    const from = i;
    if (text.charCodeAt(i) === COLON) i++;
    const dashes = i;
    while (text.charCodeAt(i) === dash) i++;
    if (i === dashes) break;
    if (text.charCodeAt(i) === COLON) i++;
    if (text.charCodeAt(i) !== PLUS) return null;
    widths.push(++i - from);
  }
  const end = widths.length === 0 ? -1 : blankLineAt(text, i, limit);
  return end < 0 ? null : { widths, end };
}

/** A grid table at `at`: the offset after it, or -1. Pandoc’s `gridTable`. */
export function gridTableAt(reading: Reading, at: number, limit: number): number {
  const { text } = reading;
  const top = gridRule(text, at, limit, 45);
  if (!top) return -1;
  const first = gridLines(text, top.end, limit);
  const headed = first.lines.length > 0 ? gridRule(text, first.end, limit, 61) : null;
  if (headed && headed.widths.length === top.widths.length) {
    const kept = reading.nodes.length;
    readRow(reading, first.lines, headed.widths, true);
    const end = gridRows(reading, headed.end, limit, headed.widths);
    if (end >= 0) return end;
    reading.dropNodes(kept);
  }
  return gridRows(reading, top.end, limit, top.widths);
}

function gridLines(text: string, at: number, limit: number): { lines: Line[]; end: number } {
  const lines: Line[] = [];
  let end = at;
  while (end < limit && text.charCodeAt(end) === PIPE) {
    const lineEnd = text.indexOf('\n', end);
    if (lineEnd < 0 || lineEnd >= limit || lineEnd === end + 1) break;
    lines.push({ from: end + 1, to: lineEnd });
    end = lineEnd + 1;
  }
  return { lines, end };
}

function gridRows(reading: Reading, from: number, limit: number, widths: readonly number[]): number {
  const { text } = reading;
  let end = -1;
  for (let at = from; at < limit;) {
    const row = gridLines(text, at, limit);
    if (row.lines.length === 0) break;
    readRow(reading, row.lines, widths, false);
    end = row.end;
    const rule = gridRule(text, row.end, limit, 45);
    if (!rule) break;
    end = at = rule.end;
  }
  if (end < 0) return -1;
  const blank = blankLinesAt(text, end, limit);
  return blank < 0 ? end : blank;
}

function readRow(reading: Reading, lines: readonly Line[], widths: readonly number[], header: boolean): void {
  const { text } = reading;
  let sum = 0;
  const columns = widths.map((width) => (sum += width) - width);
  const offsets = lines.map(({ from, to }) => columnOffsets(text, from, trimmedEnd(text, from, to), columns));
  for (let i = 0; i < columns.length; i++) {
    const pieces = lines.map((line, row) => {
      const from = offsets[row]![i]!;
      let to = offsets[row]![i + 1] ?? trimmedEnd(text, line.from, line.to);
      while (to > from && text.charCodeAt(to - 1) === PIPE) to--;
      return { from, to: trimmedEnd(text, from, to) };
    });
    const spaced = pieces.every(({ from, to }) => from === to || text.charCodeAt(from) === 32);
    const excerpt = reading.excerpt();
    for (const { from, to } of pieces) {
      if (header) excerpt.add(Math.min(skipBlanks(text, from), to), to);
      else excerpt.add(spaced && from < to ? from + 1 : from, to);
      excerpt.insert('\n', Math.max(0, to - 1));
    }
    // As in Pandoc the text of a header is trimmed, so constructs that need a line end are not recognised at
    // its end.
    if (header) excerpt.trimEnd();
    else excerpt.insert('\n', Math.max(0, pieces.at(-1)!.to - 1));
    reading.excerptBlocks(excerpt);
  }
}

function trimmedEnd(text: string, from: number, to: number): number {
  while (to > from && (text.charCodeAt(to - 1) === 32 || text.charCodeAt(to - 1) === 9)) to--;
  return to;
}
