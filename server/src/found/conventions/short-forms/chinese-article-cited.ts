import type { ShortForm } from '../../short-form.ts';

export const chineseArticleCited: ShortForm = {
  name: 'chinese-article-cited',
  languages: ['zh'],
  yields: 'short-forms',
  what: 'An article by its author in Chinese: *徐毅前引文*',
  form: 'art-cit',
  leadsTo: 'work-named',
  pattern: '前引文',
  needs: '前',
  fixture: `So it was.¹ So it was.²

Notes

1. 徐毅：《劳工研究》，海文出版社，2009年，第4页。
2. ⟦chinese-article-cited|前引文⟧，第9页。
`,
};
