import type { ShortForm } from '../../short-form.ts';

export const chineseWorkCited: ShortForm = {
  name: 'chinese-work-cited',
  languages: ['zh'],
  yields: 'short-forms',
  what: 'A work by its author in Chinese: *徐毅前引书*',
  form: 'op-cit',
  leadsTo: 'work-named',
  pattern: '前引书|前引書|前揭书|前揭書',
  needs: '前',
  fixture: `So it was.¹ So it was.²

Notes

1. 徐毅：《劳工研究》，海文出版社，2009年，第4页。
2. ⟦chinese-work-cited|前引书⟧，第9页。
`,
};
