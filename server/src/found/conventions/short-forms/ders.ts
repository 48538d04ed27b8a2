import type { ShortForm } from '../../short-form.ts';

export const ders: ShortForm = {
  name: 'ders',
  languages: ['de'],
  yields: 'short-forms',
  what: 'The work cited last in German, by its author and a page: *ders., S. 4*, *dies., S. 4*',
  form: 'idem',
  leadsTo: 'work-before',
  // Before a title it names the author of another work.
  pattern: String.raw`(?:ders|dies)\.(?=,\s(?:S|Rn|Sp)\.\s?\d)`,
  needs: String.raw`s\.(?<=(?:der|die)s\.)`,
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Hafen*, Hamburg, 2009, S. 4.
2. ⟦ders|Dies.⟧, S. 9.
`,
};
