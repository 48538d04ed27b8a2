import type { ShortForm } from '../../short-form.ts';

export const idem: ShortForm = {
  name: 'idem',
  languages: ['la', 'en', 'fr'],
  yields: 'short-forms',
  what: 'The work cited last, or its author before a title: *idem*',
  form: 'idem',
  leadsTo: 'work-before',
  mayBeAuthor: true,
  pattern: String.raw`idem(?!\p{L})`,
  needs: 'm(?<=idem)',
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Dockers*, Hamburg, 2009, p. 4.
2. ⟦idem|Idem⟧, p. 9.
`,
};
