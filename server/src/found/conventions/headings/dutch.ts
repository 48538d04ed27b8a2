import type { HeadingWords } from '../../section-words.ts';

export const dutchHeadings: HeadingWords = {
  name: 'dutch-headings',
  languages: ['nl'],
  yields: 'headings',
  what: 'Headings of notes, references and of what follows them: *Noten*, *Literatuurlijst*',
  notes: 'noten',
  references: 'literatuur; literatuurlijst; referenties',
  others: '',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦dutch-headings|Noten⟧

1. See the rolls.
2. So they said.

⟦dutch-headings|Literatuurlijst⟧

Weaver A (2003) Looms. Leiden: Burrow.
`,
};
