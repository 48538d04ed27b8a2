import { folded } from '../../folding.ts';
import { NOT_A_NAME } from '../../name-words.ts';
import { parseEntryNames } from '../../names.ts';
import { introductionOf, namesOf, withoutIntroduction } from '../../note-names.ts';
import type { WorkForm } from '../../work-form.ts';

/** Names and a year soon after. */
const NAMES_AND_YEAR =
  /^(?:\p{Lu}[\p{L}'’.-]*(?:,?\s(?:(?:and|et|und|&)\s)?|\s?\/\s?)){1,8}\(?(?:1[5-9]|20)\d\d/u;
/** ‘Meyer, Lena (2009)’. */
const INVERTED = /^\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*)?(?:\s?\/.*)?\s*$/u;

export const namesAndYear: WorkForm = {
  name: 'names-and-year',
  languages: ['any'],
  yields: 'works',
  what: 'Names and a year without a title, as an author–year citation has them',
  read({ prose: { text }, from, to, titles, year }) {
    const words = text.slice(from, to);
    // ‘Vor 1990’ is a date.
    if (NOT_A_NAME.has(folded(/^\p{L}+/u.exec(withoutIntroduction(words))?.[0] ?? ''))) return null;
    if (titles.length > 0 || !NAMES_AND_YEAR.test(withoutIntroduction(words))) return null;
    const said = words.slice(introductionOf(words), words.search(/\(?(?:1[5-9]|20)\d\d/));
    const names = INVERTED.test(said) ? parseEntryNames(said) : namesOf(said);
    const range = { from: from + introductionOf(words), to };
    return { range, names, title: null, year, container: null, brief: 'maybe' };
  },
  fixture: `So it was.¹

Notes

1. ⟦names-and-year|Meyer and Adler 2009, p. 4.⟧
`,
};
