/** Columns and tabs: a tab reaches to the next multiple of four, counted in the text being read. */
import { NEWLINE, SPACE, TAB } from './characters.ts';

const TAB_STOP = 4;

/** The column of `at` in its line, from 0, tabs widened. */
export function columnAt(text: string, at: number): number {
  let column = 0;
  for (let i = text.lastIndexOf('\n', at - 1) + 1; i < at; i++)
    column += text.charCodeAt(i) === TAB ? TAB_STOP - (column % TAB_STOP) : 1;
  return column;
}

/**
 * Where a line that begins at `at` goes on when it is indented by less than four spaces; -1 otherwise. Pandoc’s
 * `nonindentSpaces`.
 */
export function unindentedAt(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && i - at < 4 && text.charCodeAt(i) === SPACE) i++;
  const code = text.charCodeAt(i);
  if (i - at >= 4 || code === SPACE || code === TAB) return -1;
  return i;
}

/** After four spaces or one tab at `at`; -1 when there is neither. Pandoc’s `indentSpaces`. */
export function indentedBy(text: string, at: number, spaces: number): number {
  if (text.charCodeAt(at) === TAB) return at + 1;
  for (let i = 0; i < spaces; i++) if (text.charCodeAt(at + i) !== SPACE) return -1;
  return at + spaces;
}

/** A position that may lie within a tab: `pending` of its columns are still to come, before `at`. */
export interface Indent {
  /** After the spaces and tabs that were used up, the split tab among them. */
  readonly at: number;
  /** Columns of the last tab that were not used up. */
  readonly pending: number;
  readonly columns: number;
}

/** Uses up to `columns` columns of white space from `at` on. Pandoc’s `gobbleAtMostSpaces`. */
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

/** Whether a line end or the end of the text is at `at`. */
export function endsLine(text: string, at: number, limit: number): boolean {
  return at >= limit || text.charCodeAt(at) === NEWLINE;
}
