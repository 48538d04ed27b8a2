import type { ShortForm } from '../../short-form.ts';

export const ebenda: ShortForm = {
  name: 'ebenda',
  languages: ['de'],
  yields: 'short-forms',
  what: 'The work cited last in German: *ebd.*, *ebda.*, *ebenda*',
  form: 'ibid',
  leadsTo: 'work-before',
  // In a biography ‘ebenda’ means the same place.
  pattern: String.raw`ebd(?:a)?\.|(?<!(?:\d|gestorben|starb|begraben|geboren|wohnhaft)\s)ebenda`,
  needs: 'b(?<=eb)[de]',
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Hafen*, Hamburg, 2009, S. 4.
2. ⟦ebenda|Ebd.⟧, S. 9.
`,
};
