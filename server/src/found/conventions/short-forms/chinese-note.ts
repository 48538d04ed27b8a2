import type { ShortForm } from '../../short-form.ts';

export const chineseNote: ShortForm = {
  name: 'chinese-note',
  languages: ['zh'],
  yields: 'short-forms',
  what: 'A note by its number in Chinese: *前注12*, *见注12*',
  form: 'supra',
  leadsTo: 'numbered-note',
  pattern: String.raw`[前见見]注\s?\d{1,3}`,
  needs: '注',
  fixture: `So it was.¹ So it was.²

Notes

1. 徐毅：《劳工研究》，海文出版社，2009年，第4页。
2. ⟦chinese-note|前注1⟧，第9页。
`,
};
