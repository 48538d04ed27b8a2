import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberBraces: NoteNumberForm = {
  name: 'number-braces',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'A number raised in the manner of TeX: *$^{12}$ See the rolls*',
  family: 'raised',
  pattern: String.raw`(?:\$\s?(?:\{\s?\}\s?)?\^\s?\{?|\^\{)\s{0,3}(\d{1,3})\s{0,3}\}?\s?\$?[.)]?[ \t]*`,
  fixture: `Guilds wove.¹ And dyed.²

Notes

$^{⟦number-braces|1⟧}$ See the rolls.
^{⟦number-braces|2⟧} So they said.
`,
};
