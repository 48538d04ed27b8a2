import { namesAny } from '../reasoning/claim-graph.ts';
import { Question } from '../reasoning/quiet-claims.ts';
import { shortened } from './claim-words.ts';
import type { Rule } from './rule.ts';

export const claimCircular: Rule = {
  code: 'claim-circular',
  severity: 'warning',
  title: 'Claim that supports itself',
  what: 'A claim that leads back to itself by way of the claims that it supports.',
  why: 'Claims that bear each other in a circle bear nothing.',
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
      const circle = reasoning.circleOf(claim);
      if (!circle) return;
      const others = circle.slice(1);
      yield {
        range: claim.headRange,
        message:
          others.length === 0
            ? `“${shortened(claim.text)}” names itself as its own support.`
            : `“${shortened(claim.text)}” supports itself, by way of ${others.map((other) => `“${shortened(other.text)}”`).join(' and then ')}. Take one of these relations out.`,
        related: others.map((other) => ({
          path: other.path,
          range: other.headRange,
          message: `“${shortened(other.text)}”`,
        })),
      };
    }),
};
