import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberGlued: NoteNumberForm = {
  name: 'number-glued',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'A number glued to the first word of its note, as conversion and character recognition leave raised ones: *12See the rolls*',
  family: 'bare',
  pattern: String.raw`(\d{1,3})(?=\p{Lu}\p{Ll}{2}|\p{Lu}\.\s?\p{Lu}|["“«„‘]\p{Lu}\p{Ll}|(?:Id\.|Ibid|ibid|See|Cfr?\b|cf\.|Vgl|vgl)[.\s,])`,
  fixture: `Guilds wove.1 And dyed.2 And sold.3

Notes

1 See the rolls.
⟦number-glued|2⟧See the ledgers.
⟦number-glued|3⟧Ibid., p. 9.
`,
};
