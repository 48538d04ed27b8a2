import type { HeadingWords } from '../../section-words.ts';

export const italianHeadings: HeadingWords = {
  name: 'italian-headings',
  languages: ['it'],
  yields: 'headings',
  what: 'Headings of notes, references and of what follows them: *Note a piè di pagina*, *Riferimenti bibliografici*',
  notes: 'note finali; note a pie di pagina',
  references:
    'riferimenti bibliografici; riferimenti; opere citate; letteratura citata; testi citati; fonti e bibliografia',
  others: 'riassunto; sommario; parole chiave; ringraziamenti; appendice',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦italian-headings|Note a piè di pagina⟧

1. See the rolls.
2. So they said.

⟦italian-headings|Riferimenti bibliografici⟧

Weaver A (2003) Looms. Leiden: Burrow.
`,
};
