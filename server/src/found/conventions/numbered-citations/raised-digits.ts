import type { NumberedForm } from '../../numbered-form.ts';
import { judgeRaised, plainDigits, RAISED_DIGITS } from '../../raised-numbers.ts';

const PARTED = String.raw`(?:[,⁻˒᾿⸴–—-]|\s?[,–—-]\s?(?=[${RAISED_DIGITS}]))`;

export const raisedDigits: NumberedForm = {
  name: 'raised-digits',
  languages: ['any'],
  yields: 'numbered-citations',
  what: 'Raised digits of Unicode, with what parts them raised or not: *so it was.³⁻⁵,⁷*',
  pattern: String.raw`([${RAISED_DIGITS}]{1,4}(?:${PARTED}[${RAISED_DIGITS}]{1,4}){0,40})`,
  digits: (written) =>
    [...written]
      .map((sign) => plainDigits(sign) || (sign === '⁻' ? '–' : /[˒᾿⸴]/.test(sign) ? ',' : sign))
      .join(''),
  leastCalled: 1 / 2,
  judge: judgeRaised,
  fixture: `The guilds wove.⟦raised-digits|¹⟧,⟦raised-digits|³⟧ The town paid.⟦raised-digits|²⟧

References

1. Weaver A. Looms. Leiden: Burrow; 2003.
2. Dyer B. Dyes. Leiden: Burrow; 2005.
3. Carder C. Wool. Leiden: Burrow; 2007.
`,
};
