import { folded } from '../../folding.ts';
import { NOT_A_NAME } from '../../name-words.ts';
import { proseName } from '../../names.ts';
import { introductionOf } from '../../note-names.ts';
import { tidyTitle } from '../../note-titles.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const titleWithoutItalics: WorkForm = {
  name: 'title-without-italics',
  languages: ['any'],
  yields: 'works',
  what: 'Names in full, a title and an imprint with a year, where conversion has lost the italics of the title',
  read,
  fixture: `So it was.¹

Notes

1. Vgl. ⟦title-without-italics|Heinrich Brandner, Die Zünfte der Oberlausitz, Leipzig 1902, S. 4.⟧
`,
};

/** A person's name, given name or initials first. */
const PERSON =
  /^(?:(?:\p{Lu}[\p{L}'’-]*\.?|\p{Lu}\.(?:[ -]?\p{Lu}\.)*|v[ao]n|de[rnl]?|d[iau]|l[ae]|al|el|ten|ter)\s){1,4}\p{Lu}[\p{L}'’-]+$/u;

function read({ prose: { text }, from, to, titles, year }: NotePart): ReadWork | null {
  if (titles.length > 0 || year === null) return null;
  const words = text.slice(from, to);
  const lead = introductionOf(words);
  const pieces = words.slice(lead, lead + 600).split(/,\s+/, 8);
  const joined = pieces.findIndex((piece) => /^(?:and|und|et|y|e|&)\s/u.test(piece));
  const count = joined > 0 && joined < 5 ? joined + 1 : 1;
  const people = pieces
    .slice(0, count)
    .flatMap((piece) => piece.replace(/^(?:and|und|et|y|e|&)\s/u, '').split(/\s(?:and|und|et|y|e|&)\s/u));
  if (!people.every((name) => PERSON.test(name) && !NOT_A_NAME.has(folded(name.split(' ')[0]!)))) return null;
  const behind = pieces.slice(count).join(', ');
  const title = /^[\p{Lu}\p{Lo}\d].{2,200}?(?=,|\s?[(;[]|\.\s|$)/u.exec(behind)?.[0];
  if (!title || !/\p{L}{2}/u.test(title) || !behind.slice(title.length).includes(year.slice(0, 4)))
    return null;
  return {
    range: { from: from + lead, to },
    names: people.map(proseName),
    title: tidyTitle(title),
    year,
    container: null,
  };
}
