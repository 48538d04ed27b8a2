import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberStacked: NoteNumberForm = {
  name: 'number-stacked',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'Numbers below one another, apart from their notes, as conversion of PDF leaves raised numbers at the feet of pages; read where there are as many notes as numbers',
  family: 'bare',
  isStacked: true,
  pattern: String.raw`(\d{1,4})[ \t]*(?=\n)`,
  fixture: `Guilds wove.1 And dyed.2 And sold.3

Notes

⟦number-stacked|1⟧
⟦number-stacked|2⟧

3

See the rolls of the town, which
Meyer has printed.
So they said.
The ledgers say nothing.
`,
};
