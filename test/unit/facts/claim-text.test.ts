import assert from 'node:assert/strict';
import { claimText } from '../../../server/src/facts/plain-text.ts';

describe('the words of a claim', () => {
  for (const [written, expected] of [
    ['The guild paid nobody [@brandt1931, p. 30].', 'The guild paid nobody.'],
    ['The guild [see @brandt1931; @cole1975] paid.', 'The guild paid.'],
    ['Paid, @cole1975 [p. 3] says.', 'Paid, @cole1975 [p. 3] says.'],
    ['Paid [-@cole1975] in *kind*[^1].', 'Paid in kind.'],
    ['[@cole1975]', ''],
    ['A “price [@cole1975]” of 3', 'A "price" of 3'],
    ['See [the list](x.md) of joe@example.org', 'See the list of joe@example.org'],
  ] as const)
    it(`of ${written}`, () => {
      const text = `> ${written}`;
      const words = claimText(text, { from: 2, to: text.length });
      assert.equal(words.replace(/[“”]/g, '"').replaceAll('\u00a0', ' '), expected);
    });
});
