import type { HeadingWords } from '../../section-words.ts';

export const polishHeadings: HeadingWords = {
  name: 'polish-headings',
  languages: ['pl'],
  yields: 'headings',
  what: 'Headings of notes and of what follows them: *Przypisy*',
  notes: 'przypisy',
  references: '',
  others: '',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦polish-headings|Przypisy⟧

1. See the rolls.
2. So they said.
`,
};
