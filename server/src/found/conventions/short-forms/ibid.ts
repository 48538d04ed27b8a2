import type { ShortForm } from '../../short-form.ts';

export const ibid: ShortForm = {
  name: 'ibid',
  languages: ['la'],
  yields: 'short-forms',
  what: 'The work cited last: *ibid.*, *ibidem*',
  form: 'ibid',
  leadsTo: 'work-before',
  pattern: String.raw`ibid(?:em)?(?!\p{L})\.?`,
  needs: 'b(?<=ib)[i.]',
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Dockers*, Hamburg, 2009, p. 4.
2. ⟦ibid|Ibid.⟧, p. 9.
`,
};
