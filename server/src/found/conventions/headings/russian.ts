import type { HeadingWords } from '../../section-words.ts';

export const russianHeadings: HeadingWords = {
  name: 'russian-headings',
  languages: ['ru'],
  yields: 'headings',
  what: 'Headings of notes, references and of what follows them: *Примечания*, *Список литературы*',
  notes: 'примечания; сноски',
  references: 'литература; список литературы; библиография',
  others: '',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦russian-headings|Примечания⟧

1. See the rolls.
2. So they said.

⟦russian-headings|Список литературы⟧

Weaver A (2003) Looms. Leiden: Burrow.
`,
};
