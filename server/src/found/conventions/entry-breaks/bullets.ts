import type { EntryBreaks } from '../../entry-form.ts';

export const bullets: EntryBreaks = {
  name: 'bullets',
  languages: ['any'],
  yields: 'entry-breaks',
  what: 'A bullet or a number before each entry',
  fits: (lines) => lines[0]!.bulleted && lines.filter((line) => line.bulleted).length * 3 >= lines.length,
  begins: ({ line, looksLikeEntry }) => line.bulleted || (line.afterBlank && looksLikeEntry()),
  fixture: `The guilds wove (Weaver, 2003).

References

- ⟦bullets|Weaver A (2003) Looms of the North, at Leiden⟧
- ⟦bullets|Dyer B (2005) Dyes of the North, at Leiden⟧
`,
};
