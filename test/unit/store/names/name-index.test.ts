import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hashedNames } from '../../../../server/src/text/hashed-names.ts';
import { NameIndex } from '../../../../server/src/store/names/name-index.ts';

const name = fc.constantFrom('a', 'b', 'c', 'd');
const file = fc.constantFrom('1.md', '2.md', '3.md');
const step = fc.oneof(
  fc.record({ kind: fc.constant('seek' as const), file, names: fc.array(name) }),
  fc.record({
    kind: fc.constant('define' as const),
    file,
    names: fc.array(name),
    as: fc.constantFrom('x', 'y'),
  }),
);

describe('the index of names', () => {
  it('knows after any steps who seeks what, who defines it, and who waits', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const index = new NameIndex();
        const sought = new Map<string, Set<string>>();
        const defined = new Map<string, Map<string, string>>();
        for (const one of steps) {
          if (one.kind === 'seek') {
            index.setSought(one.file, hashedNames(new Set(one.names)));
            sought.set(one.file, new Set(one.names));
            continue;
          }
          const before = defined.get(one.file) ?? new Map<string, string>();
          const after = new Map<string, string>(one.names.map((each) => [each, one.as]));
          const changed = index.setDefinitions(one.file, after);
          defined.set(one.file, after);
          const different = ['a', 'b', 'c', 'd'].filter((each) => before.get(each) !== after.get(each));
          assert.deepEqual([...changed].sort(), different);
        }
        const seekers = (wanted: string) =>
          [...sought].filter(([, names]) => names.has(wanted)).map(([path]) => path);
        const definers = (wanted: string) =>
          [...defined].filter(([, names]) => names.has(wanted)).map(([path]) => path);
        const waiting = new Set<string>();
        for (const each of ['a', 'b', 'c', 'd']) {
          assert.deepEqual([...index.seekers(each)].sort(), seekers(each).sort(), `seekers of ${each}`);
          assert.deepEqual([...index.definers(each)].sort(), definers(each).sort(), `definers of ${each}`);
          if (definers(each).length === 0) for (const path of seekers(each)) waiting.add(path);
        }
        assert.deepEqual([...new Set(index.waiting())].sort(), [...waiting].sort());
      }),
    );
  });
});
