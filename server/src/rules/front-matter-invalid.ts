import type { Rule } from '../checking/rule.ts';
import { deferred } from '../words/say.ts';

export const frontMatterInvalid: Rule = {
  code: 'front-matter-invalid',
  severity: 'error',
  title: deferred('Front matter that cannot be read'),
  what: deferred('A fault in the YAML block at the head of a document, or in one further down.'),
  why: deferred(
    'Pandoc refuses the whole document, and what the block says of bibliography and source is lost. Of a key that stands twice only the last value counts.',
  ),
  withoutFix: 'what is meant cannot be told from broken YAML',
  examples: [
    {
      title: 'A quotation mark too few',
      fixture: '---\ntitle: ⟦front-matter-invalid|"Dockers⟧\n---\n\nThe dockers won.\n',
    },
    {
      title: 'A key that stands twice',
      fixture: '---\nlang: en\n⟦front-matter-invalid|lang⟧: de\n---\n\nThe dockers won.\n',
    },
    { title: 'As it should be', fixture: '---\ntitle: "Dockers"\n---\n\nThe dockers won.\n' },
  ],
  *checkDocument({ facts }) {
    for (const { range, message, mild } of facts.frontMatter?.problems ?? [])
      yield { range, message, ...(mild && { severity: 'warning' }) };
  },
};
