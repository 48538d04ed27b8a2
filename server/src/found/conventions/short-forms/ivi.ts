import type { ShortForm } from '../../short-form.ts';

export const ivi: ShortForm = {
  name: 'ivi',
  languages: ['it'],
  yields: 'short-forms',
  what: 'The work cited last in Italian, at another place: *ivi, p. 9*',
  form: 'ibid',
  leadsTo: 'work-before',
  pattern: String.raw`ivi(?=[\s,.])`,
  needs: 'v(?<=iv)i',
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Porti*, Torino, 2009, p. 4.
2. ⟦ivi|Ivi⟧, p. 9.
`,
};
