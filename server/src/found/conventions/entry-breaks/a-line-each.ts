import type { EntryBreaks } from '../../entry-form.ts';
import { isClosed } from '../../list-lines.ts';

/** Longer than the lines of text with hard line breaks. */
const LONG = 140;

export const aLineEach: EntryBreaks = {
  name: 'a-line-each',
  languages: ['any'],
  yields: 'entry-breaks',
  what: 'Lines that are not broken, an entry in each',
  fits: (lines) =>
    lines.length > 2 && lines.filter(({ text }) => text.length > LONG).length * 6 >= lines.length,
  begins: ({ line, previous, looksLikeEntry }) =>
    (isClosed(previous.text) && /^\s*[\p{Lu}\p{Lo}\p{N}“"«'’[(_*—–-]/u.test(line.text)) || looksLikeEntry(),
  fixture: `The guilds wove (Weaver, 2003), and the town paid (Aristotle, 2005).

References

⟦a-line-each|DYER, B. Dyes of the North and of the towns there, with all that was written of them in the rolls of the guild at Leiden: a history. Leiden: Burrow, 2001.⟧
⟦a-line-each|Aristotle. Politics. Leiden: Burrow, 2005.⟧
WEAVER, A. Looms of the North. Leiden: Burrow, 2003.
`,
};
