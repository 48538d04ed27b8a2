import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberBracketRaised: NoteNumberForm = {
  name: 'number-bracket-raised',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'A number in square brackets that was raised, as Pandoc’s plain text has it: *^([12]) See the rolls*',
  family: 'bracket',
  pattern: String.raw`\^\(\[(\d{1,3})\]\)[ \t]*`,
  fixture: `Guilds wove.¹ And dyed.²

Notes

^([⟦number-bracket-raised|1⟧]) See the rolls.
^([⟦number-bracket-raised|2⟧]) So they said.
`,
};
