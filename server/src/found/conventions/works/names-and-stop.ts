import { hasPlace, introductionOf, namesOnly } from '../../note-names.ts';
import { tidyTitle } from '../../note-titles.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const namesAndStop: WorkForm = {
  name: 'names-and-stop',
  languages: ['en', 'fr', 'es', 'pt'],
  yields: 'works',
  what: 'Names, a title and an imprint between full stops, as a bibliography has them: *Lena Meyer. Les quais. Paris : Dunod, 2009, p. 4*',
  read,
  fixture: `So it was.¹

Notes

1. ⟦names-and-stop|Léna Meyer. Les quais du nord : une histoire. Paris : Dunod, 2009, p. 4.⟧
`,
};

const NAMES_AND_TITLE =
  /^(.{4,160}?\p{Ll}{2})\.\s([\p{Lu}\p{Lo}\d][^.]{2,300}(?:\.\s[^.:]{2,80})?)\.\s(?=.{0,120}(?:1[5-9]|20)\d\d)/u;

function read({ prose: { text }, from, to, titles, year }: NotePart): ReadWork | null {
  if (titles.length > 0 || year === null) return null;
  const words = text.slice(from, to);
  const lead = introductionOf(words);
  const match = NAMES_AND_TITLE.exec(words.slice(lead));
  const names = match && namesOnly(match[1]!);
  if (!names || (!hasPlace(words) && !/\d{4}[.\s]*$/.test(words))) return null;
  return { range: { from: from + lead, to }, names, title: tidyTitle(match[2]!), year, container: null };
}
