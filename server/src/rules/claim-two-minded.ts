import type { ClaimRecord } from '../reasoning/model.ts';
import { Question } from '../reasoning/quiet-claims.ts';
import { shortened } from '../text/shortened.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const claimTwoMinded: Rule = {
  code: 'claim-two-minded',
  severity: 'warning',
  title: deferred('Claim that supports and contradicts the same'),
  what: deferred('A claim whose `supports` and `contradicts` name the same claim.'),
  why: deferred('It cannot do both; one of the two was meant for another claim, or “qualifies” was meant.'),
  withoutFix: 'which of the two relations is meant only the person knows',
  examples: [
    {
      title: 'Both at once',
      fixture: `[Wages rose]{.claim #wages status="withdrawn"}.

⟦claim-two-minded|[Prices rose]⟧{.claim #prices supports="#wages" contradicts="#wages"} [@meyer2011].
`,
    },
    {
      title: 'Qualified',
      fixture: `[Wages rose]{.claim #wages} [@meyer2011].

[Prices rose]{.claim #prices qualifies="#wages"} [@meyer2011].
`,
    },
  ],
  checkLinks: ({ path }, { reasoning }) =>
    reasoning.ask(path, { question: Question.twoMinded, concerns }, function* (claim) {
      for (const other of reasoning.twoMindedAbout(claim))
        yield {
          range: claim.headRange,
          message: say(
            'This claim both supports and contradicts “{claim}”. Keep one of the two, or say that it qualifies it.',
            { claim: shortened(other.text) },
          ),
          related: [
            {
              path: other.path,
              range: other.headRange,
              message: say('The claim that it both supports and contradicts'),
            },
          ],
        };
    }),
};

function concerns({ relations }: ClaimRecord): boolean {
  return relations.length > 1;
}
