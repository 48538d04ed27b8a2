import type { LostMarkerForm, LostPlace } from '../../lost-marker-form.ts';

export const digitsSplit: LostMarkerForm = {
  name: 'digits-split',
  languages: ['any'],
  yields: 'lost-markers',
  what: 'Raised digits that character recognition read with spaces between them, a one perhaps as an apostrophe: *the dockers. 1 2 They*, *the owners.’ 3*',
  patternOf,
  accepts,
  fixture: `Guilds wove.9 The dockers dyed. ⟦digits-split|1 0⟧ They sold.11 They stood at the quay.⟦digits-split|' 2⟧ They slept.13 And woke.14

Notes

9. See the rolls.
10. So they said.
11. And they.
12. See the ledgers.
13. So they said again.
14. And they again.
`,
};

const ONE = String.raw`[1'’‘lI]`;

function patternOf(digits: string): string {
  const signs = [...digits].map((digit) => (digit === '1' ? ONE : digit));
  return String.raw`(?<=[\p{Ll}.,;:!?)\]”“"»][ \n]?)${signs.join('[ ]?')}(?![\d\p{L}])`;
}

function accepts({ text, from, to }: LostPlace): boolean {
  const written = text.slice(from, to);
  return (
    to - from > 1 &&
    (/[ '’‘lI]/.test(written) || written.length === 1) &&
    !/^[.,:/\-–]\d/.test(text.slice(to, to + 2))
  );
}
