import type { HeadingWords } from '../../section-words.ts';

export const frenchHeadings: HeadingWords = {
  name: 'french-headings',
  languages: ['fr'],
  yields: 'headings',
  what: 'Headings of notes, references and of what follows them: *Notes de bas de page*, *Références bibliographiques*',
  notes: 'remarques; notes de bas de page; notes de fin; notes et references',
  references: `bibliographie; references bibliographiques; references citees; liste des references; ouvrages cites;
    sources et bibliographie; œuvres citees; travaux cites; litterature citee`,
  others: `resume; resumes; mots-cles; mots cles; remerciements; auteur; auteurs; annexe; annexes; droits d'auteur;
    pour citer cet article`,
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦french-headings|Notes de bas de page⟧

1. See the rolls.
2. So they said.

⟦french-headings|Références bibliographiques⟧

Weaver A (2003) Looms. Leiden: Burrow.
`,
};
