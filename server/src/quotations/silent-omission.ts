/** Quotations with words dropped from the middle without an ellipsis. */
import type { TextRange } from '../text/range.ts';
import { isBoundary } from './folded-text.ts';
import type { FoldedText } from './model.ts';

/** Minimal words left on either side, in all, and characters in total. */
const LEAST_BESIDE = 2;
const LEAST_WORDS = 6;
const LEAST_LETTERS = 24;
/** How many key units may have been dropped: a sentence or two. */
const LONGEST_GAP = 400;
const MOST_TRIES = 200;

/** The range in `source` of `pattern` with other words in its middle; null where there is none. */
export function silentOmission(source: FoldedText, pattern: string): TextRange | null {
  const words = pattern.split(' ');
  if (words.length < LEAST_WORDS || pattern.length < LEAST_LETTERS) return null;
  // A comma before the gap may be the quotation's own.
  const head = (n: number): string =>
    words
      .slice(0, n)
      .join(' ')
      .replace(/[,;:]$/, '');
  // A prefix of a stretch that occurs also occurs, so binary search applies.
  const most = longest(words.length - LEAST_BESIDE, (n) => source.key.includes(head(n)));
  for (let n = most; n >= LEAST_BESIDE; n--) {
    const behind = words.slice(n).join(' ');
    if (!source.key.includes(behind)) return null;
    const found = apart(source, head(n), behind);
    if (found) return found;
  }
  return null;
}

/**
 * The greatest number up to `most` for which `holds` is true, by binary search; 0 for none. `holds` must be
 * monotonic.
 */
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
