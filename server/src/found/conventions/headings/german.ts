import type { HeadingWords } from '../../section-words.ts';

export const germanHeadings: HeadingWords = {
  name: 'german-headings',
  languages: ['de'],
  yields: 'headings',
  what: 'Headings of notes, references and of what follows them: *Anmerkungen*, *Literaturverzeichnis*',
  notes: 'anmerkungen; anmerkung; endnoten; fussnoten',
  references: `literatur; literaturverzeichnis; literaturangaben; quellenverzeichnis; quellen und literatur; quellen- und
    literaturverzeichnis; bibliografie; literaturnachweise; literaturnachweis; zitierte literatur;
    verwendete literatur`,
  others: 'zusammenfassung; schlagworter; danksagung; autor; autoren; anhang',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦german-headings|Anmerkungen⟧

1. See the rolls.
2. So they said.

⟦german-headings|Literaturverzeichnis⟧

Weaver A (2003) Looms. Leiden: Burrow.
`,
};
