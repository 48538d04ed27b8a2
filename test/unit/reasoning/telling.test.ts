import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WRITER, type Voice } from '../../../server/src/reasoning/asserters.ts';
import type { ConflictEnds } from '../../../server/src/reasoning/model.ts';
import { Telling } from '../../../server/src/reasoning/telling.ts';

const voice = (path: string, asserters: readonly string[], works: readonly string[] = asserters): Voice => ({
  path,
  asserters,
  works,
  isReport: false,
  reportedBy: null,
  isOwnText: false,
  isOpen: false,
});
const years = new Map([
  ['old', 1990],
  ['new', 2010],
]);

function telling(rest: Partial<ConflictEnds> = {}): Telling {
  const made = new Telling();
  made.ends = { areBoth: false, version: 1, yearOf: (work) => years.get(work) ?? null, ...rest };
  return made;
}

describe('a conflict is told', () => {
  const writer = voice('n.md', [WRITER], []);
  it('at the writer’s own claim, whatever the other is', () => {
    assert.equal(telling().at(writer, voice('z.md', ['new']), -1), 'one');
    assert.equal(telling().at(voice('z.md', ['new']), writer, 1), 'other');
  });
  it('else at that of the later work, and of several the latest counts', () => {
    assert.equal(telling().at(voice('a.md', ['new']), voice('b.md', ['old']), -1), 'one');
    assert.equal(telling().at(voice('a.md', ['old', 'new']), voice('b.md', ['old']), -1), 'one');
    assert.equal(telling().at(voice('a.md', ['someone'], ['new']), voice('b.md', ['old']), -1), 'one');
  });
  it('else at the later by path and place', () => {
    for (const work of ['nobody', 'old'])
      assert.equal(telling().at(voice('a.md', [work]), voice('b.md', ['nobody']), -1), 'other', work);
    assert.equal(telling().at(writer, writer, -1), 'other');
    assert.equal(telling().at(writer, writer, 1), 'one');
  });
  it('at both where the project says so, and where they are one claim', () => {
    assert.equal(telling({ areBoth: true }).at(writer, voice('a.md', ['old']), -1), 'both');
    assert.equal(telling().at(writer, writer, 0), 'both');
  });
  it('at one of its ends, from whichever it is looked at', () => {
    const voices = fc.record({
      path: fc.constantFrom('a.md', 'b.md'),
      asserters: fc.subarray([WRITER, 'old', 'new', 'nobody'], { minLength: 1 }),
      works: fc.subarray(['old', 'new', 'nobody']),
      isReport: fc.boolean(),
      reportedBy: fc.constant(null),
      isOwnText: fc.boolean(),
      isOpen: fc.boolean(),
    });
    fc.assert(
      fc.property(voices, voices, fc.constantFrom(-1, 1), (a, b, order) => {
        const ends = [telling().at(a, b, order), telling().at(b, a, -order)].sort();
        assert.deepEqual(ends, ['one', 'other']);
      }),
    );
  });
});
