import { NUMBERS, type NumberedForm } from '../../numbered-form.ts';

export const numbersInParentheses: NumberedForm = {
  name: 'numbers-in-parentheses',
  languages: ['any'],
  yields: 'numbered-citations',
  what: 'Numbers and ranges of numbers in parentheses, behind a word: *so it was (3,5–7)*',
  pattern: String.raw`\(\s?(${NUMBERS})\s?\)`,
  leastCalled: 2 / 3,
  judge({ text, from, to }) {
    const before = text.slice(Math.max(0, from - 24), from);
    if (/(?:^|\n)[\s\-*•>+]*$/.test(before) && (from < 24 || before.includes('\n'))) return 'head';
    // An equation, an issue of a journal, a count.
    if (!/[\p{L}.,;:”"’)\]]\s?$/u.test(before) || /\n|\d/.test(before.slice(-1))) return 'no';
    if (/(?:Eqs?|Equations?|Gl|No|vol)\.?\s?$/i.test(before)) return 'no';
    return /^\s?[\p{L}\d.,;:)]/u.test(text.slice(to, to + 2)) ? 'strong' : 'weak';
  },
  fixture: `The guilds wove (⟦numbers-in-parentheses|1⟧,⟦numbers-in-parentheses|3⟧), the town paid (⟦numbers-in-parentheses|2⟧).

References

1. Weaver A. Looms. Leiden: Burrow; 2003.
2. Dyer B. Dyes. Leiden: Burrow; 2005.
3. Carder C. Wool. Leiden: Burrow; 2007.
`,
};
