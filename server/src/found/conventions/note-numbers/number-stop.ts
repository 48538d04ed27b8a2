import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberStop: NoteNumberForm = {
  name: 'number-stop',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'A number and a full stop or colon: *12. See the rolls*',
  family: 'stop',
  pattern: String.raw`(\d{1,3})\\?[.:](?:\*{1,2}|_{1,2})?(?:[ \t]+|(?=[^\s\d]))`,
  fixture: `Guilds wove.¹ And dyed.² They spun.³

Notes

⟦number-stop|1⟧. See the rolls.
⟦number-stop|2⟧. So they said.
⟦number-stop|3⟧\\. The ledgers.
`,
};
