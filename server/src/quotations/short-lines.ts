import type { TextRange } from '../text/range.ts';

/** Separators before a line, in ascending strength. */
export const NEW_LINE = 0;
export const BLANK = 1;
/** A page break, a rule, or the start or end of the text. */
export const BREAK = 2;

/** A short line, which may be page furniture, with its separators. */
export interface ShortLine {
  readonly from: number;
  /** Excludes the line end. */
  readonly to: number;
  readonly text: string;
  /** The index among the lines that are not blank. */
  readonly order: number;
  readonly before: number;
  after: number;
}

export interface ShortLines {
  readonly lines: readonly ShortLine[];
  readonly rules: readonly TextRange[];
}

const LONGEST = 90;
const RULE = /^(?:-[ -]{2,80}|\*[ *]{2,80}|_[ _]{2,80})$/;

/** The short lines of a text, and its rules (`---`). */
export function shortLines(text: string): ShortLines {
  const lines: ShortLine[] = [];
  const rules: TextRange[] = [];
  let separator: number = BREAK;
  let order = 0;
  let last: ShortLine | null = null;
  let formFeed = text.indexOf('\f');
  for (let from = 0; from < text.length;) {
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    if (formFeed >= 0 && formFeed < from) formFeed = text.indexOf('\f', from);
    const atFormFeed = formFeed >= 0 && formFeed < to;
    if (atFormFeed) to = formFeed;
    const trimmed = to - from <= LONGEST + 40 ? text.slice(from, to).trim() : null;
    if (trimmed === '') {
      // Between two line ends is a blank line; next to a form feed there is none.
      if (separator < BLANK && !(atFormFeed || text.charCodeAt(from - 1) === 12)) separator = BLANK;
    } else if (trimmed !== null && RULE.test(trimmed)) {
      rules.push({ from, to });
      separator = BREAK;
    } else {
      if (last) last.after = separator;
      last = null;
      if (trimmed !== null && trimmed.length <= LONGEST) {
        last = { from, to, text: trimmed, order, before: separator, after: BREAK };
        lines.push(last);
      }
      order++;
      separator = NEW_LINE;
    }
    if (atFormFeed) separator = BREAK;
    from = to + 1;
  }
  return { lines, rules };
}
