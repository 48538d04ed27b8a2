import { yearAfterNames } from '../../entry-orders.ts';
import type { DatedEntry, EntryOrder, EntryText } from '../../entry-form.ts';

const YEAR_IN_BRACKETS =
  /[(（[]\s*(?:[^()（）[\]\d]{0,24}\s(?:\d{1,2},?\s)?)?(?:(1[4-9]\d\d|20\d\d)(?:\s?[-–/]\s?\d{2,4})?\s?([a-z])?\d?(?![\p{L}\d])[^()（）]{0,40}|(?:forthcoming|in press|to appear|im Erscheinen|à paraître|en prensa|no prelo|in corso di stampa|n\.\s?d\.?|s\.\s?[adf]\.?|o\.\s?J\.|待刊))\s*[)）\]]/iu;

export const yearInBrackets: EntryOrder = {
  name: 'year-in-brackets',
  languages: ['any'],
  yields: 'entries',
  what: 'Names, the year in parentheses or brackets, the title: *Weaver A (2003) Looms*',
  year: 'after-names',
  read: (entry) => laterYear(entry, yearAfterNames(entry, YEAR_IN_BRACKETS)),
  fixture: `The guilds wove (Weaver, 2003), and the town paid (Dyer, 2005).

References

- ⟦year-in-brackets|Weaver A (2003) Looms. Leiden: Burrow.⟧
- ⟦year-in-brackets|Dyer, B. (2005): Dyes. Leiden: Burrow.⟧
`,
};

const EDITION = /^\s?\((?:[^()\d]{1,16}(?:\d{1,2},?\s)?)?((?:1[4-9]|20)\d\d)([a-z])?\)/;

/** ‘[1944] (2001)’: the year of the edition after that of the work. */
function laterYear({ text }: EntryText, dated: DatedEntry | null): DatedEntry | null {
  const edition = dated && EDITION.exec(text.slice(dated.titleFrom, dated.titleFrom + 60));
  if (!edition) return dated;
  const year = edition[1]!;
  return {
    ...dated,
    year,
    suffix: edition[2] ?? '',
    yearFrom: dated.titleFrom + edition[0].indexOf(year),
    titleFrom: dated.titleFrom + edition[0].length,
    otherYears: dated.year === null ? [] : [dated.year],
  };
}
