import { yearAfterNames } from '../../entry-orders.ts';
import type { EntryOrder } from '../../entry-form.ts';

const YEAR_WITHOUT_STOP =
  /(?<=\p{L}\.\s)(1[4-9]\d\d|20\d\d)([a-z])?(?:\s?[-–/]\s?(?:(?:1[4-9]|20)?\d\d)(?!\d))?\s(?=["“«„‘'《¿¡]|\p{Lu}[\p{Ll}\s])/u;

export const yearWithoutStop: EntryOrder = {
  name: 'year-without-stop',
  languages: ['any'],
  yields: 'entries',
  what: 'Names and a full stop, the year, and the title right behind it: *Weaver, Anna. 2003 “Looms”*',
  year: 'after-names',
  read: (entry) => yearAfterNames(entry, YEAR_WITHOUT_STOP),
  fixture: `The guilds wove (Weaver, 2003), and the town paid (Dyer, 2005).

References

⟦year-without-stop|Weaver, Anna. 2003 “Looms of 1851”. Leiden: Burrow.⟧

⟦year-without-stop|Dyer, Ben. 2005 Dyes of 1862. Leiden: Burrow.⟧
`,
};
