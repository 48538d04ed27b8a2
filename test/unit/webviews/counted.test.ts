import assert from 'node:assert/strict';
import { counted, leftOutWords } from '../../../client/webviews/shared/counted.ts';

describe('counting in words', () => {
  for (const [words, expected] of [
    [counted(0, 'row'), '0 rows'],
    [counted(1, 'source'), '1 source'],
    [counted(1000, 'claim'), '1,000 claims'],
    [leftOutWords(1, 'row'), '1 more row is not shown'],
    [leftOutWords(204_610, 'row'), '204,610 more rows are not shown'],
  ] as const)
    it(expected, () => assert.equal(words, expected));
});
