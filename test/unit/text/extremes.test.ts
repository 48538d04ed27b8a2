import assert from 'node:assert/strict';
import { largestOf, smallestOf } from '../../../server/src/text/extremes.ts';

describe('the largest and the smallest of numbers', () => {
  it('are found among more than a call has arguments', () => {
    const many = Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 300_007);
    assert.equal(
      largestOf(many),
      many.reduce((a, b) => Math.max(a, b)),
    );
    assert.equal(smallestOf(many), 0);
  });

  it('of none are what was said to be at least and at most', () => {
    assert.deepEqual([largestOf([]), largestOf([], 0), smallestOf([], 9)], [-Infinity, 0, 9]);
    assert.equal(largestOf([-3], -1), -1);
  });
});
