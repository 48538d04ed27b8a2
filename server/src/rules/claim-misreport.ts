import { conflictFindings, HOW_MANY_ARE_TOLD } from '../checking/conflict-findings.ts';
import type { Rule } from '../checking/rule.ts';
import { CONFLICT_PROJECT } from '../checking/conflict-examples.ts';
import { deferred } from '../words/say.ts';

export const claimMisreport: Rule = {
  code: 'claim-misreport',
  severity: 'warning',
  title: deferred('Report that the reported text contradicts'),
  what: deferred(
    'A claim that reports what an author asserts (in the text of another work, or by a chain: `by="meyer2011 via adler2014"`), where the author’s own text in the workspace claims the contrary. It is told at the report, with the passage; the author’s claim bears a hint.',
  ),
  remark: HOW_MANY_ARE_TOLD,
  why: deferred(
    'Either the report is wrong, or one of the two texts is read wrongly; the author is not at odds with himself.',
  ),
  examples: [
    {
      title: 'In the text of another work',
      fixture: `${CONFLICT_PROJECT}//- sources/meyer.md
---
source: meyer2011
---

⟦claim-misreport|[Nobody trusted the union]⟧{.claim #distrust about="harbour-union" says="trusted = no"}.
//- sources/adler.md
---
source: adler2014
---

⟦claim-misreport|[Meyer found it trusted]⟧{.claim #trust by="@meyer2011" about="harbour-union" says="trusted = yes"}.
`,
    },
    {
      title: 'By a chain',
      fixture: `${CONFLICT_PROJECT}//- sources/meyer.md
---
source: meyer2011
---

⟦claim-misreport|[Nobody trusted the union]⟧{.claim #distrust about="harbour-union" says="trusted = no"}.
//- notes.md
⟦claim-misreport|[According to Adler, Meyer found it trusted]⟧{.claim #trust by="@meyer2011 via @adler2014" about="harbour-union" says="trusted = yes"} [@adler2014].
`,
    },
    {
      title: 'What the text says too',
      fixture: `${CONFLICT_PROJECT}//- sources/meyer.md
---
source: meyer2011
---

[Nobody trusted the union]{.claim #distrust about="harbour-union" says="trusted = no"}.
//- notes.md
[According to Adler, Meyer found it distrusted]{.claim #trust by="@meyer2011 via @adler2014" about="harbour-union" says="trusted = no"} [@adler2014].
`,
    },
  ],
  prepareLinks: ({ path }, { reasoning }) => reasoning.findConflicts(path),
  checkLinks: ({ path }, world) =>
    conflictFindings(
      path,
      world,
      (tally) => tally.misreports,
      () => null,
    ),
};
