import type { ShortForm } from '../../short-form.ts';

export const artCit: ShortForm = {
  name: 'art-cit',
  languages: ['la', 'en', 'fr', 'it'],
  yields: 'short-forms',
  what: 'An article by its author: *Meyer, art. cit.*',
  form: 'art-cit',
  leadsTo: 'work-named',
  pattern: String.raw`art(?:icle)?\.?\s?cit\b\.?`,
  needs: 'cit',
  fixture: `So it was.¹ So it was.² So it was.³

Notes

1. Lena Meyer, “Dockers”, *Quays*, 2009, p. 4.
2. Carl Adler, *Owners*, Bremen, 2014, p. 8.
3. Meyer, ⟦art-cit|art. cit.⟧, p. 9.
`,
};
