/** Long runs of words that a quotation shares with a source from which it differs otherwise. */
import type { TextRange } from '../text/range.ts';
import type { FoldedText } from './model.ts';
import { lastAtMost } from '../text/bisect.ts';
import { SPACELESS } from './words.ts';

/** The number of equal words in a row that suffices as evidence, whatever stands around them. */
export const LEAST_SHARED = 8;
const LEAST_LETTERS = 32;
/** So many letters a character of a script without spaces is worth; it counts as a word. */
const LETTERS_A_CHARACTER = 4;
/** How many words of a quotation are tried as the beginning of a run. */
const MOST_STARTS = 80;

/** The words of a key without its punctuation, each with a space before and after it. */
interface BareWords {
  readonly text: string;
  /** Offsets of the words in `text`. */
  readonly at: readonly number[];
  /** Ranges of the words in the key. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu;

function bareWords(key: string): BareWords {
  const [words, at, from, to]: [string[], number[], number[], number[]] = [[], [], [], []];
  let length = 1;
  for (const { 0: word, index } of key.matchAll(WORD)) {
    words.push(word);
    at.push(length);
    from.push(index);
    to.push(index + word.length);
    length += word.length + 1;
  }
  return { text: ` ${words.join(' ')} `, at, from, to };
}

/** Computed when nothing else finds a quotation, and cached with the source. */
const known = new WeakMap<FoldedText, BareWords>();

function bareWordsOf(source: FoldedText): BareWords {
  let bare = known.get(source);
  if (!bare) known.set(source, (bare = bareWords(source.key)));
  return bare;
}

function lettersIn(words: string): number {
  return words.length + (words.match(SPACELESS)?.length ?? 0) * (LETTERS_A_CHARACTER - 1);
}

/** A stretch of a source, and how many units the quotation has before and after the words that it shares. */
export interface SharedStretch extends TextRange {
  readonly before: number;
  readonly behind: number;
}

/**
 * Where the longest run of words of `pattern` stands in `source`, punctuation aside; null where none is long enough.
 * It finds what a quotation was made of that adds, drops and swaps so much that no passage is near by edit
 * distance.
 */
export function sharedStretch(source: FoldedText, pattern: string): SharedStretch | null {
  const own = bareWords(pattern);
  const count = own.at.length;
  if (count < LEAST_SHARED) return null;
  const theirs = bareWordsOf(source);
  const run = (first: number, length: number): string =>
    own.text.slice(own.at[first]! - 1, own.at[first + length] ?? own.text.length);
  let [best, longest] = [-1, LEAST_SHARED - 1];
  for (let first = 0; first + longest < count && first < MOST_STARTS; first++) {
    if (!theirs.text.includes(run(first, longest + 1))) continue;
    [best, longest] = [first, longest + 1];
    while (first + longest < count && theirs.text.includes(run(first, longest + 1))) longest++;
  }
  if (best < 0 || lettersIn(run(best, longest)) < LEAST_LETTERS) return null;
  const word = lastAtMost(theirs.at, theirs.text.indexOf(run(best, longest)) + 1);
  return {
    from: theirs.from[word]!,
    to: theirs.to[word + longest - 1]!,
    before: own.from[best]!,
    behind: pattern.length - own.to[best + longest - 1]!,
  };
}
