/** Words, cut between two of them to what fits into a message or a title: `longest` UTF-16 units. */
export function shortened(words: string, longest = 90): string {
  if (words.length <= longest) return words;
  const cut = words.lastIndexOf(' ', longest);
  return `${words.slice(0, cut > longest / 2 ? cut : longest).trimEnd()}…`;
}
