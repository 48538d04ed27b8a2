import assert from 'node:assert/strict';
import { listedTwice } from '../../../server/src/found/listed-twice.ts';
import type { FoundCitation } from '../../../server/src/found/model.ts';
import type { Prose } from '../../../server/src/found/prose.ts';
import type { ReadEntry } from '../../../server/src/found/reference-entry.ts';

const text = '1. Weaver, Cloth.\n2. Dyer, Town.\n1. Weaver, Cloth.\n';
const prose = { text } as Prose;
const entryAt = (label: string | null, from: number) =>
  ({ label, range: { from, to: text.indexOf('\n', from) } }) as unknown as ReadEntry;
const citing = (candidates: readonly number[]) => ({ candidates }) as FoundCitation;

/** The works of a list, which counts how often they are asked for. */
class CountedList extends Array<number> {
  times = 0;
  override [Symbol.iterator](): ArrayIterator<number> {
    this.times++;
    return super[Symbol.iterator]();
  }
}

describe('entries that a list has twice', () => {
  const entries = [entryAt('1', 0), entryAt('2', 18), entryAt('1', 33)];

  it('are not uncited where another copy is told, or cited under its number', () => {
    assert.deepEqual(listedTwice(prose, entries, [[0, 1]], []), [1]);
    assert.deepEqual(listedTwice(prose, entries, [], [citing([0])]), [0, 2]);
    assert.deepEqual(listedTwice(prose, entries, [], [citing([1])]), [1]);
    assert.deepEqual(listedTwice(prose, [entryAt(null, 0), entryAt(null, 33)], [], [citing([0])]), []);
  });

  it('are looked up once in a list that many citations share', () => {
    const shared = CountedList.of(0, 1, 2) as CountedList;
    assert.deepEqual(
      listedTwice(
        prose,
        entries,
        [],
        Array.from({ length: 100 }, () => citing(shared)),
      ),
      [0, 1, 2],
    );
    assert.equal(shared.times, 1);
  });
});
