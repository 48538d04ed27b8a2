import type { Judgement, MarkerForm, MarkerPlace } from '../../marker-form.ts';

export const link: MarkerForm = {
  name: 'link',
  languages: ['any'],
  yields: 'markers',
  what: 'Numbers that link to their notes, as word processors export them: *so it was.[\\[12\\]](#_ftn12)*',
  pattern: String.raw`\[\\?\[?(\d{1,3})\\?\]?\]\(#[^()\s]{1,80}\)`,
  glimpse: String.raw`\[\\?\[?\d{1,3}\\?\]?\]\(#`,
  opening: String.raw`\[`,
  judge,
  fixture: `Guilds wove.⟦link|[\\[1\\]](#_ftn1)⟧ And dyed.⟦link|[2](#n2)⟧ See part [2](#two).

Notes

1. See the rolls.
2. So they said.
`,
};

/** After a word or its punctuation it calls a note; after a blank it may lead to a part of the text. */
function judge({ text, from, to }: MarkerPlace): Judgement {
  const reach = text.slice(Math.max(0, from - 24), from);
  const begun = reach.lastIndexOf('\n') + 1;
  if ((begun > 0 || from <= 24) && /^[\s\-*•>+]*$/.test(reach.slice(begun))) return 'head';
  const isBracketed = text.slice(from, to).includes('[', 1);
  return isBracketed || /[\p{L}\d.,;:!?)”’"»“]$/u.test(reach) ? 'strong' : 'no';
}
