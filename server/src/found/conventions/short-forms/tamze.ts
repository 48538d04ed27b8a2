import type { ShortForm } from '../../short-form.ts';

export const tamze: ShortForm = {
  name: 'tamze',
  languages: ['pl', 'cs', 'ru'],
  yields: 'short-forms',
  what: 'The work cited last in Polish, Czech and Russian: *tamże*, *tamtéž*, *там же*',
  form: 'ibid',
  leadsTo: 'work-before',
  pattern: 'tamże|tamtéž|там же',
  needs: 'tam[żt]|там ж',
  fixture: `So it was.¹ So it was.²

Notes

1. Lena Meyer, *Nabrzeża*, Warszawa, 2009, s. 4.
2. ⟦tamze|Tamże⟧, s. 9.
`,
};
