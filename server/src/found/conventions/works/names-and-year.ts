import { folded } from '../../folding.ts';
import { NOT_A_NAME } from '../../name-words.ts';
import { namesOf, withoutIntroduction } from '../../note-names.ts';
import type { WorkForm } from '../../work-form.ts';

/** Names and a year soon after. */
const NAMES_AND_YEAR = /^(?:\p{Lu}[\p{L}'’.-]*,?\s(?:(?:and|et|und|&)\s)?){1,5}\(?(?:1[5-9]|20)\d\d/u;

export const namesAndYear: WorkForm = {
  name: 'names-and-year',
  languages: ['any'],
  yields: 'works',
  what: 'Names and a year without a title, as an author–year citation has them',
  read({ prose: { text }, from, to, titles, year }) {
    const words = text.slice(from, to);
    // ‘Vor 1990’ is a time.
    if (NOT_A_NAME.has(folded(/^\p{L}+/u.exec(withoutIntroduction(words))?.[0] ?? ''))) return null;
    if (titles.length > 0 || !NAMES_AND_YEAR.test(withoutIntroduction(words))) return null;
    const names = namesOf(words.slice(0, words.search(/\(?(?:1[5-9]|20)\d\d/)));
    return { range: { from, to }, names, title: null, year, container: null };
  },
  fixture: `So it was.¹

Notes

1. ⟦names-and-year|Meyer and Adler 2009, p. 4.⟧
`,
};
