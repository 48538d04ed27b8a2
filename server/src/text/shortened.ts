const LONGEST = 90;

/** Words, cut between two of them to what fits into a message or a title. */
export function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  const cut = words.lastIndexOf(' ', LONGEST);
  return `${words.slice(0, cut > LONGEST / 2 ? cut : LONGEST).trimEnd()}…`;
}
