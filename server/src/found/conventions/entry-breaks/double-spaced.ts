import type { EntryBreaks } from '../../entry-form.ts';
import { isClosed } from '../../list-lines.ts';

export const doubleSpaced: EntryBreaks = {
  name: 'double-spaced',
  languages: ['any'],
  yields: 'entry-breaks',
  what: 'Blank lines between all lines, within entries as well',
  fits(lines) {
    const blank = lines.filter(({ afterBlank }) => afterBlank).length;
    const open = lines.filter(({ text }, i) => i + 1 < lines.length && !isClosed(text)).length;
    return lines.length > 3 && blank * 10 >= lines.length * 9 && open * 6 >= lines.length;
  },
  begins: ({ previous, looksLikeEntry }) => isClosed(previous.text) && looksLikeEntry(),
  fixture: `The guilds wove (Weaver, 2003).

References

⟦double-spaced|Weaver, Anna. Looms of the North. Leiden:

Burrow Press. 2003.⟧

⟦double-spaced|Dyer, Ben. Dyes of the North. Leiden:

Burrow Press. 2005.⟧
`,
};
