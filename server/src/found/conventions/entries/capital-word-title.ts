import type { EntryOrder, EntryText } from '../../entry-form.ts';
import { imprintYearFrom } from '../../entry-orders.ts';

/** `LATIN American rolls of the …`, `A ROPE of the north …`: the first word of a title, in capitals. */
const TITLE =
  /^(?:(?:A|O|AS|OS|UM|UMA|LA|EL|LOS|LAS|THE)\s)?\p{Lu}[\p{Lu}\p{M}-]{2,}\s(?=\p{Lu}?[\p{Ll}\p{M}])[\p{L}\p{M}’'-]+\s[\p{L}\p{M}’'-]+[:,]?\s\p{L}/u;

export const capitalWordTitle: EntryOrder = {
  name: 'capital-word-title',
  languages: ['pt', 'es'],
  yields: 'entries',
  what: 'A title whose first word is in capitals where no author is known, and the year with the imprint: *ROPES of the north. Leiden: Burrow, 2003.*',
  year: 'in-imprint',
  read(entry) {
    const word = firstWord(entry);
    return word === null ? null : imprintYearFrom(entry, word);
  },
  opens: (line) => firstWord({ text: line, from: 0 }) !== null,
  fixture: `The guilds wove (WEAVER, 2003), and the town paid (ROPES..., 2005).

References

⟦capital-word-title|ROPES of the north in towns. Leiden: Burrow, 2005.⟧

WEAVER, A. C. Looms of the south in towns. Leiden: Burrow, 2003.
`,
};

/** The end of the capitalised first word; null if there is none. */
function firstWord({ text, from }: Pick<EntryText, 'text' | 'from'>): number | null {
  if (from > 0 || !TITLE.test(text)) return null;
  return /^(?:\p{Lu}{1,3}\s)?[\p{Lu}\p{M}-]{3,}/u.exec(text)![0].length;
}
