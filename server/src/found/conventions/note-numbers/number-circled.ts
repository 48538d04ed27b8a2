import { CIRCLED, digitsOfCircled } from '../../circled-numbers.ts';
import type { NoteNumberForm } from '../../note-number-form.ts';

export const numberCircled: NoteNumberForm = {
  name: 'number-circled',
  languages: ['zh', 'ja'],
  yields: 'note-numbers',
  what: 'A number in a circle: *⑫见名册。*',
  family: 'circled',
  pattern: String.raw`([${CIRCLED}])[.．、:：]?[ \t\u3000]*`,
  digits: digitsOfCircled,
  fixture: `工人赢了¹。老板付了钱²。

注释

⟦number-circled|①⟧见名册。
⟦number-circled|②⟧见账簿。
`,
};
