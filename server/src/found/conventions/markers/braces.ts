import { judgeRaised } from '../../raised-numbers.ts';
import type { Judgement, MarkerForm, MarkerPlace } from '../../marker-form.ts';

export const braces: MarkerForm = {
  name: 'braces',
  languages: ['any'],
  yields: 'markers',
  what: 'Numbers raised in the manner of TeX, as converters of PDF write them: *so it was. $^{12}$*',
  pattern: String.raw`(?:\$\s?(?:\{\s?\}\s?)?\^\s?(?:\{\s{0,3}(?:\\(?:math|text)rm\s?\{?\s?)?\[?|(?=\d+\s?\$))|\\textsuperscript\{|\^\{)\s{0,3}(\d{1,3})\s{0,3}\]?(?:\s?\}){0,2}(?:\s?\$)?`,
  glimpse: String.raw`\^\s?\{?\s{0,3}\d|\\textsuperscript\{\d|\$\s?(?:\{\s?\}\s?)?\^`,
  opening: String.raw`\$\s?(?:\{\s?\}\s?)?\^|\\textsup|\^\{`,
  isMarkup: true,
  leavesProse: String.raw`$\\^`,
  judge,
  fixture: `Guilds wove. ⟦braces|$^{1}$⟧ And dyed.⟦braces|$^ { 2 }$⟧ So said all.⟦braces|^{3}⟧

Notes

1. See the rolls.
2. So they said.
3. And they.
`,
};

function judge(place: MarkerPlace): Judgement {
  const { text, from, to } = place;
  // Some converters put a space before superscripts.
  const before = text.slice(Math.max(0, from - 3), from);
  if (/[\p{L}.,;:!?)\]”"’»] $/u.test(before) && /[\s.,;:!?)\]”"’»—–$]/.test(text[to] ?? '\n'))
    return /[\p{L}] $/u.test(before) ? 'weak' : 'strong';
  return judgeRaised(place);
}
