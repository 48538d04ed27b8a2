import type { NoteNumberForm } from '../../note-number-form.ts';
import { digitsOfMisread, MISREAD } from '../../misread-digits.ts';

export const numberMisread: NoteNumberForm = {
  name: 'number-misread',
  languages: ['any'],
  yields: 'note-numbers',
  what: 'A number in round brackets of which character recognition misread a digit: *(3S) See the rolls*, *(u2) So they said*',
  family: 'parenthesis',
  pattern: String.raw`\(((?=[^)\n]{0,2}\d)(?=\d{0,2}[${MISREAD}])[\d${MISREAD}]{2,3})\)[ \t]+(?=[\p{Lu}«"“])`,
  digits: digitsOfMisread,
  fixture: `Guilds wove(37). The dockers dyed(38). They sold(39).

Notes

(37) See the rolls.
(⟦number-misread|3S⟧) So they said.
(39) And they.
`,
};
