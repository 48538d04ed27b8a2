import type { EntryOrder } from '../../entry-form.ts';

const GROUP =
  /^[\p{Script=Han}“”]{4,40}(?:组|室|委员会|協會|协会|中心|局|部|院|会|所|社|编|編)[.．,，]\s?(1[4-9]\d\d|20\d\d)([a-z])?\s?[.．。:：,，]/u;

export const groupWithTitle: EntryOrder = {
  name: 'group-with-title',
  languages: ['zh'],
  yields: 'entries',
  what: 'A Chinese group with the name of its project in quotation marks, and the year: *里学系“织工研究”课题组.2013.织工*',
  year: 'after-names',
  read({ text, from }) {
    const match = from === 0 ? GROUP.exec(text) : null;
    if (!match?.[0].includes('“')) return null;
    const yearFrom = match[0].lastIndexOf(match[1]!);
    return {
      namesTo: /[.．,，]\s?$/u.exec(text.slice(0, yearFrom))!.index,
      year: match[1]!,
      suffix: match[2] ?? '',
      yearFrom,
      titleFrom: match[0].length,
    };
  },
  fixture: `织工已有研究（里学系“织工研究”课题组，2013）。

参考文献

⟦group-with-title|里学系“织工研究”课题组.2013.织工[R].北京.⟧

李静君. 2011. 性别研究[M]. 海文出版社.
`,
};
