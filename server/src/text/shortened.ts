/** UTF-16 units for a claim's words at the start of a row in a list, which leave room for the rest. */
export const IN_A_ROW = 56;

/**
 * Truncates words at a word boundary to `longest` UTF-16 units and an ellipsis, without a comma before it.
 * Escape after truncating: half an escape would have another meaning.
 */
export function shortened(words: string, longest = 90): string {
  if (words.length <= longest) return words;
  const cut = words.lastIndexOf(' ', longest);
  const kept = words.slice(0, cut > longest / 4 ? cut : longest);
  // Drops half of a surrogate pair.
  return `${kept.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:]+$/, '')}…`;
}
