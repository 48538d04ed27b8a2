import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HashMultimap } from '../../../../server/src/store/claims/hash-multimap.ts';
import { runs } from '../../../support/runs.ts';

/** Some agree in their upper half, some in their lower, some in more of the lower than the map looks at first. */
const hash = fc.constantFrom(0, 1, 0x10000, 0x10001, 0x8000_0001, 0xffff_ffff, 0x1234_ffff);
const mark = fc.constantFrom(0, 1, 127);
const entry = { hash, value: fc.nat({ max: 4 }), mark };
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('add', 'delete', 'ask'), ...entry, times: fc.constant(1) }),
  },
  fc.record({ kind: fc.constant('add'), ...entry, times: fc.constantFrom(300, 5000, 80_000) }),
);

describe('a map of hashes', () => {
  it('holds after any steps what was added and not taken away', function () {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const map = new HashMultimap();
        const model = new Map<number, number[]>();
        const check = (key: number) => {
          const found: number[] = [];
          map.forEach(key, (value, itsMark) => found.push(value * 1000 + itsMark));
          assert.deepEqual(found.toSorted(), (model.get(key) ?? []).toSorted());
        };
        for (const { kind, hash: key, value, mark: itsMark, times } of steps) {
          const list = model.get(key) ?? [];
          model.set(key, list);
          if (kind === 'ask') check(key);
          for (let i = 0; kind === 'add' && i < times; i++) {
            map.add(key, value, itsMark);
            list.push(value * 1000 + itsMark);
          }
          if (kind !== 'delete') continue;
          const at = list.indexOf(value * 1000 + itsMark);
          assert.equal(map.delete(key, value, itsMark), at >= 0);
          if (at >= 0) list.splice(at, 1);
        }
        for (const key of model.keys()) check(key);
        assert.equal(map.size, [...model.values()].flat().length);
      }),
      { numRuns: runs(35) },
    );
  });
});
