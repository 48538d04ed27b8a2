import type { ShortForm } from '../../short-form.ts';

export const noteAfterWord: ShortForm = {
  name: 'note-after-word',
  languages: ['la', 'en', 'de', 'fr', 'es', 'it'],
  yields: 'short-forms',
  what: 'A note by its number, after a word for *above*: *supra note 12*, *oben Anm. 12*, *ci-dessus n. 12*',
  form: 'supra',
  leadsTo: 'numbered-note',
  pattern: [
    String.raw`(?:(?:see|siehe|s\.|vgl\.|voir|cf\.|cfr\.|vedi|ver|véase|wie)\s+)?(?:supra|above|oben|ci-dessus|más arriba|sopra),?\s+`,
    String.raw`(?:(?:at|in|in der|la|dans la)\s+)?(?:notes?|nn?\.?|fns?\.?|nota|anm(?:erkung)?\.?|fu(?:ß|ss)note|footnote)\s?\d{1,3}`,
  ].join(''),
  needs: String.raw`\d(?<=[aegmnsſ.]\s?\d)`,
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Dockers*, Hamburg, 2009, p. 4.
2. Meyer, ⟦note-after-word|supra note 1⟧, p. 9.
`,
};
