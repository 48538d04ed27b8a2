import { Question } from '../reasoning/quiet-claims.ts';
import { isTime } from '../reasoning/time.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred } from '../words/say.ts';

export const dateInvalid: Rule = {
  code: 'date-invalid',
  severity: 'warning',
  title: deferred('Date that cannot be read'),
  what: deferred(
    'A `when` that is no date in EDTF level 1, such as `2004`, `2004-10-06`, `1996/..` or `2003~`.',
  ),
  why: deferred(
    'A claim whose time cannot be read speaks of no time at all, and is not compared with others.',
  ),
  withoutFix: 'what date is meant only the source tells',
  examples: [
    {
      title: 'As one says it, not as one writes it',
      fixture: '[Wages rose]{.claim #wages when="⟦date-invalid|autumn 2004⟧"} [@meyer2011].\n',
    },
    {
      title: 'In EDTF',
      fixture:
        '[Wages rose]{.claim #wages when="2004-23"} [@meyer2011]. [Prices rose]{.claim #prices when="1996/.."} [@meyer2011].\n',
    },
  ],
  checkLinks: ({ path }, { reasoning }) =>
    reasoning.ask(path, { question: Question.time }, ({ when }) => {
      if (!when) return [];
      const time = reasoning.times.read(when.text);
      return isTime(time) ? [] : [{ range: when.range, message: time.message }];
    }),
};
