import type { Judgement, MarkerForm, MarkerPlace } from '../../marker-form.ts';

export const bracketRaised: MarkerForm = {
  name: 'bracket-raised',
  languages: ['any'],
  yields: 'markers',
  what: 'A number in square brackets that was raised, as Pandoc’s plain text has it: *so it was^([12])*',
  pattern: String.raw`\^\(\[(\d{1,3})\]\)`,
  glimpse: String.raw`\^\(\[\d{1,3}\]\)`,
  opening: String.raw`\^\(\[\d`,
  judge,
  fixture: `Guilds wove⟦bracket-raised|^([1])⟧ and dyed.⟦bracket-raised|^([2])⟧

Notes

^([1]) See the rolls.

^([2]) So they said.
`,
};

function judge({ text, from }: MarkerPlace): Judgement {
  const reach = text.slice(Math.max(0, from - 24), from);
  const begun = reach.lastIndexOf('\n') + 1;
  return (begun > 0 || from <= 24) && /^[\s\-*•>+]*$/.test(reach.slice(begun)) ? 'head' : 'strong';
}
