import type { HeadingWords } from '../../section-words.ts';

export const spanishHeadings: HeadingWords = {
  name: 'spanish-headings',
  languages: ['es'],
  yields: 'headings',
  what: 'Headings of notes, references and of what follows them: *Notas al pie*, *Obras citadas*',
  notes: 'notas; notas finales; notas al pie; notas al pie de pagina',
  references: `referencias; referencias bibliograficas; bibliografia; obras citadas; bibliografia citada;
    literatura citada; fuentes citadas; fuentes consultadas; fuentes y bibliografia; lista de referencias`,
  others: 'resumen; resumenes; palabras clave; agradecimientos; apendice',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦spanish-headings|Notas al pie⟧

1. See the rolls.
2. So they said.

⟦spanish-headings|Obras citadas⟧

Weaver A (2003) Looms. Leiden: Burrow.
`,
};
