import type { HeadingWords } from '../../section-words.ts';

export const englishHeadings: HeadingWords = {
  name: 'english-headings',
  languages: ['en'],
  yields: 'headings',
  what: 'Headings of notes, references and of what follows them: *Endnotes*, *References*',
  notes: 'notes; note; endnotes; end notes; end-notes; footnotes; notes and references',
  references: `references; reference; reference list; list of references; references cited; cited references; literature;
    literature cited; cited literature; works cited; work cited; bibliography; select bibliography; selected
    bibliography; primary sources; secondary sources; sources; sources cited; sources and bibliography;
    references and bibliography`,
  others: `abstract; abstracts; summary; keywords; key words; acknowledgements; acknowledgments; acknowledgement;
    acknowledgment; about the author; about the authors; about the contributors; author biography; author
    biographies; author information; author; authors; biography; biographies; note on contributors; notes on
    contributors; notes on contributor; funding; financial support; declarations; conflict of interest;
    conflicts of interest; declaration of conflicting interests; competing interests; data availability; data
    availability statement; appendix; appendices; index; supplementary material; supplemental material; orcid;
    orcid id; orcid ids; corresponding author; tables; figures; list of abbreviations; abbreviations;
    introduction; conclusion; conclusions; further reading; citation; how to cite`,
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦english-headings|Endnotes⟧

1. See the rolls.
2. So they said.

⟦english-headings|References⟧

Weaver A (2003) Looms. Leiden: Burrow.
`,
};
