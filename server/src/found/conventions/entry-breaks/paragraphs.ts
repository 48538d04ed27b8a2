import type { EntryBreaks } from '../../entry-form.ts';
import { isClosed, opensParagraph } from '../../list-lines.ts';

export const paragraphs: EntryBreaks = {
  name: 'paragraphs',
  languages: ['any'],
  yields: 'entry-breaks',
  what: 'Entries with a blank line or a line end between them, told by what an entry begins with',
  fits: () => true,
  begins: ({ line, previous, looksLikeEntry }) =>
    line.afterBlank
      ? looksLikeEntry() || opensParagraph(line, previous)
      : isClosed(previous.text) && looksLikeEntry(),
  fixture: `The guilds wove (Weaver, 2003).

References

⟦paragraphs|Weaver A (2003) Looms of the North. Leiden: Burrow.⟧

⟦paragraphs|Dyer B (2005) Dyes. Leiden: Burrow.⟧
`,
};
