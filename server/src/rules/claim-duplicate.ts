import { shortened } from '../text/shortened.ts';
import type { TextRange } from '../text/range.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const claimDuplicate: Rule = {
  code: 'claim-duplicate',
  severity: 'error',
  title: deferred('Two claims of one name'),
  what: deferred('A claim whose `#id` an earlier claim of the same file has already.'),
  why: deferred(
    'An address must lead to one claim; this one leads to two, and Pandoc writes two anchors of one name.',
  ),
  examples: [
    {
      title: 'The second of two',
      fixture:
        '[Wages rose]{.claim #wages} [@meyer2011].\n\n[Wages fell]{.claim #⟦claim-duplicate|wages⟧} [@adler2014].\n',
    },
    {
      title: 'Each its own name',
      fixture: '[Wages rose]{.claim #rise} [@meyer2011].\n\n[Wages fell]{.claim #fall} [@adler2014].\n',
    },
  ],
  dependsOnNames: ['claimNames'],
  *checkDocument({ path, facts, text }) {
    const first = new Map<string, TextRange>();
    for (const { text: name, range } of facts.claimNames) {
      const named = first.get(name);
      if (!named) {
        first.set(name, range);
        continue;
      }
      const earlier = facts.claims.find(({ id }) => id?.range.from === named.from)!;
      const line = text.lines.lineAt(earlier.range.from) + 1;
      yield {
        range,
        message: say(
          '“{name}” is taken: the claim on line {line} is called so. Give one of the two another name.',
          { name, line },
        ),
        related: [
          {
            path,
            range: named,
            message: say('The first claim called “{name}”: “{claim}”', {
              name,
              claim: shortened(earlier.text),
            }),
          },
        ],
      };
    }
  },
};
