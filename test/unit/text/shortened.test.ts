import assert from 'node:assert/strict';
import { shortened } from '../../../server/src/text/shortened.ts';

describe('shortened words', () => {
  for (const [words, longest, expected] of [
    ['such associations', 17, 'such associations'],
    ['such associations may, in time', 16, 'such…'],
    ['such associations may, in time', 22, 'such associations may…'],
    ['institutionalization', 12, 'institutiona…'],
    ['工会是党的组织', 4, '工会是党…'],
    ['In 工会是党的组织，也是国家的组织', 13, 'In 工会是党的组织，也是…'],
    ['a😀😀', 2, 'a…'],
  ] as const)
    it(`“${words}” at ${longest}`, () => assert.equal(shortened(words, longest), expected));
});
