import type { ShortForm } from '../../short-form.ts';

export const ib: ShortForm = {
  name: 'ib',
  languages: ['la'],
  yields: 'short-forms',
  what: 'The work cited last, abbreviated: *ib.*',
  form: 'ibid',
  leadsTo: 'work-before',
  pattern: String.raw`ib\.`,
  needs: 'b(?<=ib)[i.]',
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Dockers*, Hamburg, 2009, p. 4.
2. ⟦ib|Ib.⟧, p. 9.
`,
};
