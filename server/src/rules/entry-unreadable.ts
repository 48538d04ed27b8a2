import type { Rule } from '../checking/rule.ts';
import { deferred } from '../words/say.ts';

/** Found by the readers of bibliographies. */
export const entryUnreadable: Rule = {
  code: 'entry-unreadable',
  severity: 'error',
  title: deferred('Bibliography entry that cannot be read'),
  what: deferred('A fault in one entry of a bibliography; the entries around it are read all the same.'),
  why: deferred('The work may be cited wrongly or not at all.'),
  withoutFix: 'the entry lies in another file, broken',
  examples: [
    {
      title: 'A brace that is never closed',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
⟦entry-unreadable|@book{meyer2011⟧, title = {Dockers}
@book{adler2014, title = {Owners}}
`,
    },
    {
      title: 'The entry is sound',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@book{meyer2011, title = {Dockers}}
`,
    },
  ],
  checkFile: ({ kind, path }, { library }) => (kind === 'bibliography' ? library.problemsIn(path) : []),
};
