import type { Judgement, MarkerForm, MarkerPlace } from '../../marker-form.ts';

export const wordedBracket: MarkerForm = {
  name: 'worded-bracket',
  languages: ['en', 'de', 'fr', 'es', 'it'],
  yields: 'markers',
  what: 'Numbers in square brackets after a word for *note*: *[FN12]*, *[note 12]*, *[Anm. 12]*',
  pattern: String.raw`\[(?:fn\.?|footnote|note|nb|n\.|anm\.?|fu(?:ß|ss)note|nota)\s?(\d{1,3})\]`,
  glimpse: String.raw`\[(?:[Ff][Nn]|[Ff]oot|[Nn]ot|nb|n\.|[Aa]nm|Fu)[a-zß.]*\s?\d`,
  opening: String.raw`\[[FfNnA][a-zA-Z.]`,
  judge,
  fixture: `Guilds wove.⟦worded-bracket|[FN1]⟧ And dyed.⟦worded-bracket|[FN2]⟧

Notes

1. See the rolls.
2. So they said.
`,
};

function judge({ text, from, to }: MarkerPlace): Judgement {
  const line = text.slice(Math.max(0, from - 24), from);
  if (/[(:]/.test(text[to] ?? '\n')) return 'no';
  return /^[\s\-*•>]*$/.test(line.slice(line.lastIndexOf('\n') + 1)) ? 'head' : 'strong';
}
