import { NUMBERS_ESCAPED, type NumberedForm } from '../../numbered-form.ts';
import { judgeRaised } from '../../raised-numbers.ts';

export const numbersRaised: NumberedForm = {
  name: 'numbers-raised',
  languages: ['any'],
  yields: 'numbered-citations',
  what: 'Numbers and ranges of numbers in tags of HTML or carets that raise them: *so it was.&lt;sup>3–5,7&lt;/sup>*, *so it was^3,\\ 7^*',
  pattern: String.raw`(?:<sup>\s?|\^)(?:\[\s?)?(${NUMBERS_ESCAPED})(?:\s?\])?(?:\s?<\/sup>|\^)`,
  leastCalled: 1 / 2,
  judge: judgeRaised,
  fixture: `The guilds wove.<sup>⟦numbers-raised|1⟧,⟦numbers-raised|3⟧</sup> The town paid.<sup>⟦numbers-raised|2⟧</sup> Nobody wove^⟦numbers-raised|1⟧,\\ ⟦numbers-raised|3⟧^ at night.

References

1. Weaver A. Looms. Leiden: Burrow; 2003.
2. Dyer B. Dyes. Leiden: Burrow; 2005.
3. Carder C. Wool. Leiden: Burrow; 2007.
`,
};
