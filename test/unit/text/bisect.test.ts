import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bisect, lastAtMost } from '../../../server/src/text/bisect.ts';
import { shortened } from '../../../server/src/text/shortened.ts';

const rising = fc
  .array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 })
  .map((list) => list.sort((a, b) => a - b));

describe('binary search', () => {
  it('finds the first place from which on something holds', () => {
    fc.assert(
      fc.property(rising, fc.integer({ min: -1, max: 31 }), fc.nat(20), (list, least, from) => {
        const begin = Math.min(from, list.length);
        const found = list.findIndex((value, i) => i >= begin && value >= least);
        assert.equal(
          bisect(list.length, (i) => list[i]! >= least, begin),
          found < 0 ? list.length : found,
        );
      }),
    );
  });

  it('finds the last value that is at most another', () => {
    fc.assert(
      fc.property(rising, fc.integer({ min: -1, max: 31 }), (list, most) => {
        assert.equal(
          lastAtMost(list, most),
          list.findLastIndex((value) => value <= most),
        );
      }),
    );
  });
});

describe('words that are cut', () => {
  it('between two of them, or where there is no space near', () => {
    assert.equal(shortened('weavers and dyers', 17), 'weavers and dyers');
    assert.equal(shortened('weavers and dyers', 13), 'weavers and…');
    assert.equal(shortened('weavers’anddyers', 10), 'weavers’an…');
    assert.equal(shortened('a weaversanddyers', 10), 'a weaversa…');
  });

  it('never through a character', () => {
    assert.equal(shortened('𝔞𝔟𝔠', 3), '𝔞…');
  });
});
