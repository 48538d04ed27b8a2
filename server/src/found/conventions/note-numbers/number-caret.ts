import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberCaret: NoteNumberForm = {
  name: 'number-caret',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'A number between carets: *^12^ See the rolls*',
  family: 'raised',
  pattern: String.raw`\^(\d{1,3})\^[.)]?[ \t]*`,
  fixture: `Guilds wove.¹ And dyed.²

Notes

^⟦number-caret|1⟧^ See the rolls.
^⟦number-caret|2⟧^ So they said.
`,
};
