/** Short quotations with all words but one in a source. */
import { isWordUnit } from './characters.ts';
import { isBoundary } from './folded-text.ts';
import type { FoldedText } from './model.ts';
import type { TextRange } from '../text/range.ts';

/** Longer quotations are covered by the nearest passage. */
const MOST_WORDS = 7;
const LEAST_WORDS = 3;
/** If only so few words remain, one of them must not be a function word. */
const FEW_LEFT = 3;
const LONG_WORD = 5;
const LONGEST_WORD = 30;
const MOST_TRIES = 2000;

/** The range in `source` of `pattern` with one word replaced, missing or extra; null where there is none. */
export function oneWordOff(source: FoldedText, pattern: string): TextRange | null {
  const words = pattern.split(' ').filter((word) => word !== '');
  if (words.length < LEAST_WORDS || words.length > MOST_WORDS) return null;
  const sides = words.map((_, i) => [words.slice(0, i).join(' '), words.slice(i + 1).join(' ')] as const);
  // A difference inside is better evidence than one at an end.
  for (const [before, behind] of sides.slice(1, -1)) {
    const found = around(source, before, behind, true);
    if (found) return found;
  }
  for (let i = 1; i < words.length; i++) {
    const found = around(source, words.slice(0, i).join(' '), words.slice(i).join(' '), false);
    if (found) return found;
  }
  for (const [before, behind] of [sides.at(-1)!, sides[0]!]) {
    const found = around(source, before, behind, true);
    if (found) return found;
  }
  return null;
}

/**
 * The range where the source has `before`, a word, `behind`. With `instead` that word replaces one of the
 * quotation, or there is none.
 */
function around(source: FoldedText, before: string, behind: string, instead: boolean): TextRange | null {
  const { key } = source;
  const left = [before, behind].filter((part) => part !== '').join(' ');
  if (!tells(left)) return null;
  if (before === '' || behind === '') return instead ? whole(source, left, before === '') : null;
  const isAhead = before.length >= behind.length;
  const anchor = isAhead ? before : behind;
  let tries = MOST_TRIES;
  for (let at = key.indexOf(anchor); at >= 0 && tries-- > 0; at = key.indexOf(anchor, at + 1)) {
    const range = isAhead
      ? fitBehind(key, at, at + before.length, behind, instead)
      : fitAhead(key, at, at + behind.length, before, instead);
    if (range && isBoundary(source, range.from) && isBoundary(source, range.to)) return range;
  }
  return null;
}

function tells(left: string): boolean {
  const words = left.split(' ');
  return words.length > FEW_LEFT || words.some((word) => word.length >= LONG_WORD);
}

/** All words but the first or last, with the source's word in its place. */
function whole(source: FoldedText, left: string, isFirst: boolean): TextRange | null {
  const { key } = source;
  let tries = MOST_TRIES;
  for (let at = key.indexOf(left); at >= 0 && tries-- > 0; at = key.indexOf(left, at + 1)) {
    const end = at + left.length;
    if (!isBoundary(source, at) || !isBoundary(source, end)) continue;
    if (isFirst && key[at - 1] === ' ') {
      const from = key.lastIndexOf(' ', at - 2) + 1;
      if (at - from < LONGEST_WORD && !key.slice(from, at).includes('\n')) return { from, to: end };
    } else if (!isFirst && key[end] === ' ') {
      let to = wordEnd(key, end + 1);
      while (to > end + 1 && !isWordUnit(key.charCodeAt(to - 1))) to--;
      if (to - end < LONGEST_WORD && to > end + 1) return { from: at, to };
    }
  }
  return null;
}

function fitBehind(
  key: string,
  from: number,
  end: number,
  behind: string,
  instead: boolean,
): TextRange | null {
  if (instead && key.startsWith(` ${behind}`, end)) return { from, to: end + 1 + behind.length };
  if (key[end] !== ' ') return null;
  const word = wordEnd(key, end + 1);
  if (word - end > LONGEST_WORD || !key.startsWith(` ${behind}`, word)) return null;
  return { from, to: word + 1 + behind.length };
}

function fitAhead(key: string, at: number, to: number, before: string, instead: boolean): TextRange | null {
  if (instead && key.startsWith(`${before} `, at - before.length - 1) && at - before.length - 1 >= 0)
    return { from: at - before.length - 1, to };
  if (key[at - 1] !== ' ') return null;
  const word = key.lastIndexOf(' ', at - 2) + 1;
  if (at - word > LONGEST_WORD || word < before.length + 1) return null;
  const from = word - 1 - before.length;
  return key.startsWith(`${before} `, from) ? { from, to } : null;
}

/** The end of the word at `at`, with punctuation. */
function wordEnd(key: string, at: number): number {
  const space = key.indexOf(' ', at);
  const end = space < 0 ? key.length : space;
  const line = key.indexOf('\n', at);
  return line >= 0 && line < end ? line : end;
}
