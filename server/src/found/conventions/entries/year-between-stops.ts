import { yearAfterNames } from '../../entry-orders.ts';
import type { EntryOrder } from '../../entry-form.ts';

const YEAR_BETWEEN_STOPS =
  /[.,:，。．]\s?(?:\[?(?:1[4-9]\d\d|20\d\d)\]\s)?(?:(1[4-9]\d\d|20\d\d)([a-z])?(?:\s?[-–/]\s?(?:(?:1[4-9]|20)?\d\d)(?!\d))?|[Ff]orthcoming|[Ii]n press|[Ee]n prensa|[Nn]o prelo|n\.\s?d\.?|s\.\s?[adf]\.?|o\.\s?J\.?)(?:\s?\[(?:1[4-9]\d\d|20\d\d)\])?\s?(?:[.,:，。．]|年[，。]?)/u;

export const yearBetweenStops: EntryOrder = {
  name: 'year-between-stops',
  languages: ['any'],
  yields: 'entries',
  what: 'Names, the year between full stops or commas, the title: *Weaver, Anna, 2003. Looms*',
  year: 'after-names',
  read: (entry) => yearAfterNames(entry, YEAR_BETWEEN_STOPS),
  fixture: `The guilds wove (Weaver, 2003), and the town paid (Dyer, 2005).

References

⟦year-between-stops|Weaver, Anna, 2003. Looms of 1851. Leiden: Burrow.⟧

⟦year-between-stops|Dyer, Ben, 2005. Dyes of 1862. Leiden: Burrow.⟧
`,
};
