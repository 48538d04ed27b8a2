import type { HeadingWords } from '../../section-words.ts';

export const scandinavianHeadings: HeadingWords = {
  name: 'scandinavian-headings',
  languages: ['sv', 'no', 'da'],
  yields: 'headings',
  what: 'Headings of notes, references and of what follows them: *Noter*, *Källor*',
  notes: 'noter',
  references: 'referenser; kallor; referanser; litteratur; kilder; litteraturliste',
  others: '',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦scandinavian-headings|Noter⟧

1. See the rolls.
2. So they said.

⟦scandinavian-headings|Källor⟧

Weaver A (2003) Looms. Leiden: Burrow.
`,
};
