import { conflictFindings, HOW_MANY_ARE_TOLD, uncompared } from '../checking/conflict-findings.ts';
import type { Rule } from '../checking/rule.ts';
import { CONFLICT_PROJECT } from '../checking/conflict-examples.ts';
import { deferred } from '../words/say.ts';

export const claimContradiction: Rule = {
  code: 'claim-contradiction',
  severity: 'warning',
  title: deferred('Claims that contradict each other'),
  what: deferred(
    'Two claims that cannot both hold and that nobody has settled: one says so in `contradicts`, or they state of one actor values that exclude each other, for the same time and place.',
  ),
  remark: HOW_MANY_ARE_TOLD,
  why: deferred(
    'This is what the edition of sources is for: the authorities’ yes beside their no. Settle it with a claim that `resolves` both, or reject or withdraw one.',
  ),
  examples: [
    {
      title: 'Declared',
      fixture: `${CONFLICT_PROJECT}//- notes.md
⟦claim-contradiction|[The strike was won]⟧{.claim #won by="@meyer2011"} [@meyer2011].

⟦claim-contradiction|[It was lost]⟧{.claim #lost by="@adler2014" contradicts="#won"} [@adler2014].
`,
    },
    {
      title: 'By what they say',
      fixture: `${CONFLICT_PROJECT}//- notes.md
⟦claim-contradiction|[Nobody trusted the union]⟧{.claim #distrust by="@meyer2011" about="harbour-union" says="trusted = no"} [@meyer2011].

⟦claim-contradiction|[It had the dockers’ trust]⟧{.claim #trust by="@adler2014" about="harbour-union" says="trusted = yes"} [@adler2014].
`,
    },
    {
      title: 'Other times, other numbers',
      fixture: `${CONFLICT_PROJECT}//- notes.md
[It had 82 members]{.claim #few by="@meyer2011" about="harbour-union" says="members = 82" when="1896"} [@meyer2011].

[It had 4000 members]{.claim #many by="@adler2014" about="harbour-union" says="members = 4000" when="1912"} [@adler2014].
`,
    },
    {
      title: 'Settled',
      fixture: `${CONFLICT_PROJECT}//- notes.md
[The strike was won]{.claim #won by="@meyer2011"} [@meyer2011].

[It was lost]{.claim #lost by="@adler2014" contradicts="#won"} [@adler2014].

[Adler counts the wages, Meyer the contracts]{.claim #both resolves="#won #lost"} [@meyer2011; @adler2014].
`,
    },
    {
      title: 'Being settled is not settled',
      fixture: `${CONFLICT_PROJECT}//- notes.md
⟦claim-contradiction|[The strike was won]⟧{.claim #won by="@meyer2011"} [@meyer2011].

⟦claim-contradiction|[It was lost]⟧{.claim #lost by="@adler2014" contradicts="#won"} [@adler2014].

⟦claim-open|[Which of the two holds, and why]⟧{.claim #both resolves="#won #lost" status="open"}.
`,
    },
  ],
  prepareLinks: ({ path }, { reasoning }) => reasoning.findConflicts(path),
  checkLinks: ({ path }, world) => conflictFindings(path, world, (tally) => tally.between, uncompared),
};
