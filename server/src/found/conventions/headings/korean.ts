import type { HeadingWords } from '../../section-words.ts';

export const koreanHeadings: HeadingWords = {
  name: 'korean-headings',
  languages: ['ko'],
  yields: 'headings',
  what: 'Headings of notes, references and of what follows them: *각주*, *참고문헌*',
  notes: '각주; 미주; 주; 주석',
  references: '참고문헌; 참고 문헌',
  others: '초록',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦korean-headings|각주⟧

1. See the rolls.
2. So they said.

⟦korean-headings|참고문헌⟧

Weaver A (2003) Looms. Leiden: Burrow.
`,
};
