import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changesOf } from '../../../server/src/syntax/changes.ts';
import { runs } from '../../support/runs.ts';

const edits = fc.array(fc.record({ at: fc.nat(), cut: fc.nat(60), insert: fc.nat(60) }), { maxLength: 30 });

/** Characters by what they were in the text before, and -1 for what came. */
function edited(length: number, wanted: readonly { at: number; cut: number; insert: number }[]) {
  let text = Array.from({ length }, (_, i) => i);
  const splices = wanted.map(({ at, cut, insert }) => {
    const from = at % (text.length + 1);
    const to = Math.min(text.length, from + cut);
    text = [...text.slice(0, from), ...Array.from({ length: insert }, () => -1), ...text.slice(to)];
    return { from, to, insert: 'x'.repeat(insert) };
  });
  return { text, splices };
}

describe('what several edits come to', () => {
  it('are stretches in order outside of which everything is what it was', () => {
    fc.assert(
      fc.property(fc.nat(2000), edits, (length, wanted) => {
        const { text, splices } = edited(length, wanted);
        let [old, now] = [0, 0];
        const stays = (to: number) => {
          assert.ok(now <= to, `${now} and ${to} are out of order`);
          while (now < to) assert.equal(text[now++], old++);
        };
        for (const { oldFrom, oldTo, from, to } of changesOf(splices)) {
          assert.ok(oldFrom <= oldTo && from <= to);
          stays(from);
          assert.equal(old, oldFrom);
          [old, now] = [oldTo, to];
        }
        stays(text.length);
        assert.equal(old, length);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('stay apart where they are apart', () => {
    const { splices } = edited(2000, [
      { at: 1500, cut: 1, insert: 0 },
      { at: 100, cut: 0, insert: 3 },
      { at: 800, cut: 10, insert: 2 },
    ]);
    assert.deepEqual(changesOf(splices), [
      { oldFrom: 100, oldTo: 100, from: 100, to: 103 },
      { oldFrom: 797, oldTo: 807, from: 800, to: 802 },
      { oldFrom: 1500, oldTo: 1501, from: 1495, to: 1495 },
    ]);
  });
});
