import type { Rule } from '../checking/rule.ts';
import { deferred } from '../words/say.ts';

/** Found by our recogniser of Pandoc's grammar, since Pandoc reports only where it stopped. */
export const bibliographyRefused: Rule = {
  code: 'bibliography-refused',
  severity: 'warning',
  title: deferred('Bibliography that Pandoc refuses'),
  what: deferred(
    'Something in a bibliography for which Pandoc refuses the whole file, or never comes to an end with it, though it is read here.',
  ),
  why: deferred('Pandoc says where it stopped, and no citation of the document comes out.'),
  withoutFix: 'what would have to be changed lies outside of the text',
  examples: [
    {
      title: 'An entry in parentheses',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@book⟦bibliography-refused|(⟧meyer2011, title = {Dockers})
`,
    },
    {
      title: 'A blank in a key',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@book{⟦bibliography-refused|meyer⟧ 2011, title = {Dockers}}
`,
    },
    {
      title: 'One that both read',
      fixture: `//- sicetnon.yaml
bibliography: [works.bib]
//- works.bib
@book{meyer2011, title = {Dockers}}
`,
    },
  ],
  checkFile: ({ kind, path }, { library }) => (kind === 'bibliography' ? library.refusalsIn(path) : []),
};
