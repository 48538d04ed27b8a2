import assert from 'node:assert/strict';
import { agreesWithLocator } from '../../../server/src/pages/agreement.ts';

describe('whether a locator names the place of a quotation', () => {
  const cases: [object, string, string, boolean | null][] = [
    [{ page: '663' }, 'page', '663', true],
    [{ page: '663' }, 'page', '661-65', true],
    [{ page: '663' }, 'page', '12, 660–664', true],
    [{ page: '663' }, 'page', '665', false],
    [{ page: '663-664' }, 'page', '664', true],
    [{ page: '328' }, 'page', '327–28', true],
    [{ paragraph: '21' }, 'paragraph', '20-23', true],
    [{ paragraph: '21' }, 'page', '20', null],
    [{ note: 'growth' }, 'note', '3', null],
    [{ page: '12' }, 'page', 'xii', null],
    [{ page: '12' }, 'chapter', '12', null],
    [{ page: 'xii' }, 'page', 'xi-xiv', true],
    [{ page: 'xii' }, 'page', 'xv', false],
  ];
  for (const [place, label, value, expected] of cases)
    it(`${JSON.stringify(place)} and ${label} ${value}`, () =>
      assert.equal(agreesWithLocator(place, label, value), expected));
});
