/** UTF-16 units for a claim's words at the start of a row in a list, which leave room for the rest. */
export const IN_A_ROW = 56;

/**
 * Truncates words at a word boundary to `longest` UTF-16 units and an ellipsis, without a comma or another before it.
 * Escape after truncating: half an escape would have another meaning.
 */
export function shortened(words: string, longest = 90): string {
  if (words.length <= longest) return words;
  const space = words.lastIndexOf(' ', longest);
  const end = words.indexOf(' ', longest);
  // Only a word that would not fit by itself is broken; scripts without spaces have such words.
  const isBroken = space <= longest / 4 && (end < 0 ? words.length : end) - space - 1 >= longest;
  const kept = words.slice(0, isBroken || space < 0 ? longest : space);
  // Drops half of a surrogate pair.
  return `${kept.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:…]+$/, '')}…`;
}
