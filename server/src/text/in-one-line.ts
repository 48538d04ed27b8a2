import { lastAtMost } from './bisect.ts';

/** A line end within a paragraph: what follows it begins no list, note, link or block, and no break was meant. */
const SOFT_BREAK =
  /(?<=[^\s\\>|])\n(?= {0,3}[\p{L}\p{N}“”"‘’'«»„(（@[*_…])(?! {0,3}(?:[*_]\s|(?:\d{1,9}|\p{L}|[ivxlc]{2,6}|#)[.)]\s|\[[^\]\n]{1,80}\]:|[*_-]{3,}\s*\n))/giu;

/**
 * A text whose paragraphs are in one line each, of the same length: Markdown reads a line end as a blank. Line ends of
 * verse and block quotations are kept, since their lines are marked.
 */
export function inOneLine(text: string): string {
  return text.replace(SOFT_BREAK, ' ');
}

/** Words in one line, and a map from its offsets to theirs. */
export interface Unfolded {
  readonly text: string;
  readonly at: (offset: number) => number;
}

const LINE_END = /[ \t]*\n[ \t>]*|[ \t]{2,}/g;

/** The words of a paragraph or of a block quotation with a single blank for each line end and the marks of the next line, and for several blanks. */
export function unfolded(words: string): Unfolded {
  if (words.search(LINE_END) < 0) return { text: words, at: (offset) => offset };
  let text = '';
  const here: number[] = [];
  const there: number[] = [];
  const copy = (from: number, to: number): void => {
    here.push(text.length);
    there.push(from);
    text += words.slice(from, to);
  };
  let done = 0;
  for (const { 0: end, index } of words.matchAll(LINE_END)) {
    copy(done, index);
    text += ' ';
    done = index + end.length;
  }
  copy(done, words.length);
  return {
    text,
    at: (offset) => {
      const run = Math.max(0, lastAtMost(here, offset));
      return Math.min(there[run]! + offset - here[run]!, there[run + 1] ?? words.length);
    },
  };
}
