import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Remembered } from '../../../server/src/reasoning/remembered.ts';

describe('what is remembered for a while', () => {
  it('are the entries used last, and never others than were put in', () => {
    const keys = fc.array(fc.tuple(fc.constantFrom('get', 'set', 'delete'), fc.nat({ max: 9 })));
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 4 }), (steps, size) => {
        const remembered = new Remembered<number, number>(size);
        const model = new Map<number, number>();
        /** Keys by their last use, the latest first. */
        let used: number[] = [];
        steps.forEach(([what, key], i) => {
          let remembers = false;
          if (what === 'set') {
            remembered.set(key, i);
            model.set(key, i);
          } else if (what === 'delete') {
            remembered.delete(key);
            model.delete(key);
          } else {
            const found = remembered.get(key);
            remembers = found !== undefined;
            if (found !== undefined || used.slice(0, size).includes(key)) assert.equal(found, model.get(key));
          }
          used = used.filter((each) => each !== key);
          if (what === 'set' || (what === 'get' && remembers)) used.unshift(key);
        });
      }),
    );
  });

  it('forgets what was not used for long', () => {
    const remembered = new Remembered<number, number>(2);
    for (let i = 0; i < 10; i++) remembered.set(i, i);
    assert.equal(remembered.get(3), undefined);
    assert.equal(remembered.get(9), 9);
  });
});
