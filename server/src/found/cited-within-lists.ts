/** What is cited within lists of references: by notes at the feet of their pages, an appendix after them, a note to an entry. */
import { foldedWords } from './folding.ts';
import { RangeSet } from './range-set.ts';
import type { ReferenceList } from './reference-list.ts';

const YEAR = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g;
/** A citation’s names and its year are no farther apart, in UTF-16 units. */
const BEFORE = 80;
const NAME = /\p{Lu}[\p{L}\p{M}’'-]{2,}/gu;
/** What parts a year from the names of another work. */
const PARTED = /\n\s*\n|\f|[;；]|(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/;
/** A word that the end of a line divides. */
const DIVIDED = /-\s{1,12}(?=\p{Ll})/gu;

/** The names that stand before a year within the lists, apart from the beginnings of entries: ‘weaver 2003’. */
export function citedWithin(text: string, lists: readonly ReferenceList[]): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const { range, entries } of lists) {
    // An entry’s own names and year cite nothing.
    const heads = new RangeSet(
      entries.flatMap(({ range: { from }, yearRange }) =>
        yearRange === null ? [] : [{ from, to: yearRange.to }],
      ),
    );
    for (const { 0: year, index } of text.slice(range.from, range.to).matchAll(YEAR)) {
      const at = range.from + index;
      if (heads.has(at)) continue;
      const before = text
        .slice(Math.max(range.from, at - BEFORE), at)
        .split(PARTED)
        .at(-1)!;
      for (const [name] of before.replace(DIVIDED, '').matchAll(NAME))
        for (const word of foldedWords(name)) cited.add(`${word} ${year}`);
    }
  }
  return cited;
}
