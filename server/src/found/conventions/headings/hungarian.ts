import type { HeadingWords } from '../../section-words.ts';

export const hungarianHeadings: HeadingWords = {
  name: 'hungarian-headings',
  languages: ['hu'],
  yields: 'headings',
  what: 'Headings of notes and of what follows them: *Jegyzetek*',
  notes: 'jegyzetek',
  references: '',
  others: '',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦hungarian-headings|Jegyzetek⟧

1. See the rolls.
2. So they said.
`,
};
