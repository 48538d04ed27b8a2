import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberLink: NoteNumberForm = {
  name: 'number-link',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'A number that links back to its call, as word processors export it: *[\\[12\\]](#_ftnref12) See the rolls*',
  family: 'link',
  pattern: String.raw`(?:<a\s[^<>\n]{0,120}>(?:<\/a>)?\s?)?\[\\?\[?(\d{1,3})\\?\]?\]\(#[^()\s]{1,80}\)[.:]?[ \t]*`,
  fixture: `Guilds wove.[\\[1\\]](#_ftn1) And dyed.[\\[2\\]](#_ftn2)

Notes

[\\[⟦number-link|1⟧\\]](#_ftnref1) See the rolls.

[\\[⟦number-link|2⟧\\]](#_ftnref2) So they said.
`,
};
