import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Search } from '../../../server/src/syntax/search.ts';

describe('a search', () => {
  it('finds what a search made anew finds, in whatever order it is asked', () => {
    const text = fc
      .array(fc.constantFrom('a', '-', '-->', '\n'), { maxLength: 60 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('-->', '\n', 'ab'), fc.array(fc.nat(100)), (all, wanted, places) => {
        const search = new Search(all, wanted, places[0]);
        for (const at of places) assert.equal(search.from(at), all.indexOf(wanted, at));
      }),
    );
  });
});
