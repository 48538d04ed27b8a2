import type { ShortForm } from '../../short-form.ts';

export const chineseIbid: ShortForm = {
  name: 'chinese-ibid',
  languages: ['zh'],
  yields: 'short-forms',
  what: 'The work cited last in Chinese: *同上*',
  form: 'ibid',
  leadsTo: 'work-before',
  pattern: '同上|同前',
  needs: '同',
  fixture: `So it was.¹ So it was.²

Notes

1. 徐毅：《劳工研究》，海文出版社，2009年，第4页。
2. ⟦chinese-ibid|同上⟧，第9页。
`,
};
