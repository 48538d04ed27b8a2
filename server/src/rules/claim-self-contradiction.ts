import { CONFLICT_PROJECT } from '../checking/conflict-examples.ts';
import { conflictFindings, HOW_MANY_ARE_TOLD } from '../checking/conflict-findings.ts';
import type { Rule } from '../checking/rule.ts';
import { WRITER } from '../reasoning/asserters.ts';
import { deferred } from '../words/say.ts';

export const claimSelfContradiction: Rule = {
  code: 'claim-self-contradiction',
  severity: 'error',
  title: deferred('One asserter’s claims contradict each other'),
  what: deferred(
    'Two claims of one asserter that cannot both hold and that nobody has settled. A work and those who wrote it are one asserter; what a source reports of others does not count as its own. Within the writer’s own claims it is an error, within those of a source a warning.',
  ),
  remark: HOW_MANY_ARE_TOLD,
  why: deferred(
    'It is the graver contradiction: either an author’s mind has changed, or one of the claims is read wrongly.',
  ),
  examples: [
    {
      title: 'Yes and no in one book',
      fixture: `${CONFLICT_PROJECT}//- notes.md
⟦claim-self-contradiction|[Nobody trusted the union]⟧{.claim #distrust by="@meyer2011" about="harbour-union" says="trusted = no"} [@meyer2011, p. 4].

⟦claim-self-contradiction|[It had the dockers’ trust]⟧{.claim #trust by="@meyer2011" about="harbour-union" says="trusted = yes"} [@meyer2011, p. 9].
`,
    },
    {
      title: 'In two years one may think two things',
      fixture: `${CONFLICT_PROJECT}//- notes.md
[Nobody trusted the union]{.claim #distrust by="@meyer2011" about="harbour-union" says="trusted = no" when="1896"} [@meyer2011, p. 4].

[It had the dockers’ trust]{.claim #trust by="@meyer2011" about="harbour-union" says="trusted = yes" when="1912"} [@meyer2011, p. 9].
`,
    },
  ],
  prepareLinks: ({ path }, { reasoning }) => reasoning.findConflicts(path),
  checkLinks: ({ path }, world) =>
    conflictFindings(
      path,
      world,
      (tally) => tally.within,
      () => null,
      // An error only if the writer can correct it.
      (told) => (told.some(({ within }) => within.includes(WRITER)) ? 'error' : 'warning'),
    ),
};
