/** Short quotations whose words all stand together in a source, in another order. */
import type { TextRange } from '../text/range.ts';
import { isWordUnit } from './characters.ts';
import type { FoldedText } from './model.ts';

const LEAST_WORDS = 3;
/** Longer ones have enough characters in their order for edit distance to find them. */
const MOST_WORDS = 12;
/** The minimal length of the longest word, around which the others are searched: no function word. */
const LONG_WORD = 5;
const LONGEST_WORD = 30;
const MOST_TRIES = 2000;

interface Word extends TextRange {
  readonly text: string;
}

/** Where the words of `pattern`, and no others, stand one after the other in `source`; null where they do not. */
export function swappedWords({ key }: FoldedText, pattern: string): TextRange | null {
  const sought = wordsIn(pattern, 0, pattern.length).map(({ text }) => text);
  if (sought.length < LEAST_WORDS || sought.length > MOST_WORDS) return null;
  const anchor = sought.reduce((best, word) => (word.length > best.length ? word : best), '');
  if (anchor.length < LONG_WORD) return null;
  const wanted = [...sought].sort().join(' ');
  const reach = sought.length * LONGEST_WORD;
  let tries = MOST_TRIES;
  for (let at = key.indexOf(anchor); at >= 0 && tries-- > 0; at = key.indexOf(anchor, at + 1)) {
    if (isWordUnit(key.charCodeAt(at - 1)) || isWordUnit(key.charCodeAt(at + anchor.length))) continue;
    // A word that the stretch cuts is none of the quotation’s, or is found from another occurrence.
    const before = wordsIn(key, Math.max(0, at - reach), at).slice(1 - sought.length);
    const behind = wordsIn(key, at, Math.min(key.length, at + reach)).slice(0, sought.length);
    const near = [...before, ...behind];
    for (let i = 0; i + sought.length <= near.length; i++) {
      const window = near.slice(i, i + sought.length);
      const [first, last] = [window[0]!, window.at(-1)!];
      if (key.slice(first.from, last.to).includes('\n')) continue;
      if (
        window
          .map(({ text }) => text)
          .sort()
          .join(' ') === wanted
      )
        return { from: first.from, to: last.to };
    }
  }
  return null;
}

function wordsIn(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  for (let at = from; at < to;) {
    if (!isWordUnit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    while (at < to && isWordUnit(text.charCodeAt(at))) at++;
    words.push({ text: text.slice(start, at), from: start, to: at });
  }
  return words;
}
