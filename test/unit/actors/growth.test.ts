import assert from 'node:assert/strict';
import { createMentionFinder } from '../../../server/src/actors/mentions.ts';
import { sharingOf } from '../../../server/src/workspace/sharing.ts';

describe('actors without end who share a name', function () {
  const many = 10_000;
  const actors = Array.from({ length: many }, (_, i) => ({ id: `a${i}`, names: ['Guild', `Guild of ${i}`] }));

  it('are mentioned as one list, however often', () => {
    const mentions = createMentionFinder(actors).find('The Guild met. '.repeat(many));
    assert.equal(mentions.length, many);
    assert.equal(mentions[0]?.ids.length, many);
    assert.equal(new Set(mentions.map(({ ids }) => ids)).size, 1);
  });

  it('are held against each other once for each name', () => {
    assert.equal(sharingOf(actors).split('\n').length, 2 * many);
  });
});
