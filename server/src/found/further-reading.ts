/** Works that follow a list of references under a line of their own, for further reading: nobody need cite them. */
import { foldedWords } from './folding.ts';
import type { ReadEntry } from './reference-entry.ts';

/** The minimum number of entries of a list, and of works after it. */
const FEWEST_LISTED = 4;
const FEWEST_FURTHER = 3;
/** A line with words after a blank one, which the entry above may have been read to contain: ‘Publications on this subject’. */
const LINE_OF_WORDS = /\n\s*\n\s*\P{L}{0,4}\p{L}{3}[^\n]{5,}\n/u;

/**
 * Finds the entries of a second row in the order of the alphabet, which begins anew after a line that is no entry, if
 * most of the first row are cited and most of the second are not.
 */
export function furtherReading(
  text: string,
  entries: readonly ReadEntry[],
  isCited: (entry: number) => boolean,
): ReadonlySet<number> {
  const heads = entries.map(({ names }) => foldedWords(names[0]?.family ?? '').join(' '));
  const start = heads.findLastIndex((head, i) => {
    if (i < FEWEST_LISTED || head >= heads[i - 1]!) return false;
    return LINE_OF_WORDS.test(text.slice(entries[i - 1]!.range.from, entries[i]!.range.from));
  });
  const further = heads.slice(start).map((_, i) => start + i);
  if (start < 0 || further.length < FEWEST_FURTHER || !areInOrder(heads.slice(start))) return new Set();
  const cited = heads.slice(0, start).filter((_, i) => isCited(i)).length;
  return cited * 2 > start && further.filter(isCited).length * 2 < further.length
    ? new Set(further)
    : new Set();
}

function areInOrder(heads: readonly string[]): boolean {
  return heads.every((head, i) => i === 0 || heads[i - 1]! <= head);
}
