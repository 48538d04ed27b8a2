import type { HeadingWords } from '../../section-words.ts';

export const chineseHeadings: HeadingWords = {
  name: 'chinese-headings',
  languages: ['zh', 'ja'],
  yields: 'headings',
  what: 'Headings of notes, references and of what follows them: *注释*, *参考文献*',
  notes: '注释; 註釋; 注釋; 注解; 註解; 尾注; 附注; 附註; 脚注; 腳註; 注; 註; 注記',
  references: '参考文献; 參考文獻; 参考书目; 參考書目; 引用文献; 引用文獻; 引用書目; 文献',
  others: '摘要; 要旨; 关键词; 關鍵詞; 致谢; 附录',
  fixture: `The guilds wove.¹ The town paid (Weaver, 2003).²

⟦chinese-headings|注释⟧

1. See the rolls.
2. So they said.

⟦chinese-headings|参考文献⟧

Weaver A (2003) Looms. Leiden: Burrow.
`,
};
