import type { ShortForm } from '../../short-form.ts';

export const noteBeforeWord: ShortForm = {
  name: 'note-before-word',
  languages: ['la', 'en', 'de', 'fr', 'it'],
  yields: 'short-forms',
  what: 'A note by its number, before a word for *above*: *note 12 above*, *n. 12 supra*',
  form: 'supra',
  leadsTo: 'numbered-note',
  pattern: String.raw`(?:notes?|nn?\.|fn\.?|nota|anm\.|footnote)\s?\d{1,3},?\s+(?:supra|above|oben|ci-dessus|sopra)`,
  needs: String.raw`\d(?<=[aegmnsſ.]\s?\d)`,
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Dockers*, Hamburg, 2009, p. 4.
2. Meyer, ⟦note-before-word|note 1 above⟧, p. 9.
`,
};
