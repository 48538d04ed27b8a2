/** UTF-16 units for a claim's words at the start of a row in a list, which leave room for the rest. */
export const IN_A_ROW = 56;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Truncates words at a word boundary to `longest` UTF-16 units and an ellipsis, without a comma before it.
 * Escape after truncating: half an escape would have another meaning.
 */
export function shortened(words: string, longest = 90): string {
  if (words.length <= longest) return words;
  const space = words.lastIndexOf(' ', longest);
  // A word is not broken, unless nothing precedes it; scripts without spaces may be.
  const isEarly =
    space <= longest / 4 && (space <= 0 || UNSPACED.test(words.slice(longest - 1, longest + 1)));
  const kept = words.slice(0, isEarly ? longest : space);
  // Drops half of a surrogate pair.
  return `${kept.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:]+$/, '')}…`;
}
