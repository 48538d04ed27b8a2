/** Words at the feet of pages whose numbers stand apart from them. */
import type { TextRange } from '../text/range.ts';
import { largestOf } from '../text/extremes.ts';

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
  const longest = largestOf(
    words.map((i) => lines[i]!.to - lines[i]!.from),
    0,
  );
  return words.filter((i, k) => {
    if (!BEGINS.test(said(i))) return false;
    const before = words[k - 1];
    if (before === undefined) return true;
    const isApart = before < i - 1 && lines.slice(before + 1, i).some(({ number }) => number !== null);
    const isShort = lines[before]!.to - lines[before]!.from < SHORTER * longest;
    return ENDS.test(said(before)) && (!isStrict || isApart || isShort);
  });
}

/** What notes often begin with: a word for seeing, a short form, a name with initials, an address. */
const CUE =
  /^[ \t]*["“«„‘']?(?:\p{Lu}\.[ -]|see\b|s(?:iehe|\.)\s|cfr?\b|vgl|voir\b|v\.|vid\.|véase|ver\b|ibid|ebd|ivi\b|id\b|op\.|https?:|art\.|\p{Lu}[\p{L}’'-]+,\s)/iu;
/** What a line is worth as the beginning of a note, at least, and by how much the last one must exceed the others. */
const LEAST_WORTH = 1;

/**
 * The lines that begin so many notes: those that begin one if they are as many, else the likeliest if they are
 * distinctly likelier than the rest. Null if it is not clear.
 * @param isSingle for each note but the last, whether it has one line only, as far as that is known
 */
export function startsFor(
  text: string,
  lines: readonly Line[],
  words: readonly number[],
  count: number,
  isSingle: readonly (boolean | undefined)[] = [],
): number[] | null {
  for (const isStrict of [false, true]) {
    const starts = startsOf(text, lines, words, isStrict);
    if (starts.length === count && starts[0] === words[0]) return starts;
  }
  if (count > words.length) return null;
  const longest = largestOf(
    words.map((i) => lines[i]!.to - lines[i]!.from),
    0,
  );
  const worth = words.map((_, k) => (k === 0 ? LEAST_WORTH : worthOf(text, lines, words, k, longest)));
  return isSingle.length > 0 ? bySingles(words, worth, count, isSingle) : byWorth(words, worth, count);
}

function worthOf(
  text: string,
  lines: readonly Line[],
  words: readonly number[],
  k: number,
  longest: number,
): number {
  const said = (i: number) => text.slice(lines[i]!.from, lines[i]!.to);
  const [line, before] = [words[k]!, words[k - 1]!];
  if (!BEGINS.test(said(line))) return -Infinity;
  const isShort = lines[before]!.to - lines[before]!.from < SHORTER * longest;
  const isApart = before < line - 1;
  return (
    (ENDS.test(said(before)) ? 1 : -1) +
    (isShort ? 1 : 0) +
    (isApart ? 1 : 0) +
    (CUE.test(said(line)) ? 0.5 : 0)
  );
}

function byWorth(words: readonly number[], worth: readonly number[], count: number): number[] | null {
  const others = words.map((_, k) => k).slice(1);
  others.sort((a, b) => worth[b]! - worth[a]!);
  const last = others[count - 2];
  const rest = others[count - 1];
  if (last === undefined || worth[last]! < LEAST_WORTH) return null;
  if (rest !== undefined && worth[rest]! >= worth[last]!) return null;
  return [0, ...others.slice(0, count - 1).sort((a, b) => a - b)].map((k) => words[k]!);
}

/** The likeliest beginnings that agree with what is known of the notes of one line. */
function bySingles(
  words: readonly number[],
  worth: readonly number[],
  count: number,
  isSingle: readonly (boolean | undefined)[],
): number[] | null {
  interface Way {
    readonly worth: number;
    readonly starts: readonly number[];
  }
  let ways = new Map<number, Way>([[0, { worth: 0, starts: [0] }]]);
  for (let note = 1; note < count; note++) {
    const next = new Map<number, Way>();
    for (const [from, way] of ways)
      for (let k = from + 1; k < words.length; k++) {
        const single = isSingle[note - 1];
        if (single !== undefined && single !== (k === from + 1)) continue;
        const sum = way.worth + worth[k]!;
        if (worth[k]! >= LEAST_WORTH && sum > (next.get(k)?.worth ?? -Infinity))
          next.set(k, { worth: sum, starts: [...way.starts, k] });
      }
    ways = next;
  }
  let best: Way | null = null;
  for (const way of ways.values()) if (way.worth > (best?.worth ?? -Infinity)) best = way;
  return best && best.starts.map((k) => words[k]!);
}

/** The place of the number that stands alone on a line. */
export function labelOf(text: string, { from, to }: Line): TextRange {
  const written = ALONE.exec(text.slice(from, to))![1]!;
  const at = from + text.slice(from, to).indexOf(written);
  return { from: at, to: at + written.length };
}
