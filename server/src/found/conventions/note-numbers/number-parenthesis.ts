import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberParenthesis: NoteNumberForm = {
  name: 'number-parenthesis',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'A number in or before a parenthesis: *12) See the rolls*',
  family: 'parenthesis',
  pattern: String.raw`\(?(\d{1,3})\)(?:\*{1,2}|_{1,2})?[ \t]*`,
  fixture: `Guilds wove.¹ And dyed.²

Notes

(⟦number-parenthesis|1⟧) See the rolls.
⟦number-parenthesis|2⟧) So they said.
`,
};
