import { CIRCLED, digitsOfCircled } from '../../circled-numbers.ts';
import type { Judgement, MarkerForm, MarkerPlace } from '../../marker-form.ts';

export const circled: MarkerForm = {
  name: 'circled',
  languages: ['zh', 'ja'],
  yields: 'markers',
  what: 'Numbers in circles: *码头工人赢了。①*; not those of an enumeration',
  pattern: `([${CIRCLED}])`,
  glimpse: `[${CIRCLED}]`,
  opening: `[${CIRCLED}]`,
  digits: digitsOfCircled,
  leavesProse: CIRCLED,
  judge,
  fixture: `码头工人赢了。⟦circled|①⟧老板付了钱⟦circled|②⟧。办法有三：①罢工；② 谈判。

注释

①见名册。
②见账簿。
`,
};

function judge({ text, from, to }: MarkerPlace): Judgement {
  const line = text.slice(Math.max(0, from - 24), from);
  const before = line.slice(line.lastIndexOf('\n') + 1);
  if (/^[\s\-*•>]*$/.test(before)) return 'head';
  if (/[:：(（]\s*$/.test(before)) return 'no';
  // ‘……；②……’ is the next point of an enumeration.
  const goesOn = /[;；,，、\s]$/.test(before) && /^ ?[^\s\p{P}]/u.test(text.slice(to, to + 3));
  return goesOn ? 'weak' : 'strong';
}
