import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { NameTable } from '../../../../server/src/store/model.ts';
import { packedStore } from '../../../../server/src/store/packed-store.ts';
import { plainStore } from '../../../../server/src/store/plain-store.ts';
import { hashedNames } from '../../../../server/src/text/hashed-names.ts';
import { runs } from '../../../support/runs.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const FILES = ['1.md', '2.md', '3.md', '4.bib'];
const file = fc.constantFrom(...FILES);
const some = fc.uniqueArray(fc.constantFrom(...NAMES));
const step = fc.oneof(
  fc.record({ kind: fc.constant('seek' as const), file, names: some }),
  fc.record({ kind: fc.constant('define' as const), file, names: some, as: fc.constantFrom('x', 'y') }),
  fc.record({ kind: fc.constant('ask' as const) }),
  fc.record({ kind: fc.constant('prepare' as const) }),
  // More than may stand beside the packed lists, so that they are packed anew; and taken away again.
  fc.record({ kind: fc.constant('flood' as const), files: fc.constantFrom(0, 40, 700), names: some }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(table: NameTable, one: Step): unknown {
  switch (one.kind) {
    case 'seek':
      return table.setSought(one.file, hashedNames(new Set(one.names)));
    case 'define':
      return table.setDefinitions(one.file, new Map(one.names.map((name) => [name, one.as]))).sort();
    case 'flood':
      for (let i = 0; i < 700; i++) {
        const names =
          i < one.files ? [...one.names, ...Array.from({ length: 9 }, (_, j) => `n${i + j}`)] : [];
        table.setSought(`flood${i}.md`, hashedNames(new Set(names)));
      }
      return undefined;
    case 'prepare':
      return table.prepare();
    case 'ask':
      return said(table);
  }
}

function said(table: NameTable): unknown {
  return {
    names: [...NAMES, 'n5', 'n699', 'none'].map((name) => [
      name,
      [...table.definers(name)].sort(),
      table.isDefined(name),
      [...table.seekers(name)].sort(),
    ]),
    any: [...FILES, 'flood3.md', 'none.md'].map((path) => table.seeksAny(path)),
    missing: [...FILES, 'flood3.md', 'none.md'].map((path) => table.seeksMissing(path)),
    waiting: [...new Set(table.waiting())].sort(),
    dump: table.dump(),
  };
}

describe('the two stores of names', () => {
  it('say the same after whatever came and went', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const [packed, plain] = [packedStore.names(), plainStore.names()];
        for (const one of steps) assert.deepEqual(take(packed, one), take(plain, one));
        assert.deepEqual(said(packed), said(plain));
      }),
      { numRuns: runs(50) },
    );
  });
});
