import type { LostMarkerForm, LostPlace } from '../../lost-marker-form.ts';

export const parenthesisWithin: LostMarkerForm = {
  name: 'parenthesis-within',
  languages: ['any'],
  yields: 'lost-markers',
  what: 'A number in round brackets behind a word of a sentence that goes on, where only that number is missing: *the dockers (2) who won*',
  styles: ['parenthesis'],
  patternOf: (digits) => String.raw`(?<=[\p{L}\p{M}\d.,;:!?”“’"'»…][ \n]?)[(（]${digits}[)）]`,
  accepts,
  fixture: `Guilds wove.(1) The dockers ⟦parenthesis-within|(2)⟧ who dyed had halls.(3) They sold.(4)

Notes

(1) See the rolls.
(2) So they said.
(3) And they.
(4) See the ledgers.
`,
};

function accepts({ text, from, to }: LostPlace): boolean {
  const before = text.slice(Math.max(0, from - 24), from);
  // At the head of a line stands the note, or a point.
  if (before.endsWith('\n')) return false;
  // The number of an issue: *Port Review* 3(1), and what is counted: equation (2).
  if (/\d$/.test(before) && /^\s?[:,]/.test(text.slice(to, to + 2))) return false;
  return !/\b(?:[Ee]q(?:uation|s)?\.?|[Ff]ormula|[Ee]xample|[Pp]oint|[Ss]ection|[Rr]ule|[Ss]tep|art\.|n[.°])\s?$/.test(
    before,
  );
}
