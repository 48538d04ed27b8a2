import { hasInitials, hasPlace, introductionOf, isPerson } from '../../note-names.ts';
import { proseName } from '../../names.ts';
import { tidyTitle } from '../../note-titles.ts';
import { collectionIn } from '../../note-collections.ts';
import type { NotePart, ReadWork, WorkForm } from '../../work-form.ts';

export const titleWithoutItalics: WorkForm = {
  name: 'title-without-italics',
  languages: ['any'],
  yields: 'works',
  what: 'Names in full, a title and an imprint with a year or a page, where conversion has lost the italics of the title',
  read,
  fixture: `So it was.¹ So it was.²

Notes

1. Vgl. ⟦title-without-italics|Heinrich Brandner, Die Zünfte der Oberlausitz, Leipzig 1902, S. 4.⟧
2. ⟦title-without-italics|C. Adler, L. Meyer, Owners, Bremen 2014.⟧
`,
};

/** The role of the persons named. */
const EDITED =
  /^(?:(?:comps?|eds?|trans|hg|hrsg|dirs?|orgs?|coords?)\.?(?:\s(?:and|und|et)\s(?=\w)|\s?&\s)?){1,2}$/iu;
const AND = /^(?:and|und|et|y|e|&)\s/u;

/** The persons that some pieces of a list name; ‘Lena Guardia y Sáez’ is one. */
function peopleIn(pieces: readonly string[]): string[] {
  return pieces.flatMap((piece) => {
    const words = piece
      .replace(AND, '')
      .replace(/\s?\((?:eds?|hrsg|hg|dirs?|a cura di|a\.\s?c\.\s?d|coords?)\.?\)$/iu, '')
      .trim();
    const names = words.split(/\s(?:and|und|et|y|e|&)\s/u);
    const isOne = names.length === 2 && names[0]!.includes(' ') && !names[1]!.includes(' ');
    return isOne && /\sy\s/.test(words) ? [words] : names;
  });
}

function read({ prose: { text }, from, to, titles, year }: NotePart): ReadWork | null {
  if (titles.length > 0) return null;
  const words = text.slice(from, to);
  const lead = introductionOf(words);
  const pieces = words.slice(lead, lead + 600).split(/,\s*(?=\S)/, 10);
  const joined = pieces.findIndex((piece) => AND.test(piece));
  // ‘Lena Meyer, Docks, and Quays (Bonn 1999)’: the word belongs to the title.
  const isJoined = joined > 0 && joined < 5 && peopleIn(pieces.slice(0, joined + 1)).every(isPerson);
  let count = isJoined ? joined + 1 : 1;
  while (count < pieces.length - 1 && hasInitials(pieces[count]!)) count++;
  // ‘Lena Meyer, ed., Docks’
  const edited = EDITED.test(pieces[count] ?? '') ? 1 : 0;
  const people = peopleIn(pieces.slice(0, count));
  if (!people.every((name) => isPerson(name))) return null;
  const behind = pieces.slice(count + edited).join(', ');
  const title = /^[\p{Lu}\p{Lo}\d].{2,240}?(?=,|\s?[(;[]|(?<![\s'’]\p{Lu})\.\s|[.\s]*$)/u.exec(behind)?.[0];
  if (!title || !/\p{L}{2}/u.test(title) || /^\d{1,2}\s\p{L}+\s\d{4}|^\p{L}+\s\d{4}$/u.test(title))
    return null;
  const rest = behind.slice(title.length);
  const isDated = year !== null && rest.includes(year.slice(0, 4));
  if (!isDated && !(year === null && hasPlace(rest))) return null;
  return {
    range: { from: from + lead, to },
    names: people.map(proseName),
    title: tidyTitle(title),
    year,
    container: collectionIn(text, { from: from + lead + (words.length - lead - rest.length), to }),
    ...(isDated ? {} : { brief: 'maybe' as const }),
  };
}
