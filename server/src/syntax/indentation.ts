/** Columns and tabs: tab stops are at multiples of four, counted in the text being read. */
import { NEWLINE, SPACE, TAB } from './characters.ts';

const TAB_STOP = 4;

/** The zero-based column of `at` in its line, with tabs expanded. */
export function columnAt(text: string, at: number): number {
  let column = 0;
  for (let i = text.lastIndexOf('\n', at - 1) + 1; i < at; i++)
    column += text.charCodeAt(i) === TAB ? TAB_STOP - (column % TAB_STOP) : 1;
  return column;
}

/**
 * The offset after an indentation of less than four spaces at `at`; -1 where it is larger. Pandoc’s
 * `nonindentSpaces`.
 */
export function unindentedAt(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && i - at < 4 && text.charCodeAt(i) === SPACE) i++;
  const code = text.charCodeAt(i);
  if (i - at >= 4 || code === SPACE || code === TAB) return -1;
  return i;
}

/** The offset after four spaces or one tab at `at`; -1 when there is neither. Pandoc’s `indentSpaces`. */
export function indentedBy(text: string, at: number, spaces: number): number {
  if (text.charCodeAt(at) === TAB) return at + 1;
  for (let i = 0; i < spaces; i++) if (text.charCodeAt(at + i) !== SPACE) return -1;
  return at + spaces;
}

/** An offset with `pending` columns of a split tab before it. */
export interface Indent {
  /** The offset after the white space that was skipped, with the split tab. */
  readonly at: number;
  /** Columns of the last tab that were not skipped. */
  readonly pending: number;
  readonly columns: number;
}

/** Skips up to `columns` columns of white space at `at`. Pandoc’s `gobbleAtMostSpaces`. */
export function skipAtMostSpaces(text: string, at: number, columns: number): Indent {
  let used = 0;
  let column = used < columns ? columnAt(text, at) : 0;
  while (used < columns) {
    const code = text.charCodeAt(at);
    if (code === SPACE) {
      used++;
      column++;
      at++;
    } else if (code === TAB) {
      const width = TAB_STOP - (column % TAB_STOP);
      at++;
      if (used + width > columns) return { at, pending: used + width - columns, columns };
      used += width;
      column += width;
    } else break;
  }
  return { at, pending: 0, columns: used };
}

/** Whether `at` is at a line end or the end of the text. */
export function endsLine(text: string, at: number, limit: number): boolean {
  return at >= limit || text.charCodeAt(at) === NEWLINE;
}
