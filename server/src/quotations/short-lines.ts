import type { TextRange } from '../text/range.ts';

/** What stands between a line and the one before it. */
export const NEW_LINE = 0;
export const BLANK = 1;
/** A page break, a rule, or the end of the text. */
export const BREAK = 2;

/** A short line, which may be page furniture, and how it stands. */
export interface ShortLine {
  readonly from: number;
  /** Without the line end. */
  readonly to: number;
  readonly text: string;
  /** Lines that are not blank are counted; neighbours differ by one. */
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

/** The short lines of a text, and the rules (`---`) in it, which say nothing themselves. */
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
      // Between two line ends there is a blank line; beside a form feed there is nothing.
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
