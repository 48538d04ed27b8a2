import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberChineseBracket: NoteNumberForm = {
  name: 'number-chinese-bracket',
  languages: ['zh', 'ja'],
  yields: 'note-numbers',
  what: 'A number in full-width brackets, or with a word for *note*: *〔12〕见名册。*, *[注12]见账簿。*',
  family: 'chinese-bracket',
  pattern: String.raw`(?:[[［〔【（(](?:注释|註釋|注|註|脚注|尾注)\s?|[［〔【])(\d{1,3})[\]］〕】）)][.．、:：]?[ \t\u3000]*`,
  fixture: `工人赢了¹。老板付了钱²。

注释

〔⟦number-chinese-bracket|1⟧〕见名册。
[注⟦number-chinese-bracket|2⟧]见账簿。
`,
};
