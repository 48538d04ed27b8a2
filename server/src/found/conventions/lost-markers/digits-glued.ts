import { isCounted } from '../../counted-words.ts';
import type { LostMarkerForm, LostPlace } from '../../lost-marker-form.ts';

export const digitsGlued: LostMarkerForm = {
  name: 'digits-glued',
  languages: ['any'],
  yields: 'lost-markers',
  what: 'Digits glued to an acronym, a year or between two words, where only that number is missing: *the ILO12 and the law13that*',
  patternOf: (digits) => String.raw`(?<=[\p{L}\p{M}\d.,;:!?)\]”“’"'»«…])${digits}(?!\d)`,
  accepts,
  fixture: `Guilds wove.1 And the ILO⟦digits-glued|2⟧ says they dyed.3 That was in 1931.⟦digits-glued|4⟧ They sold.5 They slept.6

Notes

1. See the rolls.
2. So they said.
3. And they.
4. See the ledgers.
5. So they said again.
6. And they again.
`,
};

/** The end of a year, or of a word of two letters or more, each perhaps with punctuation. */
const BEFORE =
  /(?:(?<![\d.,/-])(?:1[5-9]|20)\d\d[.,;:!?)\]”“’"'»«…]{1,3}|(?:\p{L}[\p{L}\p{M}’'-]+|\))[.,;:!?)\]”“’"'»«…]{0,3})$/u;

function accepts({ text, from, to }: LostPlace): boolean {
  return BEFORE.test(text.slice(Math.max(0, from - 24), from)) && !isCounted(text, from, to);
}
