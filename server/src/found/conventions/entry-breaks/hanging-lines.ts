import type { EntryBreaks } from '../../entry-form.ts';
import { opensParagraph } from '../../list-lines.ts';

export const hangingLines: EntryBreaks = {
  name: 'hanging-lines',
  languages: ['any'],
  yields: 'entry-breaks',
  what: 'Entries that begin at the margin and go on further in',
  fits: (lines, least) => lines[0]!.indent === least && lines.some((line) => line.indent > least),
  begins({ line, previous, least, looksLikeEntry }) {
    const isFlush = line.indent === least && (!line.afterBlank || looksLikeEntry());
    // A flush line begins an entry, unless only a few lines hang.
    if (isFlush && (previous.indent > line.indent || looksLikeEntry())) return true;
    return line.afterBlank && (looksLikeEntry() || opensParagraph(line, previous));
  },
  fixture: `The guilds wove (Weaver, 2003).

References

⟦hanging-lines|Weaver A (2003) Looms of the North. Leiden
    Burrow⟧
⟦hanging-lines|Dyer B (2005) Dyes of the North. Leiden
    Burrow⟧
`,
};
