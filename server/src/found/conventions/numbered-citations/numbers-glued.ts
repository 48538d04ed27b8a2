import { NUMBERS, type NumberedForm } from '../../numbered-form.ts';

export const numbersGlued: NumberedForm = {
  name: 'numbers-glued',
  languages: ['any'],
  yields: 'numbered-citations',
  what: 'Numbers behind a word or its punctuation without a space, as raised ones are after a conversion: *so it was.3–5,7*',
  pattern: String.raw`(?<=\p{Ll}\p{Ll}|\p{Ll}[.,;:]|[)”"’»%][.,;]?)(${NUMBERS})(?=[\s.,;:)]|$)`,
  leastCalled: 1 / 2,
  isInSequence: true,
  mayBeNotes: true,
  judge({ text, from }) {
    const before = text.slice(Math.max(0, from - 24), from);
    // Formulae and names: ‘NbCl5’, ‘covid19’.
    return /(?:^|[\s(“"«‘’'-])\p{L}?\p{Ll}+[)”"’».,;:]*$|[)”"’»%][.,;]?$/u.test(before) ? 'weak' : 'no';
  },
  fixture: `The guilds wove.⟦numbers-glued|1⟧ The town paid⟦numbers-glued|2⟧ for NbCl5 and a rope.

References

1. Weaver A. Looms. Leiden: Burrow; 2003.
2. Dyer B. Dyes. Leiden: Burrow; 2005.
3. Carder C. Wool. Leiden: Burrow; 2007.
4. Fuller D. Felt. Leiden: Burrow; 2009.
`,
};
