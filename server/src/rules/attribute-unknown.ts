import { nearestName } from '../text/nearest-name.ts';
import type { Rule } from './rule.ts';

/** The attributes that mean something, by the class of the span or div that bears them. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  claim: [
    'by',
    'about',
    'says',
    'when',
    'where',
    'evidence',
    'supports',
    'implies',
    'qualifies',
    'contradicts',
    'resolves',
    'prefers',
    'status',
    'certainty',
  ],
  actor: ['ref'],
  quote: ['from', 'at'],
};

/** Pandoc's and HTML's own, which a claim may bear as any span may. */
const ELSEWHERE = new Set([
  'lang',
  'dir',
  'style',
  'title',
  'role',
  'width',
  'height',
  'data-by',
  'key',
  'cite',
]);

export const attributeUnknown: Rule = {
  code: 'attribute-unknown',
  severity: 'warning',
  title: 'Attribute that is probably misspelt',
  what: 'An attribute of a claim, actor mark or quotation that is within two letters of one that means something. Any other is left alone.',
  why: 'A misspelt attribute says nothing.',
  examples: [
    {
      title: 'A letter too few',
      fixture:
        '[Wages rose]{.claim #wages ⟦attribute-unknown|suports⟧="#prices"} [@meyer2011].\n\n[Prices rose]{.claim #prices} [@meyer2011].\n',
    },
    {
      title: 'An attribute of your own',
      fixture: '[Wages rose]{.claim #wages folio="12r" lang="en"} [@meyer2011].\n',
    },
  ],
  *checkDocument({ facts }) {
    for (const { attributes } of facts.parts) {
      const classes = attributes.classes.map((token) => token.text).filter((name) => name in KNOWN);
      if (classes.length === 0) continue;
      const known = classes.flatMap((name) => KNOWN[name]!);
      for (const { key } of attributes.pairs) {
        if (known.includes(key.text) || ELSEWHERE.has(key.text) || key.text.startsWith('data-')) continue;
        const near = nearestName(key.text, known);
        if (near === null) continue;
        yield {
          range: key.range,
          message: `“${key.text}” means nothing here. Did you mean “${near}”?`,
          fixes: [{ title: `Change to “${near}”`, edits: [{ range: key.range, insert: near }] }],
        };
      }
    }
  },
};
