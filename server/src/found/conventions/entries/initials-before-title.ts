import type { EntryOrder, EntryText } from '../../entry-form.ts';
import { imprintYearFrom } from '../../entry-orders.ts';
import { afterNames } from '../../name-runs.ts';

const PARTICLES = String.raw`(?:(?:v[ao]n|de[rn]?|d[aiou]s?|del|al|el|ten|ter|la|le)\s){0,2}`;
const FAMILY = String.raw`\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{Ll}\p{M}'’-]+)?`;
const DOTTED = String.raw`,?\s(?:\p{Lu}(?:\.[ -]?|-(?=\p{Lu}))(?:d[aeo]s?\s)?){1,5}(?<=\.)`;
const PLAIN = String.raw`,\s\p{Lu}(?:-?\p{Lu}){0,2}(?=\s?[;.,])`;
const SOLID = String.raw`\s\p{Lu}{1,4}(?![\p{L}\p{N}])`;
/** `Weaver, A. B.`, `van Dyer C`, `Weaver-Dyer AB`, `Weaver, A.-B., Jr.`, `Weaver, A; …`, `Weaver, A. de B.` */
const NAME = new RegExp(
  String.raw`${PARTICLES}${FAMILY}(?:${DOTTED}|${PLAIN}|${SOLID})(?:,?\s(?:[JS]r\.?|I{2,3})(?!\p{L}))?`,
  'uy',
);
const TITLE = /^(?:\s?[.:]\s*|\s+)(?:[“"«‘„[(]?[\p{Lu}\p{N}¿¡]|\uFFFC)/u;

const SURNAME_BEHIND = /^\s?\p{Lu}[\p{L}\p{M}'’-]+,\s\p{Lu}\p{Ll}+\s\p{Lu}\.\s/u;

export const initialsBeforeTitle: EntryOrder = {
  name: 'initials-before-title',
  languages: ['any'],
  yields: 'entries',
  what: 'Family names with initials, the title, and the year with the imprint: *Weaver A, Dyer B. Looms. Town Stud. 2003;12(3):4–9.*',
  year: 'in-imprint',
  read: (entry) => {
    const namesTo = namesEnd(entry);
    return namesTo === null ? null : imprintYearFrom(entry, namesTo);
  },
  opens: (line) => namesEnd({ text: line, from: 0 }) !== null,
  fixture: `The guilds wove (Weaver, 2003), and the town paid (Dyer and Carder, 2005).

References

- ⟦initials-before-title|Weaver A. Looms of the north in towns. Town Stud. 2003;12(3):4–9.⟧
- ⟦initials-before-title|Dyer, B.; Carder, C. Dyes of the south in towns. Town Stud. 2005, 3, 1–8.⟧
`,
};

/** The end of the names, if the title follows; null if the entry is not in this form. */
function namesEnd({ text, from }: Pick<EntryText, 'text' | 'from'>): number | null {
  const to = afterNames(text, from, NAME);
  if (to === null) return null;
  // ‘Anna B. Weaver, Carl D. Dyer’: given names come first, and so do the initials.
  if (!text.slice(from, to).includes(',') && SURNAME_BEHIND.test(text.slice(to, to + 60))) return null;
  const behind = text.slice(to, to + 12);
  const isClosed = /[.)]\s*$/.test(text.slice(from, to)) || /^\s?[.:]/.test(behind);
  return isClosed && TITLE.test(behind) ? to : null;
}
