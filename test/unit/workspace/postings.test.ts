import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Postings } from '../../../server/src/workspace/postings.ts';

const number = fc.oneof(fc.nat({ max: 5 }), fc.constantFrom(65_535, 65_536, 3_000_000_000));
const step = fc.oneof(
  fc.record({
    kind: fc.constantFrom('add', 'remove'),
    key: fc.nat({ max: 3 }),
    value: number,
    times: fc.constant(1),
  }),
  fc.record({
    kind: fc.constant('add'),
    key: fc.nat({ max: 3000 }),
    value: number,
    times: fc.constantFrom(500, 6000, 70_000),
  }),
  fc.record({
    kind: fc.constant('addAll'),
    key: fc.nat({ max: 70_000 }),
    value: fc.nat({ max: 70_000 }),
    times: fc.constantFrom(1, 500, 6000),
  }),
  fc.record({ kind: fc.constant('ask'), key: fc.nat({ max: 3 }), value: number, times: fc.constant(1) }),
);

describe('postings', () => {
  it('list after any steps what was added and not taken away', function () {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const postings = new Postings();
        const model = new Map<number, number[]>();
        const check = (key: number) => {
          const listed = (model.get(key) ?? []).toSorted((a, b) => a - b);
          assert.equal(postings.isEmpty(key), listed.length === 0);
          assert.deepEqual(
            postings.of(key).toSorted((a, b) => a - b),
            listed,
          );
        };
        for (const { kind, key, value, times } of steps) {
          const list = model.get(key) ?? [];
          model.set(key, list);
          if (kind === 'ask') check(key);
          for (let i = 0; kind === 'add' && i < times; i++) {
            postings.add(key, value);
            list.push(value);
          }
          if (kind === 'addAll') {
            const values = Array.from({ length: times }, (_, i) => value + i);
            const keysOf = (each: number) => Uint32Array.of(key, each % 3);
            postings.addAll(values, keysOf);
            for (const each of values)
              for (const one of keysOf(each)) (model.get(one) ?? model.set(one, []).get(one)!).push(each);
          }
          if (kind !== 'remove') continue;
          postings.remove(key, value);
          const at = list.indexOf(value);
          if (at >= 0) list.splice(at, 1);
        }
        for (const key of [0, 1, 2, 3, 4, ...model.keys()]) check(key);
      }),
      { numRuns: 150 },
    );
  });
});
