import assert from 'node:assert/strict';
import { hedgeOf, unhedged } from '../../../server/src/reasoning/hedges.ts';
import type { Operator } from '../../../server/src/reasoning/model.ts';

describe('hedged numbers', () => {
  const hedges: readonly [text: string, hedge: string | null, rest: string][] = [
    ...['about', 'Around', 'approximately', 'approx.', 'approx', 'roughly', 'circa', 'ca.', 'ca', 'c.', 'some', '~', '≈'].map(
      (words): [string, string, string] => [`${words} 100`, '~', '100'],
    ),
    ...['nearly', 'almost', 'just under'].map((words): [string, string, string] => [`${words} 100`, 'nearly', '100']),
    ...['over', 'more than', 'above', 'upwards of', 'in excess of'].map(
      (words): [string, string, string] => [`${words} 100`, '>', '100'],
    ),
    ...['at least', 'at the least', 'no fewer than', 'no less than', 'not fewer than', 'not less than', 'a minimum of', 'minimum of'].map(
      (words): [string, string, string] => [`${words} 100`, '>=', '100'],
    ),
    ...['under', 'fewer than', 'less than', 'below'].map((words): [string, string, string] => [`${words} 100`, '<', '100']),
    ...['at most', 'at the most', 'up to', 'no more than', 'not more than', 'a maximum of', 'maximum of'].map(
      (words): [string, string, string] => [`${words} 100`, '<=', '100'],
    ),
    ['100 or more', '>=', '100'],
    ['100 or over', '>=', '100'],
    ['100 or less', '<=', '100'],
    ['100 or fewer', '<=', '100'],
    ['100 or so', '~', '100'],
    ['~100', '~', '100'],
    ['c.100', '~', '100'],
    ['at most  100 ', '<=', '100'],
    ['someone', null, 'someone'],
    ['overseers 4', null, 'overseers 4'],
    ['some', null, 'some'],
    ['~', null, '~'],
    ['100 or moreover', null, '100 or moreover'],
    ['100', null, '100'],
  ]; // prettier-ignore
  for (const [text, hedge, rest] of hedges)
    it(`${text} is ${hedge ?? 'not hedged'}`, () => assert.deepEqual(hedgeOf(text), { hedge, rest }));

  const comparisons: readonly [operator: Operator, value: string, expected: string][] = [
    ['=', 'over 100', '> 100'],
    ['=', '100+', '>= 100'],
    ['=', '100+ men', '>= 100 men'],
    ['=', 'about 100', '= ~100'],
    ['>', 'about 100', '> ~100'],
    ['>', 'over 100', '> over 100'],
    ['>=', '100+', '>= 100+'],
    ['=', 'nearly 100', '= nearly 100'],
    ['=', '100 or fewer', '<= 100'],
    ['!=', 'at most 3', '!= at most 3'],
    ['=', '100', '= 100'],
  ];
  for (const [operator, value, expected] of comparisons)
    it(`${operator} ${value} becomes ${expected}`, () => {
      const read = unhedged(operator, value);
      assert.equal(`${read.operator} ${read.value}`, expected);
    });
});
