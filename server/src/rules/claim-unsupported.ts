import type { ClaimRecord } from '../reasoning/model.ts';
import { Question } from '../reasoning/quiet-claims.ts';
import { decides, isAdjudication } from '../reasoning/verdict.ts';
import { IN_A_ROW, shortened } from '../text/shortened.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const claimUnsupported: Rule = {
  code: 'claim-unsupported',
  severity: 'warning',
  title: deferred('Claim that rests on nothing'),
  what: deferred(
    'A claim with no citation in it or after it in its sentence, no note, no `evidence` and no accepted claim that supports it, in a file that is not itself a source.',
  ),
  why: deferred('A reader who doubts it has nowhere to turn.'),
  examples: [
    {
      title: 'Said and left',
      fixture: '⟦claim-unsupported|[Most crews were paid by the day]⟧{.claim #day-wage}.\n',
    },
    {
      title: 'A citation, a note, evidence',
      fixture: `[Most crews were paid by the day]{.claim #day-wage} [@meyer2011, p. 4].

[Some were paid by the ton]{.claim #ton-wage}.[^ton]

[None was paid by the week]{.claim #week-wage evidence="@adler2014, p. 9"}.

[^ton]: So the books of the firm.
`,
    },
    {
      title: 'Another claim bears it',
      fixture: `[Crews were paid by the day]{.claim #day-wage}.

[The pay books have daily columns]{.claim #columns supports="#day-wage"} [@meyer2011, p. 4].
`,
    },
    {
      title: 'A source is its own ground',
      fixture: `---
source: meyer2011
---

[Most crews were paid by the day]{.claim #day-wage}.
`,
    },
    {
      title: 'A verdict that gives its reason in words is a hint: nothing is wrong, and a source may follow',
      fixture: `[Crews were paid by the day]{.claim #day-wage} [@meyer2011, p. 4].

[Crews were never paid by the day]{.claim #no-day-wage contradicts="#day-wage"} [@adler2014].

⟦claim-unsupported|[Meyer had the pay books before him]⟧{.claim #pay-books resolves="#day-wage #no-day-wage" prefers="#day-wage"}.
`,
    },
    {
      title: 'One fault is reported once',
      fixture: `⟦claim-open|[Overtime explains the gap]⟧{.claim #gap status="open"}.

[The fine was the highest of the year ⟦placeholder|[citation needed]⟧]{.claim #fine}.

[It was never paid]{.claim #unpaid}.⟦footnote-undefined|[^court]⟧
`,
    },
  ],
  checkLinks: ({ path }, { reasoning }) =>
    reasoning.ask(path, { question: Question.unsupported, concerns }, function* (claim) {
      if (!reasoning.restsOnNothing(claim)) return;
      const shown = shortened(claim.text, IN_A_ROW);
      // The reason is what was asked for when the conflict was settled.
      if (isAdjudication(claim) && decides(claim))
        yield {
          range: claim.headRange,
          severity: 'hint',
          message: say(
            'The verdict “{claim}” gives its reason in words. Where a source decides, cite it right after the verdict, or name it in “evidence”.',
            { claim: shown },
          ),
        };
      else
        yield {
          range: claim.headRange,
          message: say(
            '“{claim}” rests on nothing. Cite a source in its sentence, add a note or “evidence”, or let another claim support it.',
            { claim: shown },
          ),
        };
    }),
};

/** Open claims are reported by another rule, rejected and withdrawn ones need no ground, and a citation is one. */
function concerns({ status, hasPlaceholder, citations }: ClaimRecord): boolean {
  return (status === null || status === 'accepted') && !hasPlaceholder && citations.length === 0;
}
