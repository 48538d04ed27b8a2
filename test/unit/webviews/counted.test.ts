import assert from 'node:assert/strict';
import { claimsAndConflicts, leftOutSentences } from '../../../client/webviews/shared/counted.ts';

const ROWS = '{count, plural, one {# more row is not shown.} other {# more rows are not shown.}}';

describe('counting in words', () => {
  for (const [words, expected] of [
    [claimsAndConflicts(0, 1), '0 claims, 1 open conflict'],
    [claimsAndConflicts(1, 1000), '1 claim, 1,000 open conflicts'],
    [leftOutSentences({ leftOut: 1, conflictsLeftOut: 0 }, ROWS), '1 more row is not shown.'],
    [
      leftOutSentences({ leftOut: 204_610, conflictsLeftOut: 1 }, ROWS),
      '204,610 more rows are not shown. 1 more conflict is not shown.',
    ],
    [leftOutSentences({ leftOut: 0, conflictsLeftOut: 0 }, ROWS), ''],
  ] as const)
    it(expected || 'nothing for nothing', () => assert.equal(words, expected));
});
