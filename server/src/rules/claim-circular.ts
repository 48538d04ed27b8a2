import { namesAny } from '../reasoning/claim-graph.ts';
import { Question } from '../reasoning/quiet-claims.ts';
import { FARTHEST } from '../reasoning/support.ts';
import { IN_A_ROW, shortened } from '../text/shortened.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

/** How many claims of a cycle are listed before the rest are counted. */
const MOST_NAMED = 8;
const MOST_RELATED = 20;

export const claimCircular: Rule = {
  code: 'claim-circular',
  severity: 'warning',
  title: deferred('Claim that supports itself'),
  what: deferred(
    'A claim that leads back to itself by way of the claims that it supports. Of a long circle the first claims are named.',
  ),
  why: deferred('Claims that bear each other in a circle bear nothing.'),
  withoutFix: 'which of the claims rests on something else only the person knows',
  examples: [
    {
      title: 'In a circle',
      fixture: `⟦claim-circular|[Wages rose]⟧{.claim #wages supports="#prices"} [@meyer2011].

⟦claim-circular|[Prices rose]⟧{.claim #prices supports="#wages"} [@meyer2011].
`,
    },
    {
      title: 'In a line',
      fixture: `[Wages rose]{.claim #wages supports="#prices"} [@meyer2011].

[Prices rose]{.claim #prices} [@meyer2011].
`,
    },
  ],
  checkLinks: ({ path }, { reasoning }) =>
    reasoning.ask(path, { question: Question.circle, concerns: namesAny }, function* (claim) {
      if (!reasoning.isInCircle(claim)) return;
      const circle = reasoning.circleOf(claim);
      if (!circle) {
        const message = say(
          '“{claim}” supports itself, by way of more than {count} other claims. Follow what it supports, and take one of these relations out.',
          { claim: shortened(claim.text, IN_A_ROW), count: FARTHEST },
        );
        yield { range: claim.headRange, message };
        return;
      }
      const others = circle.slice(1);
      const named = others
        .slice(0, MOST_NAMED)
        .map((other) => say('“{words}”', { words: shortened(other.text) }));
      const values = {
        claim: shortened(claim.text, IN_A_ROW),
        way: inTurn(named),
        more: others.length - named.length,
      };
      yield {
        range: claim.headRange,
        message:
          others.length === 0
            ? say('“{claim}” names itself as its own support.', values)
            : say(
                '“{claim}” supports itself, by way of {way}{more, plural, =0 {} other { and # more}}. Take one of these relations out.',
                values,
              ),
        related: others.slice(0, MOST_RELATED).map((other) => ({
          path: other.path,
          range: other.headRange,
          message: say('“{claim}”', { claim: shortened(other.text) }),
        })),
      };
    }),
};

/** `“a” and then “b” and then “c”`. */
function inTurn(claims: readonly string[]): string {
  const [first = '', ...others] = claims;
  return others.reduce((way, next) => say('{way} and then {next}', { way, next }), first);
}
