import { parseEntryNames } from '../../names.ts';
import { hasPlace, introductionOf, namesOf } from '../../note-names.ts';
import { tidyTitle } from '../../note-titles.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const namesYearAndTitle: WorkForm = {
  name: 'names-year-and-title',
  languages: ['de', 'en', 'es', 'pt'],
  yields: 'works',
  what: 'A work as a list of references has it, with the year behind the names: *Meyer, Lena (2009): Häfen. Hamburg: Hafenverlag*',
  read,
  fixture: `So it was.¹ So it was.² So it was.³

Notes

1. Vgl. ⟦names-year-and-title|Meyer, Lena (2009): Was heißt Hafen? Vom Rand der Stadt. In: Hafenamt (Hrsg.): Die Mole. Nr. 4, Mai 2009. S. 3–9. S. 4.⟧
2. ⟦names-year-and-title|Adler, Carl/Lena Meyer (2004): Kähne. Kiel: Hafenverlag. S. 12.⟧
3. Ebd., S. 14.
`,
};

const HEAD = /^([^:;]{3,160}?)\s\(((?:1[5-9]|20)\d\d[a-z]?)\)\s?[:.]\s/u;
const TITLE = /^["“„«‘»]?([\p{Lu}\p{N}].{2,300}?)(?=["”“»«’]?(?:[.?!]\s|,\s(?:in|In)\b|[.\s]*$))/su;
const EDITED = /\s?\((?:Hg|Hrsg|Hgg|eds?|orgs?|coords?|comps?)\.?\)/gu;

function read({ prose: { text }, from, to }: NotePart): ReadWork | null {
  const words = text.slice(from, to);
  const lead = introductionOf(words);
  const head = HEAD.exec(words.slice(lead, lead + 200));
  if (!head) return null;
  const written = head[1]!.replace(EDITED, '');
  const names = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s\p{Lu}/u.test(written)
    ? parseEntryNames(written)
    : namesOf(written);
  const title = TITLE.exec(words.slice(lead + head[0].length))?.[1];
  if (names.length === 0 || title === undefined || hasPlace(`, ${title}`)) return null;
  return {
    range: { from: from + lead, to },
    names,
    title: tidyTitle(title),
    year: head[2]!,
    container: null,
  };
}
