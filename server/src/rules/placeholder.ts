import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

export const placeholder: Rule = {
  code: 'placeholder',
  severity: 'warning',
  title: deferred('Placeholder for a source'),
  what: deferred('An editorial placeholder: `[citation needed]`, `[?]`, `[@]`, `[@todo]`.'),
  why: deferred('It says that a source was to be looked up, and nobody has yet.'),
  examples: [
    {
      title: 'To be looked up',
      fixture: `//- works.bib
@book{meyer2011, title = {Dockers}}
//- notes.md
The fine was the highest of the year ⟦placeholder|[citation needed]⟧.
`,
    },
    {
      title: 'A key that is none is told of once',
      fixture: `//- works.bib
@book{meyer2011, title = {Dockers}}
//- notes.md
---
bibliography: works.bib
---

The fine was the highest of the year ⟦placeholder|[@todo]⟧; the next one was not [@meyer2011].
`,
    },
    {
      title: 'Where nobody keeps a bibliography or a register, brackets may mean anything',
      fixture: 'Panes on Windows: [?]\n\n- [@] assigned\n',
    },
    { title: 'A link may say what it likes', fixture: 'See [?](help.md) for more.\n' },
  ],
  needsScholarship: true,
  *checkBlock({ facts, text }) {
    for (const { range } of facts.placeholders)
      yield {
        range,
        message: say('“{words}” marks a source still to be found. Put the citation in its place.', {
          words: text.slice(range),
        }),
      };
  },
};
