import type { LostMarkerForm, LostPlace } from '../../lost-marker-form.ts';
import { patternOfMisread } from '../../misread-digits.ts';

export const parenthesisMisread: LostMarkerForm = {
  name: 'parenthesis-misread',
  languages: ['any'],
  yields: 'lost-markers',
  what: 'A raised number in round brackets that character recognition misread, where only that number is missing: *the dockers!12)*, *the owners(1S)*',
  styles: ['parenthesis', 'glued-digits'],
  patternOf,
  accepts,
  fixture: `Guilds wove(35). The dockers dyed⟦parenthesis-misread|!36)⟧. They sold(37). They stood at the quay⟦parenthesis-misread|(3S)⟧. They slept(39). And woke(40). And rowed(41).

Notes

(35) See the rolls.
(36) So they said.
(37) And they.
(38) See the ledgers.
(39) So they said again.
(40) And they again.
(41) See the guilds.
`,
};

function patternOf(digits: string): string {
  return String.raw`(?<=[\p{L}\p{M}.,;:?”’"»]|(?<!\d)\d{4})[(!{[i]?${patternOfMisread(digits)}[)!}\]](?![\p{L}\d])`;
}

/** Short words in brackets are no numbers: a digit is among the signs, or a sign that no word has. */
function accepts({ text, from, to }: LostPlace): boolean {
  const written = text.slice(from, to - 1).replace(/^[({[!i]/, '');
  return /\d/.test(written) && (written.length > 1 || text[from] !== '(');
}
