import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeKey, Places } from '../../../server/src/reasoning/place.ts';
import { runs } from '../../support/runs.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];

/** What can be reached from a place, itself among it, step by step. */
function outwards(places: ReadonlyMap<string, string>, start: string): Set<string> {
  const seen = new Set<string>();
  for (let at: string | undefined = start; at !== undefined && !seen.has(at); at = places.get(at))
    seen.add(at);
  return seen;
}

describe('places', () => {
  it('lie in one another as their chains lead, of whatever length, also in circles', () => {
    const name = fc.constantFrom(...NAMES);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 8 }), (pairs) => {
        const map = new Map(pairs);
        const places = new Places(map);
        for (const one of NAMES)
          for (const other of NAMES) {
            const lies = outwards(map, one).has(other);
            assert.equal(places.liesIn(one, other), lies, `${one} in ${other}`);
            assert.equal(places.compatible(one, other), lies || outwards(map, other).has(one));
          }
      }),
      { numRuns: runs(500) },
    );
  });

  it('are the same in any case and with any blanks', () => {
    assert.equal(placeKey('  Hull\n on  Humber '), 'hull on humber');
    const places = new Places(new Map([['Deptford', ' london'], ['LONDON', 'England']])); // prettier-ignore
    assert.ok(places.liesIn('deptford ', 'ENGLAND'));
    assert.ok(!places.liesIn('England', 'Deptford'));
    assert.ok(places.compatible('England', 'Deptford'));
    assert.ok(places.compatible('Riga', ' riga'));
    assert.ok(!places.compatible('Riga', 'London'));
  });

  it('of which nothing is declared agree with themselves alone', () => {
    const places = new Places(new Map([['Deptford', 'London']]));
    assert.deepEqual(['Deptford', 'london', ' Riga '].map((place) => places.aloneKey(place)), [null, null, 'riga']); // prettier-ignore
  });
});
