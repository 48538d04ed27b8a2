import type { EntryOrder } from '../../entry-form.ts';
import { imprintYear } from '../../entry-orders.ts';

/** One or several Chinese names with the punctuation after them. */
const HAN_NAMES =
  /^[\p{Script=Han}·]{2,6}(?:\s?[,，、]\s?[\p{Script=Han}·]{2,6}){0,9}(?:[,，]?\s?等)?\s?[.．:：]\s?[\p{L}“"《]/u;

export const chineseImprint: EntryOrder = {
  name: 'chinese-imprint',
  languages: ['zh'],
  yields: 'entries',
  what: 'Chinese names, a full stop or colon, the title, and the year with the imprint: *徐毅. 劳工研究[M]. 海文出版社, 2009*',
  year: 'in-imprint',
  read: (entry) => (HAN_NAMES.test(entry.text) ? imprintYear(entry) : null),
  opens: (line) => HAN_NAMES.test(line),
  fixture: `劳工（徐毅，2009）。

参考文献

⟦chinese-imprint|徐毅. 劳工研究[M]. 海文出版社, 2009⟧
⟦chinese-imprint|李静君. 性别研究[M]. 海文出版社, 2011⟧
`,
};
