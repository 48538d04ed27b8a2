import type { ShortForm } from '../../short-form.ts';

export const ibidSpanish: ShortForm = {
  name: 'ibid-spanish',
  languages: ['es'],
  yields: 'short-forms',
  what: 'The work cited last, as Spanish spells it: *ibíd.*, *ibídem*',
  form: 'ibid',
  leadsTo: 'work-before',
  pattern: String.raw`ibíd(?:em)?(?!\p{L})\.?`,
  needs: 'í',
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Puertos*, Madrid, 2009, p. 4.
2. ⟦ibid-spanish|Ibíd.⟧, p. 9.
`,
};
