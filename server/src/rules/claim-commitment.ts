import { CONFLICT_PROJECT } from '../checking/conflict-examples.ts';
import { conflictFindings, HOW_MANY_ARE_TOLD, unfollowed } from '../checking/conflict-findings.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred } from '../words/say.ts';

export const claimCommitment: Rule = {
  code: 'claim-commitment',
  severity: 'warning',
  title: deferred('Claims whose consequences contradict each other'),
  what: deferred(
    'What one asserter holds, followed along `implies`, leads to two claims that cannot both hold. The shortest way from the words to the clash is given step by step.',
  ),
  remark: HOW_MANY_ARE_TOLD,
  why: deferred(
    'Nobody says it outright, and the reader would have to notice; whoever holds the premises is committed to the conclusions.',
  ),
  examples: [
    {
      title: 'By way of what follows',
      fixture: `${CONFLICT_PROJECT}//- notes.md
⟦claim-commitment|[Every docker paid his dues gladly]⟧{.claim #dues by="@meyer2011" implies="#trust"} [@meyer2011, p. 4].

⟦claim-commitment|⟦claim-contradiction|[Nobody trusted the union]⟧⟧{.claim #distrust by="@meyer2011" about="harbour-union" says="trusted = no"} [@meyer2011, p. 9].

⟦claim-contradiction|[It had the dockers’ trust]⟧{.claim #trust by="@adler2014" about="harbour-union" says="trusted = yes"} [@adler2014].
`,
    },
    {
      title: 'Another asserter is committed to nothing',
      fixture: `${CONFLICT_PROJECT}//- notes.md
[Every docker paid his dues gladly]{.claim #dues by="@meyer2011" implies="#trust"} [@meyer2011, p. 4].

[It had the dockers’ trust]{.claim #trust by="@adler2014" about="harbour-union" says="trusted = yes"} [@adler2014].
`,
    },
  ],
  prepareLinks: ({ path }, { reasoning }) => reasoning.findConflicts(path),
  checkLinks: ({ path }, world) => conflictFindings(path, world, (tally) => tally.byConsequence, unfollowed),
};
