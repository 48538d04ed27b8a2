import type { HeadingWords } from '../../section-words.ts';

export const portugueseHeadings: HeadingWords = {
  name: 'portuguese-headings',
  languages: ['pt'],
  yields: 'headings',
  what: 'Headings of notes, references and of what follows them: *Notas de rodapé*, *Obras consultadas*',
  notes: 'notas de rodape; notas de fim',
  references: 'literatura citada; obras consultadas; fontes consultadas; lista de referencias',
  others: 'resumo',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦portuguese-headings|Notas de rodapé⟧

1. See the rolls.
2. So they said.

⟦portuguese-headings|Obras consultadas⟧

Weaver A (2003) Looms. Leiden: Burrow.
`,
};
