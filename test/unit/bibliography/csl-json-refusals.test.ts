import assert from 'node:assert/strict';
import { readCslJson } from '../../../server/src/bibliography/read-csl-json.ts';
import { check } from '../../support/check.ts';

/** Fields, and whether Pandoc (3.10 and 2.17) reads a file with an item that has them. */
const FIELDS: readonly [string, boolean][] = [
  ['"issued": 2001', false],
  ['"issued": [2001]', false],
  ['"issued": null', false],
  ['"issued": "2001"', true],
  ['"issued": {"date-parts": [[2001, 5]]}', true],
  ['"issued": {"date-parts": [["2001"]]}', true],
  ['"issued": {"date-parts": [2001]}', false],
  ['"issued": {"date-parts": [["x"]]}', false],
  ['"issued": {"date-parts": [[2001, null]]}', false],
  ['"issued": {"date-parts": [[2001.5]]}', false],
  ['"issued": {"date-parts": null}', true],
  ['"issued": {"raw": 2}', true],
  ['"issued": {"literal": 2}', false],
  ['"issued": {"year": 2001}', true],
  ['"accessed": true', false],
  ['"author": "Smith"', false],
  ['"author": null', false],
  ['"author": [{"family": "X", "given": null}, "Y"]', true],
  ['"author": [{"family": 1}]', false],
  ['"author": [3]', false],
  ['"author": [null]', false],
  ['"author": [["Y"]]', false],
  ['"type": 1', true],
  ['"type": 1.5', false],
  ['"type": null', false],
  ['"type": ["book"]', false],
  ['"title": 1', true],
  ['"title": null', false],
  ['"volume": 1', true],
  ['"volume": true', false],
  ['"keyword": ["a", "b"]', false],
  ['"categories": ["a"]', true],
  ['"custom": {"x": 1}', true],
  ['"foo": 2.5', false],
  ['"note": 3', false],
];

describe('CSL-JSON that Pandoc refuses', () => {
  for (const [field, isRead] of FIELDS)
    it(`${isRead ? 'is not' : 'is'} told for ${field}`, () => {
      const { refusals, problems } = readCslJson(`[{"id": "a", "type": "book", ${field}}]`);
      assert.deepEqual(problems, []);
      assert.equal(refusals!.length === 0, isRead);
    });

  it('is told at the name of the field, and where something stands around the list', async () => {
    await check(`//- sicetnon.yaml
bibliography: [a.json, b.json]
//- a.json
[{"id": "a", "type": "book", "custom": {"issued": 1}, ⟦bibliography-refused|"issued"⟧: 2001}]
//- b.json
⟦bibliography-refused|{⟧"items": [{"id": "b", "type": "book"}]}
`);
  });
});
