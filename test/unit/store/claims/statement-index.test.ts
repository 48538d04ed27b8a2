import assert from 'node:assert/strict';
import fc from 'fast-check';
import { StatementIndex } from '../../../../server/src/store/claims/statement-index.ts';

interface Stated {
  readonly name: number;
  readonly mark: number;
  readonly claim: number;
  readonly from: number;
  readonly to: number;
}

const DAYS = { min: -40, max: 40 } as const;
const stated = fc
  .record({
    // Few names, some of which share a bucket, and hashes with and without the highest bit.
    name: fc.constantFrom(0, 1, 64, 128, 0xffffffff, 0x80000000, 7, 0x80000007),
    mark: fc.constantFrom(0, 5, 0xfffffff0),
    claim: fc.nat({ max: 12 }),
    days: fc.tuple(fc.integer(DAYS), fc.integer(DAYS)),
  })
  .map(({ days: [one, other], ...rest }): Stated => ({
    ...rest,
    from: Math.min(one, other),
    to: Math.max(one, other),
  }));

function meeting(index: StatementIndex, name: number, from: number, to: number): string[] {
  const found: string[] = [];
  index.forEachMeeting(name, from, to, (claim, mark) => found.push(`${claim} ${mark >>> 0}`));
  return found.sort();
}

describe('the index of statements', () => {
  it('finds what is there and meets, whatever came and went', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), stated, fc.nat()), { maxLength: 300 });
    fc.assert(
      fc.property(steps, fc.integer(DAYS), fc.nat({ max: 20 }), (all, from, length) => {
        const index = new StatementIndex();
        const held: Stated[] = [];
        for (const [comes, one, which] of all) {
          if (comes || held.length === 0) {
            held.push(one);
            index.add(one.name, one.mark, one.claim, one.from, one.to);
          } else {
            const [gone] = held.splice(which % held.length, 1);
            // Which of several of one claim goes makes no difference only where they speak of the same days.
            const twins = held.filter(
              (each) => each.name === gone!.name && each.mark === gone!.mark && each.claim === gone!.claim,
            );
            if (twins.some((twin) => twin.from !== gone!.from || twin.to !== gone!.to)) held.push(gone!);
            else index.delete(gone!.name, gone!.mark, gone!.claim);
          }
        }
        for (const name of new Set(all.map(([, one]) => one.name)))
          assert.deepEqual(
            meeting(index, name, from, from + length),
            held
              .filter((each) => each.name === name && each.from <= from + length && from <= each.to)
              .map(({ claim, mark }) => `${claim} ${mark}`)
              .sort(),
          );
      }),
    );
  });

  it('keeps thousands under one name, and forgets what was never there', () => {
    const index = new StatementIndex();
    for (let claim = 0; claim < 5000; claim++) index.add(9, claim % 7, claim, claim, claim);
    index.delete(9, 1, 0);
    index.delete(8, 0, 0);
    assert.deepEqual(meeting(index, 9, 2500, 2501), ['2500 1', '2501 2']);
    assert.deepEqual(meeting(index, 8, 0, 5000), []);
  });
});
