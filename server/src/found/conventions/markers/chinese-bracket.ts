import type { Judgement, MarkerForm, MarkerPlace } from '../../marker-form.ts';

export const chineseBracket: MarkerForm = {
  name: 'chinese-bracket',
  languages: ['zh', 'ja'],
  yields: 'markers',
  what: 'Numbers in full-width brackets, or after a word for *note*: *〔12〕*, *[注12]*, *（注12）*',
  pattern: String.raw`(?:[[［〔【（(](?:注释|註釋|注|註|脚注|尾注)\s?|[［〔【])(\d{1,3})[\]］〕】）)]`,
  glimpse: String.raw`[［〔【]\d|[[［〔【（(](?:注|註|脚注|尾注)[释釋]?\s?\d`,
  opening: String.raw`[［〔【]\d|[[［〔【（(][注註脚尾]`,
  judge,
  fixture: `工人赢了⟦chinese-bracket|[注1]⟧。老板付了钱。⟦chinese-bracket|[注2]⟧

注释

1. 见名册。
2. 见账簿。
`,
};

function judge({ text, from }: MarkerPlace): Judgement {
  const line = text.slice(Math.max(0, from - 24), from);
  return /^[\s\-*•>]*$/.test(line.slice(line.lastIndexOf('\n') + 1)) ? 'head' : 'strong';
}
