/** Small workspaces with what the rules on quotations and marks say of them drawn in, and how severe that is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { allRules } from '../../../server/src/rules/all.ts';
import { check } from '../../support/check.ts';

const only = allRules
  .map(({ code }) => code)
  .filter((code) => /^(?:quote-|markup-)/.test(code) && code !== 'quote-unlocated')
  .concat('reference-undefined', 'project-invalid');

/** By workspace, in the order of its files, how many findings there are of each severity. */
const CASES: readonly [name: string, told: string, severities: Readonly<Record<string, number>>][] = [
  ['forms', 'in fourteen forms of quoting', { warning: 14 }],
  ['quotes', 'with notes, marks, pages and letters of many kinds', { warning: 13 }],
  ['quote-misc', 'with marks of every kind and the brackets of editors', { warning: 6 }],
  ['quote-ellipsis', 'about ellipses', { warning: 4, information: 1 }],
  ['quote-absent', 'of words that stand nowhere', { warning: 3, error: 1 }],
  ['fabricated', 'of invented words, true ones among them', { warning: 8, information: 1 }],
  ['author-year-with-bib', 'in a draft with names and years', { warning: 1, information: 1 }],
  ['broken-annotations', 'in marks with a slip', { warning: 12 }],
  ['silent-loss', 'in claims that did not become one', { warning: 12 }],
  ['pdf-source', 'from a text that cannot be read', { warning: 1 }],
];

describe('quotations and marks are told of', () => {
  for (const [name, told, severities] of CASES)
    it(`${told} (${name})`, async () => {
      const fixture = new URL(`../../fixtures/quotation-cases/${name}.txt`, import.meta.url);
      const counted: Record<string, number> = {};
      for (const { severity } of await check(readFileSync(fixture, 'utf8'), { only }))
        counted[severity] = (counted[severity] ?? 0) + 1;
      assert.deepEqual(counted, severities);
    });
});
