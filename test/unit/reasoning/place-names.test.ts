import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PlaceNames } from '../../../server/src/reasoning/place-names.ts';
import { nearestName } from '../../../server/src/text/nearest-name.ts';
import { folderOf, relativeTo } from '../../../server/src/workspace/paths.ts';
import { runs } from '../../support/runs.ts';

const part = fc.constantFrom('a', 'ab', 'b', 'notes', 'note', 'N');
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const written = fc.oneof(
  path,
  fc.tuple(fc.constantFrom('./', '../', '../../', '.../', '..'), path).map((both) => both.join('')),
);

describe('the places of claims', () => {
  it('are found wherever a look at all of them would find one, and told as one writes them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { maxLength: 20 }),
        fc.uniqueArray(part, { maxLength: 3 }),
        path,
        written,
        (paths, sources, from, wanted) => {
          const places = new PlaceNames();
          for (const one of paths) places.addPath(one);
          for (const one of sources) places.addSource(one);
          const found = places.nearest(from, wanted);
          const names = [...sources, ...paths.map((one) => relativeTo(folderOf(from), one))];
          if (found === null) assert.equal(nearestName(wanted, names), null);
          else assert.ok(names.includes(found));
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  it('are no longer proposed when they are gone', () => {
    const places = new PlaceNames();
    places.addSource('kilner2001');
    places.addPath('notes/kilner.md');
    assert.equal(places.nearest('notes/a.md', 'kilner201'), 'kilner2001');
    places.deleteSource('kilner2001');
    assert.equal(places.nearest('notes/a.md', 'kilner201'), null);
    assert.equal(places.nearest('notes/a.md', 'kilnr.md'), 'kilner.md');
    places.deletePath('notes/kilner.md');
    assert.equal(places.nearest('notes/a.md', 'kilnr.md'), null);
  });
});
