import { yearAfterNames } from '../../entry-orders.ts';
import type { EntryOrder } from '../../entry-form.ts';

const YEAR_AFTER_NAMES =
  /(?<=\p{L}\.?\s)(1[4-9]\d\d|20\d\d)([a-z])?(?:\s?[-–/]\s?(?:(?:1[4-9]|20)?\d\d)(?!\d))?\s?[:.,]/u;

export const yearAfterNamesAlone: EntryOrder = {
  name: 'year-after-names',
  languages: ['any'],
  yields: 'entries',
  what: 'Names, the year right after them, the title: *Weaver A 2003: Looms*',
  year: 'after-names',
  read: (entry) => yearAfterNames(entry, YEAR_AFTER_NAMES),
  fixture: `The guilds wove (Weaver, 2003), and the town paid (Dyer, 2005).

References

- ⟦year-after-names|Weaver A 2003: Looms. Leiden: Burrow.⟧
- ⟦year-after-names|Dyer B 2005: Dyes. Leiden: Burrow.⟧
`,
};
