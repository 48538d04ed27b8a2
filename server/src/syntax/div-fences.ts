/** The fences of divs: lines of colons. */
import { blankLinesAt, skipBlanks } from './characters.ts';

const COLON = 58;

/** The offset after three or more colons at `at`; -1 when there are fewer. */
export function colonsEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && text.charCodeAt(end) === COLON) end++;
  return end - at >= 3 ? end : -1;
}

/**
 * A line of colons that closes a div at `at`: the offset after the blank lines after it, or -1. Pandoc’s
 * `divFenceEnd`.
 */
export function divFenceEnd(text: string, at: number, limit: number): number {
  const colons = colonsEnd(text, at, limit);
  return colons < 0 ? -1 : blankLinesAt(text, skipBlanks(text, colons), limit);
}
