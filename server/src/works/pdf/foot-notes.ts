/** The notes at the foot of a column: lines smaller than those of the text, below all of it. */
import type { PrintedLine } from './page.ts';

/** Against the usual size of the text. */
const SMALLER = 0.94;
const OPENING = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\d{1,4}(?:[.)]|\s|$)|[*†‡§¶∗]{1,3}|\[\d{1,4}\])/;
/** A stretch of small lines without an opening that is longer is a table, or a text in small print. */
const LONGEST_REST = 12;

export interface Column {
  readonly body: readonly PrintedLine[];
  readonly notes: readonly PrintedLine[];
}

/**
 * Parts the lines of a column into those of the text and those of its notes. `usual` is the size of most of the text;
 * `running` says whether a note may run on from the page before, so that none need begin here.
 */
export function withoutNotes(lines: readonly PrintedLine[], usual: number, running: boolean): Column {
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size < SMALLER * usual) from--;
  // All of it small: a page of endnotes, or of tables, is a text by itself.
  if (from === 0) return { body: lines, notes: [] };
  const opening = lines.findIndex(({ text }, i) => i >= from && OPENING.test(text));
  if (opening < 0) {
    if (!running || lines.length - from > LONGEST_REST) return { body: lines, notes: [] };
  } else if (!running) from = opening;
  return { body: lines.slice(0, from), notes: lines.slice(from) };
}
