/** Words at the feet of pages whose numbers stand apart from them. */
import type { TextRange } from '../text/range.ts';

/** A note whose number stands apart: its number, and the words given to it. */
export interface NumberedWords {
  readonly label: string;
  readonly labelRange: TextRange;
  readonly bodyRange: TextRange;
}

/** A line of the text, as far as it matters here. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** The number, if it is alone on the line. */
  readonly number: number | null;
  readonly isBlank: boolean;
  readonly opensPage: boolean;
}

export const ALONE = /^[ \t\f]*(\d{1,4})[ \t]*$/;
const BEGINS =
  /^[ \t]*(?:["“«„‘'([]{0,2}[\p{Lu}\p{Lo}]|(?:ibid|ebd|ivi|id\.|cfr?\b|vgl|see\b|siehe|voir|http))/u;
const ENDS = /[.!?)”»"’\]…]\d{0,2}\s*$|https?:\S+\s*$/u;

/** The last line of a note is at most this share of the longest line. */
const SHORTER = 0.85;

/** A note for each number, with the words from its own line on up to those of the next. */
export function notesFrom(
  text: string,
  lines: readonly Line[],
  words: readonly number[],
  starts: readonly number[],
  numbers: readonly number[],
): NumberedWords[] {
  return starts.map((start, k): NumberedWords => {
    const next = starts[k + 1];
    const last = next === undefined ? words.at(-1)! : words[words.indexOf(next) - 1]!;
    const opening = /^[ \t]*/.exec(text.slice(lines[start]!.from, lines[start]!.to))![0].length;
    const range = labelOf(text, lines[numbers[k]!]!);
    return {
      label: text.slice(range.from, range.to),
      labelRange: range,
      bodyRange: {
        from: lines[start]!.from + opening,
        to: lines[last]!.from + text.slice(lines[last]!.from, lines[last]!.to).trimEnd().length,
      },
    };
  });
}

/** The lines that begin a note: after one that ends a sentence, and, if strict, is shorter than others. */
export function startsOf(
  text: string,
  lines: readonly Line[],
  words: readonly number[],
  isStrict: boolean,
): number[] {
  const said = (i: number) => text.slice(lines[i]!.from, lines[i]!.to);
  const longest = Math.max(0, ...words.map((i) => lines[i]!.to - lines[i]!.from));
  return words.filter((i, k) => {
    if (!BEGINS.test(said(i))) return false;
    const before = words[k - 1];
    if (before === undefined) return true;
    const isApart = before < i - 1 && lines.slice(before + 1, i).some(({ number }) => number !== null);
    const isShort = lines[before]!.to - lines[before]!.from < SHORTER * longest;
    return ENDS.test(said(before)) && (!isStrict || isApart || isShort);
  });
}

/** The place of the number that stands alone on a line. */
export function labelOf(text: string, { from, to }: Line): TextRange {
  const written = ALONE.exec(text.slice(from, to))![1]!;
  const at = from + text.slice(from, to).indexOf(written);
  return { from: at, to: at + written.length };
}
