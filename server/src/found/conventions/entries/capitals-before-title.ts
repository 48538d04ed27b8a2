import type { EntryOrder, EntryText } from '../../entry-form.ts';
import { imprintYearFrom } from '../../entry-orders.ts';
import { afterNames } from '../../name-runs.ts';

const FAMILY = String.raw`(?:D[AEIO]S?\s|VAN\s|VON\s)?\p{Lu}[\p{Lu}\p{M}'’-]+(?:\s(?:D[AEO]S?\s)?\p{Lu}[\p{Lu}\p{M}'’-]+){0,3}`;
const PARTICLE = String.raw`(?:\s(?:d[aeio]s?|del|della|e|von|van|der|la)(?!\p{L}))`;
const INITIALS = String.raw`(?:\p{Lu}\.[ -]?(?:d[aeo]s?\s)?){1,5}(?<=\.)|\p{Lu}{1,2}(?=[;.])`;
/** After an initial, a further word is of the title. */
const GIVEN = String.raw`\p{Lu}[\p{Ll}\p{M}'’-]+(?:[ -]\p{Lu}[\p{Ll}\p{M}'’-]+|${PARTICLE}){0,4}(?:[ -]\p{Lu}\.|${PARTICLE}){0,3}`;
/** `SORG, N.`, `LIMA, T. C. da`, `MEYER, Lena Maria`. */
const NAME = new RegExp(
  String.raw`${FAMILY},\s(?:(?:${INITIALS})${PARTICLE}{0,2}(?![\p{Ll}])|${GIVEN})`,
  'uy',
);

export const capitalsBeforeTitle: EntryOrder = {
  name: 'capitals-before-title',
  languages: ['pt', 'es', 'fr'],
  yields: 'entries',
  what: 'Family names in capitals, given names, the title, and the year with the imprint: *WEAVER, A.; DYER, B. Looms. Leiden: Burrow, 2003.*',
  year: 'in-imprint',
  read: (entry) => {
    const namesTo = namesEnd(entry);
    return namesTo === null ? null : imprintYearFrom(entry, namesTo);
  },
  opens: (line) => namesEnd({ text: line, from: 0 }) !== null,
  fixture: `The guilds wove (WEAVER; DYER, 2003), and the town paid (CARDER; FULLER, 2005).

References

⟦capitals-before-title|WEAVER, A. C. da; DYER, B. Looms of the north in towns. Leiden: Burrow, 2003.⟧

⟦capitals-before-title|CARDER, B. dos; FULLER, D. Dyes of the south in towns. Leiden: Burrow, 2005.⟧
`,
};

/** The end of the names, closed by a full stop or an initial; null if the entry is not in this form. */
function namesEnd({ text, from }: Pick<EntryText, 'text' | 'from'>): number | null {
  const to = afterNames(text, from, NAME);
  if (to === null) return null;
  const closed = /^\s?[.:]\s?/.test(text.slice(to)) || /[.)]\s*$/.test(text.slice(from, to));
  return closed ? to : null;
}
