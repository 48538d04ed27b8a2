import type { Token } from '../facts/model.ts';
import { nearestName } from '../text/nearest-name.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

/** The attributes with a meaning, by class. */
const KNOWN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'claim',
    new Set([
      ...['by', 'about', 'says', 'when', 'where', 'evidence', 'status', 'certainty'],
      ...['supports', 'implies', 'qualifies', 'contradicts', 'resolves', 'prefers'],
    ]),
  ],
  ['actor', new Set(['ref'])],
  ['quote', new Set(['from', 'at'])],
]);

/** Attributes of Pandoc and HTML, which any span may have. */
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
  title: deferred('Attribute that is probably misspelt'),
  what: deferred(
    'An attribute of a claim, actor mark or quotation that is within two letters of one that means something. Any other is left alone.',
  ),
  why: deferred('A misspelt attribute says nothing.'),
  examples: [
    {
      title: 'A letter too few',
      fixture:
        '[Wages rose]{.claim #wages ⟦attribute-unknown|suports⟧="#prices"} [@meyer2011].\n\n[Prices rose]{.claim #prices} [@meyer2011].\n',
    },
    {
      title: 'A class that is no class of ours',
      fixture: '[Wages rose]{.constructor suports="#prices"} [@meyer2011].\n',
    },
    {
      title: 'An attribute of your own',
      fixture: '[Wages rose]{.claim #wages folio="12r" lang="en"} [@meyer2011].\n',
    },
  ],
  *checkBlock({ facts }) {
    for (const { attributes } of facts.parts) {
      const known = knownIn(attributes.classes);
      if (known === undefined) continue;
      for (const { key } of attributes.pairs) {
        if (known.has(key.text) || ELSEWHERE.has(key.text) || key.text.startsWith('data-')) continue;
        const near = nearestName(key.text, [...known]);
        if (near === null) continue;
        yield {
          range: key.range,
          message: say('“{word}” means nothing here. Did you mean “{name}”?', { word: key.text, name: near }),
          fixes: [
            { title: say('Change to “{name}”', { name: near }), edits: [{ range: key.range, insert: near }] },
          ],
        };
      }
    }
  },
};

/** The attributes with a meaning for any of the classes; undefined where none of these is ours. */
function knownIn(classes: readonly Token[]): ReadonlySet<string> | undefined {
  // Fast path: nearly all have one class.
  if (classes.length === 1) return KNOWN.get(classes[0]!.text);
  const known = classes.flatMap(({ text }) => KNOWN.get(text) ?? []);
  return known.length > 1 ? new Set(known.flatMap((names) => [...names])) : known[0];
}
