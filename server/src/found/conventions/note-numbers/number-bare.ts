import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberBare: NoteNumberForm = {
  name: 'number-bare',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'A number alone before a capital or a quotation: *12 See the rolls*',
  family: 'bare',
  pattern: String.raw`(\d{1,3})[ \t]+(?=[\p{Lu}\p{Lo}"“«‘'*_<[])`,
  fixture: `Guilds wove.¹ And dyed.²

Notes

⟦number-bare|1⟧ See the rolls.
⟦number-bare|2⟧ So they said.
`,
};
