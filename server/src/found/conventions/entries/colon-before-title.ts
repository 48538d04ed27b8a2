import type { EntryOrder, EntryText } from '../../entry-form.ts';
import { imprintYearFrom } from '../../entry-orders.ts';
import { afterNames } from '../../name-runs.ts';

const PARTICLES = String.raw`(?:(?:v[ao]n|de[rnl]?|d[aiou]s?|la|le)\s){0,2}`;
const WORD = String.raw`\p{Lu}[\p{L}\p{M}’'-]+`;
const GIVEN = String.raw`(?:\p{Lu}\.(?:[ -]?\p{Lu}\.){0,3}|${WORD})(?:[ -](?:\p{Lu}\.|${WORD}|d[aeo]s?|von|van)){0,3}`;
/** `Weaver, Anna`, `Weaver Ruiz, A. B.` */
const NAME = new RegExp(String.raw`${PARTICLES}${WORD}(?:[ ]${WORD}){0,2},\s${GIVEN}`, 'uy');

export const colonBeforeTitle: EntryOrder = {
  name: 'colon-before-title',
  languages: ['es', 'de'],
  yields: 'entries',
  what: 'Names turned round, a colon, the title, and the year with the imprint: *Weaver, Anna y Dyer, Ben: Looms. Burrow, 2003.*',
  year: 'in-imprint',
  read: (entry) => {
    const namesTo = namesEnd(entry);
    return namesTo === null ? null : imprintYearFrom(entry, namesTo);
  },
  opens: (line) => namesEnd({ text: line, from: 0 }) !== null,
  fixture: `The guilds wove (Weaver, 2003), and the town paid (Dyer, 2005).

References

⟦colon-before-title|Weaver, Anna: Looms of the North in Town and Country. Burrow, 2003.⟧

⟦colon-before-title|——: Dyes of the North in Town and Country. Burrow, 2004.⟧

⟦colon-before-title|Dyer, Ben y Carder, Carla: Wool of the North in Town and Country. Burrow, 2005.⟧
`,
};

/** The end of the names if a colon and a title follow; null if the entry is not in this form. */
function namesEnd({ text, from }: Pick<EntryText, 'text' | 'from'>): number | null {
  // After a dash for the names of the entry above, a full stop is also accepted.
  if (from > 0) return /^\s?[.:]\s+\S/.test(text.slice(from, from + 6)) ? from : null;
  const to = afterNames(text, from, NAME);
  return to !== null && /^\s?:\s+(?:[“"«‘„([¿¡]{0,2}\p{L}|\uFFFC)/u.test(text.slice(to, to + 12)) ? to : null;
}
