import type { HeadingWords } from '../../section-words.ts';

export const czechHeadings: HeadingWords = {
  name: 'czech-headings',
  languages: ['cs'],
  yields: 'headings',
  what: 'Headings of notes and of what follows them: *Poznámky*',
  notes: 'poznamky',
  references: '',
  others: '',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦czech-headings|Poznámky⟧

1. See the rolls.
2. So they said.
`,
};
