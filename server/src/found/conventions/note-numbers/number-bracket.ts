import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberBracket: NoteNumberForm = {
  name: 'number-bracket',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'A number in square brackets: *[12] See the rolls*, *[12]: See the rolls*',
  family: 'bracket',
  // Not a Markdown link reference definition.
  pattern: String.raw`\\?\[(\d{1,3})\\?\](?!\(|:[ \t]*(?:<|\S+(?:[ \t]+["'(]|[ \t]*(?:\n|$))))[.:]?[ \t]*(?:\n(?:[ \t]*\n)?[ \t]*)?`,
  spansLines: true,
  fixture: `Guilds wove.¹ And dyed.² They spun.³

Notes

[⟦number-bracket|1⟧] See the rolls.
[⟦number-bracket|2⟧]: So they said.
\\[⟦number-bracket|3⟧\\] The ledgers.
`,
};
