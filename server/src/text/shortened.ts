/** So many UTF-16 units of words that begin a row of a list leave room for the point that is made of them. */
export const IN_A_ROW = 56;

/**
 * Words, cut between two of them to what fits into a message or a title: `longest` UTF-16 units and an ellipsis, without
 * a comma before it. What must be escaped is escaped after: half an escape would be something else.
 */
export function shortened(words: string, longest = 90): string {
  if (words.length <= longest) return words;
  const cut = words.lastIndexOf(' ', longest);
  const kept = words.slice(0, cut > longest / 4 ? cut : longest);
  // No half of a surrogate pair.
  return `${kept.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:]+$/, '')}…`;
}
