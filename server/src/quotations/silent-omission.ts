/** Quotations out of whose middle words were dropped without an ellipsis. */
import type { TextRange } from '../text/range.ts';
import { isBoundary } from './folded-text.ts';
import type { FoldedText } from './model.ts';

/** Of either side so many words must be left, and so many letters of both. */
const LEAST_WORDS = 3;
const LEAST_LETTERS = 24;
/** Units that may have been dropped: a sentence or two. */
const LONGEST_GAP = 400;
const MOST_TRIES = 200;

/** Where `pattern` stands in `source` with other words in the midst of it; null where it does not. */
export function silentOmission(source: FoldedText, pattern: string): TextRange | null {
  const words = pattern.split(' ');
  if (words.length < 2 * LEAST_WORDS || pattern.length < LEAST_LETTERS) return null;
  // Whatever begins a stretch that is there is there too.
  const most = longest(words.length - LEAST_WORDS, (n) => source.key.includes(words.slice(0, n).join(' ')));
  for (let n = most; n >= LEAST_WORDS; n--) {
    const behind = words.slice(n).join(' ');
    if (!source.key.includes(behind)) return null;
    const found = apart(source, words.slice(0, n).join(' '), behind);
    if (found) return found;
  }
  return null;
}

/** The greatest number up to `most` of which something holds that holds of all smaller ones; 0 where of none. */
function longest(most: number, holds: (n: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function apart(source: FoldedText, before: string, behind: string): TextRange | null {
  const { key } = source;
  let tries = MOST_TRIES;
  for (let at = key.indexOf(before); at >= 0 && tries-- > 0; at = key.indexOf(before, at + 1)) {
    const end = at + before.length;
    const next = key.slice(end, end + LONGEST_GAP + behind.length).indexOf(behind);
    if (next < 0) continue;
    const to = end + next + behind.length;
    if ([at, end, end + next, to].every((place) => isBoundary(source, place))) return { from: at, to };
  }
  return null;
}
