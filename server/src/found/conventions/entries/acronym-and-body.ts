import type { EntryOrder } from '../../entry-form.ts';
import { imprintYearFrom } from '../../entry-orders.ts';

/** `WRC – WEAVERS’ RESEARCH COUNCIL. `, with the name in capitals or as it is written. */
const HEAD = /^(\p{Lu}{3,12})\s[–—-]\s(\p{Lu}[\p{L}\p{M}’' ,-]{8,120}?)\.\s+(?=[\p{Lu}\p{N}“"«])/u;

export const acronymAndBody: EntryOrder = {
  name: 'acronym-and-body',
  languages: ['pt', 'es'],
  yields: 'entries',
  what: 'The acronym of a body, its name behind a dash, the title, and the year with the imprint: *WRC – WEAVERS’ RESEARCH COUNCIL. Looms. Leiden: Burrow, 2003.*',
  year: 'in-imprint',
  read(entry) {
    const head = entry.from > 0 ? null : HEAD.exec(entry.text);
    const dated = head && imprintYearFrom(entry, head[1]!.length);
    return dated && { ...dated, titleFrom: head[0].length };
  },
  opens: (line) => HEAD.test(line) || /^\p{Lu}{3,12}\s[–—-]\s\p{Lu}{4,}\s\p{Lu}/u.test(line),
  fixture: `The guilds wove (WEAVER, 2003), and the town paid (WRC, 2005).

References

⟦acronym-and-body|WEAVER, A. C. Looms of the south in towns. Leiden: Burrow, 2003.⟧
⟦acronym-and-body|WRC – WEAVERS RESEARCH COUNCIL OF THE NORTH. Ropes of the north
in towns. Leiden: Burrow, 2005.⟧
`,
};
