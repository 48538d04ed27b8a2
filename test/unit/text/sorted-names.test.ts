import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearestName } from '../../../server/src/text/nearest-name.ts';
import { SortedNames } from '../../../server/src/text/sorted-names.ts';
import { runs } from '../../support/runs.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'ä', '1', '/'), maxLength: 7 });
const words = fc.uniqueArray(word, { maxLength: 80 });

function sorted(names: readonly string[]): SortedNames {
  const all = new SortedNames();
  for (const name of names) all.add(name);
  return all;
}

describe('sorted names', () => {
  it('know the nearest name that a look at all of them would find', () => {
    fc.assert(
      fc.property(words, word, (names, written) => {
        const found = sorted(names).nearest(written);
        assert.equal(found?.name ?? null, nearestName(written, names));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('know those that go on from a key with its year, or that it goes on from', () => {
    const names = sorted(['jane2024guide', 'smith2001dockers', 'Smith2001ports', 'lee2011', 'adler', 'ab12']);
    assert.deepEqual(names.lengthened('Jane2024'), ['jane2024guide']);
    assert.deepEqual(names.lengthened('smith2001'), ['smith2001dockers', 'Smith2001ports']);
    assert.deepEqual(names.lengthened('lee2011ports'), ['lee2011']);
    for (const written of ['adlers', 'adlerian', 'ab12c', 'nobody1900'])
      assert.deepEqual(names.lengthened(written), [], written);
  });

  it('know it whatever came and went', () => {
    fc.assert(
      fc.property(words, words, fc.array(fc.nat()), word, (first, then, gone, written) => {
        const all = sorted(first);
        all.nearest(written);
        const names = new Set(first);
        for (const name of then) if (!names.has(name)) all.add(name);
        for (const name of then) names.add(name);
        for (const which of gone) {
          const name = [...names][which % names.size];
          if (name === undefined) break;
          all.delete(name);
          names.delete(name);
        }
        all.delete('never there');
        assert.equal(all.nearest(written)?.name ?? null, nearestName(written, names));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('know it among names that begin alike and are written otherwise', () => {
    const beginning = fc.constantFrom('', 'a', 'ab', 'b/');
    const ahead = fc.constantFrom('', 'a', '../', '../../');
    fc.assert(
      fc.property(words, beginning, ahead, word, fc.boolean(), (names, under, written, rest, along) => {
        const all = sorted([...names, 'ab1', 'a/b']);
        const wanted = along ? written + rest : rest;
        const there = [...new Set([...names, 'ab1', 'a/b'])].filter((name) => name.startsWith(under));
        const asWritten = there.map((name) => written + name.slice(under.length));
        const found = all.nearest(wanted, { under, written });
        assert.equal(found ? written + found.name.slice(under.length) : null, nearestName(wanted, asWritten));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('take capitals for letters, and nothing for near that is written at great length', () => {
    assert.deepEqual(sorted(['Meyer2011', 'adler2014']).nearest('meyer2012'), { name: 'Meyer2011', far: 1 });
    assert.deepEqual(sorted(['X']).nearest('x'), { name: 'X', far: 0 });
    assert.equal(sorted(['a'.repeat(61)]).nearest('a'.repeat(61)), null);
  });
});
