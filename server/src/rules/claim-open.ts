import { claimHead } from '../checking/claim-words.ts';
import { IN_A_ROW, shortened } from '../text/shortened.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const claimOpen: Rule = {
  code: 'claim-open',
  severity: 'information',
  title: deferred('Open claim'),
  what: deferred('A claim with `status="open"`.'),
  why: deferred('You marked it as undecided; it waits for evidence or for your verdict.'),
  examples: [
    {
      title: 'Still undecided',
      fixture:
        '⟦claim-open|[Overtime explains the gap]⟧{.claim #gap status="open"}.\n\n⟦claim-open|[So does the weather]⟧{.claim #weather status="Open"}.\n',
    },
    {
      title: 'Decided',
      fixture: '[Overtime explains the gap]{.claim #gap status="accepted"} [@meyer2011].\n',
    },
  ],
  *checkBlock({ facts }) {
    for (const claim of facts.claims)
      if (claim.status?.text.trim().toLowerCase() === 'open')
        yield {
          range: claimHead(claim),
          message: say(
            '“{claim}” is still open. Set its status to accepted, rejected or withdrawn when it is decided.',
            { claim: shortened(claim.text, IN_A_ROW) },
          ),
        };
  },
};
