import type { ClaimRecord } from '../reasoning/model.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import { Question } from '../reasoning/quiet-claims.ts';
import { IN_A_ROW, shortened } from '../text/shortened.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, enumerated, say } from '../words/say.ts';

export const claimRestsOnRejected: Rule = {
  code: 'claim-rests-on-rejected',
  severity: 'warning',
  title: deferred('Claim that rests on what was given up'),
  what: deferred(
    'A claim all of whose support is claims that are rejected or withdrawn, or that a settlement passes over because it `prefers` another.',
  ),
  why: deferred('When its grounds went, it should have been looked at again.'),
  withoutFix: 'what else it rests on only the person knows',
  examples: [
    {
      title: 'Its only ground was rejected',
      fixture: `⟦claim-rests-on-rejected|[Wages rose]⟧{.claim #wages evidence="#books"}.

[The books show higher sums]{.claim #books status="rejected"} [@meyer2011].
`,
    },
    {
      title: 'Its only ground lost',
      fixture: `⟦claim-rests-on-rejected|[Wages rose]⟧{.claim #wages evidence="#books"}.

[The books show higher sums]{.claim #books} [@meyer2011]. [They show lower ones]{.claim #papers contradicts="#books"} [@adler2014].

[The papers are the better witness]{.claim #verdict resolves="#books #papers" prefers="#papers"} [@adler2014].
`,
    },
    {
      title: 'Another ground is left',
      fixture: `[Wages rose]{.claim #wages evidence="#books"} [@adler2014].

[The books show higher sums]{.claim #books status="rejected"} [@meyer2011].
`,
    },
  ],
  checkLinks: ({ path }, { reasoning }) =>
    reasoning.ask(path, { question: Question.fallen, concerns }, function* (claim) {
      const fallen = reasoning.fallenGrounds(claim);
      if (fallen.length === 0) return;
      yield {
        range: claim.headRange,
        message: say(
          '“{claim}” rests only on what was given up: {grounds}. Find it another ground, or give it up too.',
          {
            claim: shortened(claim.text, IN_A_ROW),
            grounds: enumerated(fallen.map((ground) => fallenInWords(ground, reasoning))),
          },
        ),
        related: fallen.map((ground) => ({
          path: ground.path,
          range: ground.headRange,
          message: whyFallen(ground, reasoning),
        })),
      };
    }),
};

/** A ground, and in brackets why it no longer stands. */
function fallenInWords(ground: ClaimRecord, reasoning: ReasoningIndex): string {
  const claim = shortened(ground.text);
  if (ground.status === 'rejected') return say('“{claim}” (rejected)', { claim });
  if (ground.status === 'withdrawn') return say('“{claim}” (withdrawn)', { claim });
  const id = reasoning.passedOverBy(ground)?.id ?? null;
  return id === null
    ? say('“{claim}” (passed over by a verdict)', { claim })
    : say('“{claim}” (passed over by the verdict “{verdict}”)', { claim, verdict: `#${id}` });
}

/** Why a ground no longer stands. */
function whyFallen(ground: ClaimRecord, reasoning: ReasoningIndex): string {
  if (ground.status === 'rejected') return say('Rejected');
  if (ground.status === 'withdrawn') return say('Withdrawn');
  const id = reasoning.passedOverBy(ground)?.id ?? null;
  return id === null
    ? say('Passed over by a verdict')
    : say('Passed over by the verdict “{verdict}”', { verdict: `#${id}` });
}

/** A citation is a ground of its own, so such claims are not concerned. */
function concerns({ status, citations }: ClaimRecord): boolean {
  return status !== 'rejected' && status !== 'withdrawn' && citations.length === 0;
}
