import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberWordedBracket: NoteNumberForm = {
  name: 'number-worded-bracket',
  languages: ['en', 'de', 'fr', 'es', 'it'],
  yields: 'note-numbers',
  what: 'A number in square brackets after a word for *note*: *[FN12]. See the rolls*',
  family: 'bracket',
  pattern: String.raw`\[(?:[Ff][Nn]\.?|[Ff]ootnote|[Nn]ote|nb|n\.|[Aa]nm\.?|[Nn]ota)\s?(\d{1,3})\][.:]?[ \t]*`,
  fixture: `Guilds wove.¹ And dyed.²

Notes

[FN⟦number-worded-bracket|1⟧]. See the rolls.
[FN⟦number-worded-bracket|2⟧] So they said.
`,
};
