import type { EntryOrder, EntryText } from '../../entry-form.ts';
import { imprintYearFrom } from '../../entry-orders.ts';
import { afterNames } from '../../name-runs.ts';

const FAMILY = String.raw`(?:D[EU]\s|LE\s|LA\s|VAN\s|VON\s)?\p{Lu}[\p{Lu}\p{M}'’-]+(?:\s\p{Lu}[\p{Lu}\p{M}'’-]+){0,2}`;
const PARTICLE = String.raw`(?:\s(?:d[eu]|de\sla|von|van|le|la)(?!\p{L}))`;
const INITIALS = String.raw`(?:\p{Lu}\p{Ll}?\.[ -]?){1,4}(?<=\.)`;
const GIVEN = String.raw`\p{Lu}[\p{Ll}\p{M}'’]+(?:[ -]\p{Lu}(?:\.|[\p{Ll}\p{M}'’]+)){0,3}`;
/** `WEAVER, Anna`, `WEAVER, Anna de`, `WEAVER, A.-B.` */
const NAME = new RegExp(String.raw`${FAMILY},\s(?:${INITIALS}|${GIVEN})${PARTICLE}?`, 'uy');
const TITLE = /^\s?,\s+(?:[“"«‘„([¿¡]{0,2}\s?[\p{L}\p{N}]|\uFFFC)/u;

/** ‘, Wool of the’, ‘, Leiden, town’, ‘, Wool : dyes’ after the sign for the names above: words that no name has. */
const TITLE_AFTER_RULE =
  /^\s?,\s+(?!(?:and|und|et|y|e|with|mit|avec|con)\s)(?:\p{L}[\p{L}'’-]*(?:,|\s?:)?\s){1,2}(?!(?:d[aeiou]s?|del|la|le|van|von|der|and|und|et|y|e)\s)\p{Ll}{2}/u;

export const commasThroughout: EntryOrder = {
  name: 'commas-throughout',
  languages: ['fr'],
  yields: 'entries',
  what: 'Family names in capitals, and commas between all that follows, the year last: *WEAVER, Anna, Looms of the north, Leiden, Burrow, 2003.*',
  year: 'in-imprint',
  read: (entry) => {
    const namesTo = namesEnd(entry);
    return namesTo === null ? null : imprintYearFrom(entry, namesTo);
  },
  opens: (line) => namesEnd({ text: line, from: 0 }) !== null,
  fixture: `The guilds wove (Weaver 2003 : 12), and the town paid (Dyer 2005).

Bibliography

⟦commas-throughout|WEAVER, Anna, Looms of the north in towns, Leiden, Burrow, 2003.⟧

⟦commas-throughout|DYER, Ben de, Dyes of the south in towns, Leiden, Burrow, 2005 [1987].⟧
`,
};

/** The end of the names if a comma and a title follow; null if the entry is not in this form. */
function namesEnd({ text, from }: Pick<EntryText, 'text' | 'from'>): number | null {
  if (from > 0) return TITLE_AFTER_RULE.test(text.slice(from, from + 60)) ? from : null;
  const to = afterNames(text, from, NAME);
  return to !== null && TITLE.test(text.slice(to, to + 12)) ? to : null;
}
