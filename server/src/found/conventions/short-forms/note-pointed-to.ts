import type { ShortForm } from '../../short-form.ts';

export const notePointedTo: ShortForm = {
  name: 'note-pointed-to',
  languages: ['en', 'de', 'fr', 'es', 'it'],
  yields: 'short-forms',
  what: 'A note by its number, after *see*: *see note 12*, *vgl. Anm. 12*, *voir note 12*; not one further down',
  form: 'supra',
  leadsTo: 'numbered-note',
  pattern: [
    String.raw`(?:see|siehe(?: auch)?|s\.(?: auch)?|vgl\.|voir|cf\.|cfr\.|vedi|ver|véase|wie)\s+(?:notes?|n\.|fn\.?|nota|anm(?:erkung)?\.?|fu(?:ß|ss)note|footnote)\s?\d{1,3}(?!\d)`,
    String.raw`(?!\s+(?:below|infra|unten|ci-dessous|abajo|in\b|of\b|to\b))`,
  ].join(''),
  needs: String.raw`\d(?<=[aegmnsſ.]\s?\d)`,
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Dockers*, Hamburg, 2009, p. 4.
2. ⟦note-pointed-to|See note 1⟧.
`,
};
