import assert from 'node:assert/strict';
import { isAllOrNone, readShare, sharesMeet, type Share } from '../../../server/src/reasoning/shares.ts';
import type { Operator } from '../../../server/src/reasoning/model.ts';

const read = (written: string): Share | null => {
  const [, operator, text] = /^([<>=!]+) (.*)$/.exec(written)!;
  return readShare(operator as Operator, text!);
};

/** As intervals: `]0, 0.5[` without both of its ends. */
function drawn(share: Share | null): string {
  if (!share) return 'no share';
  return share
    .map(
      ({ from, to, isFromOpen, isToOpen }) =>
        `${isFromOpen ? ']' : '['}${from}, ${to}${isToOpen ? '[' : ']'}`,
    )
    .join(' ');
}

describe('shares', () => {
  const readings: readonly [written: string, expected: string][] = [
    ['= none', '[0, 0]'],
    ['= few', `]0, ${1 / 3}]`],
    ['= some', ']0, 1]'],
    ['= no', '[0, 0.5['],
    ['= false', '[0, 0.5['],
    ['= yes', ']0.5, 1]'],
    ['= True', ']0.5, 1]'],
    ['= most', ']0.5, 1]'],
    ['= all', '[1, 1]'],
    ['!= none', ']0, 1]'],
    ['!= all', '[0, 1['],
    ['!= most', '[0, 0.5]'],
    ['!= some', '[0, 0]'],
    ['!= few', `[0, 0] ]${1 / 3}, 1]`],
    ['> most', 'no share'],
    ['= 60%', '[0.6, 0.6]'],
    ['= 70‰', '[0.07, 0.07]'],
    ['!= 60%', '[0, 0.6[ ]0.6, 1]'],
    ['!= 100%', '[0, 1['],
    ['!= 0%', ']0, 1]'],
    ['> 60%', ']0.6, 1]'],
    ['>= 60%', '[0.6, 1]'],
    ['< 60%', '[0, 0.6['],
    ['<= 60%', '[0, 0.6]'],
    ['= 40..60%', '[0.4, 0.6]'],
    ['!= 40..60%', '[0, 0.4[ ]0.6, 1]'],
    ['!= 0..100%', 'no share'],
    ['> 0%', ']0, 1]'],
    ['> -10%', '[0, 1]'],
    ['< 120%', '[0, 1]'],
    ['> 100%', 'no share'],
    ['>= 100%', '[1, 1]'],
    ['< 0%', 'no share'],
    ['<= 0%', '[0, 0]'],
    ['= 120%', 'no share'],
    ['= 60', 'no share'],
    ['= many', 'no share'],
  ];
  for (const [written, expected] of readings)
    it(`${written} is ${expected}`, () => assert.equal(drawn(read(written)), expected));

  const pairs: readonly [a: string, b: string, meet: boolean][] = [
    ['= few', '= some', true],
    ['= few', '= most', false],
    ['= none', '= few', false],
    ['= none', '= no', true],
    ['= all', '= most', true],
    ['= all', '< 100%', false],
    ['= no', '= yes', false],
    ['= 50%', '= yes', false],
    ['= 50%', '= no', false],
    ['= 50%', '!= most', true],
    ['<= 50%', '>= 50%', true],
    ['< 50%', '>= 50%', false],
    ['<= 50%', '> 50%', false],
    ['< 60%', '> 40%', true],
    ['< 40%', '> 60%', false],
    ['!= 50%', '= 50%', false],
    ['!= 50%', '= 51%', true],
    ['!= few', '= none', true],
    ['!= few', '= 20%', false],
    ['!= few', '= 40%', true],
    ['= 70‰', '= 7%', true],
  ];
  for (const [a, b, meet] of pairs)
    it(`${a} and ${b} ${meet ? 'may be the same' : 'exclude each other'}`, () => {
      assert.equal(sharesMeet(read(a)!, read(b)!), meet);
      assert.equal(sharesMeet(read(b)!, read(a)!), meet);
    });

  it('are all or none only where nothing lies between', () => {
    const whole = ['= none', '= all', '>= 100%', '<= 0%', '!= some'];
    const others = ['= some', '= 50%', '= most', '!= all', '!= few', '= few'];
    assert.deepEqual(
      whole.map((each) => isAllOrNone(read(each)!)),
      whole.map(() => true),
    );
    assert.deepEqual(
      others.map((each) => isAllOrNone(read(each)!)),
      others.map(() => false),
    );
    assert.equal(isAllOrNone([]), false);
  });
});
