import type { ShortForm } from '../../short-form.ts';

export const id: ShortForm = {
  name: 'id',
  languages: ['la', 'it', 'fr'],
  yields: 'short-forms',
  what: 'The work cited last, or its author before a title, abbreviated: *id.*',
  form: 'idem',
  leadsTo: 'work-before',
  mayBeAuthor: true,
  pattern: String.raw`id\.`,
  needs: String.raw`\.(?<=id\.)`,
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Dockers*, Hamburg, 2009, p. 4.
2. ⟦id|Id.⟧, p. 9.
`,
};
