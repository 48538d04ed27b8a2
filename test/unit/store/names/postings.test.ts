import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Postings } from '../../../../server/src/store/names/postings.ts';
import { runs } from '../../../support/runs.ts';

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
      { numRuns: runs(50) },
    );
  });

  /** Lists packed one behind the other: 5,000 numbers at once are too many to stand beside them. */
  function packed(): Postings {
    const postings = new Postings();
    const values = Array.from({ length: 5000 }, (_, i) => i);
    postings.addAll(values, (value) => Uint32Array.of(value % 2));
    return postings;
  }

  it('lose what is removed out of the packed lists, and nothing of the neighbour', () => {
    const postings = packed();
    for (let value = 0; value < 5000; value += 2) postings.remove(0, value);
    assert.deepEqual(postings.of(0), []);
    assert.ok(postings.isEmpty(0));
    assert.equal(postings.of(1).length, 2500);
  });

  it('pass over what is not listed under the key, and count it as there still', () => {
    const postings = packed();
    postings.remove(0, 1);
    assert.equal(postings.of(0).length, 2500);
    for (let value = 1; value < 4999; value += 2) postings.remove(1, value);
    postings.remove(1, 3);
    assert.ok(!postings.isEmpty(1));
    assert.deepEqual(postings.of(1), [4999]);
  });

  it('are whole after they were packed anew behind a removal', () => {
    const postings = packed();
    postings.remove(1, 1);
    postings.remove(0, 4998);
    postings.addAll(
      Array.from({ length: 5000 }, (_, i) => 10_000 + i),
      () => Uint32Array.of(2),
    );
    assert.equal(postings.of(0).length, 2499);
    assert.ok(!postings.of(0).includes(4998));
    assert.equal(postings.of(1).length, 2499);
    assert.ok(!postings.of(1).includes(1));
    assert.equal(new Set(postings.of(2)).size, 5000);
  });
});
