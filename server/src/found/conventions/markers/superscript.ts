import { judgeRaised, plainDigits, RAISED_DIGITS } from '../../raised-numbers.ts';
import type { MarkerForm } from '../../marker-form.ts';

export const superscript: MarkerForm = {
  name: 'superscript',
  languages: ['any'],
  yields: 'markers',
  what: 'Raised digits of Unicode: *so it was.¹²*',
  pattern: `([${RAISED_DIGITS}]+)`,
  glimpse: '[⁰¹²³⁴⁵⁶⁷⁸⁹]',
  opening: `[${RAISED_DIGITS}]`,
  digits: plainDigits,
  leavesProse: RAISED_DIGITS,
  judge: judgeRaised,
  fixture: `Guilds wove⟦superscript|¹⟧ and dyed.⟦superscript|²⟧ Looms of 10³ kg stood idle.

Notes

1. See the rolls.
2. So they said.
`,
};
