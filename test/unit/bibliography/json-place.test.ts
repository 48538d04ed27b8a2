import assert from 'node:assert/strict';
import { jsonPlaceAt } from '../../../server/src/bibliography/json-place.ts';

describe('a place in CSL-JSON', () => {
  const at = (text: string) => {
    const place = jsonPlaceAt(text, text.length);
    return place && [place.at, place.key, place.within, [...place.present].join(' ')];
  };
  for (const [text, place] of [
    ['[{"', ['key', '', '', '']],
    ['[{"id": "a", "ti', ['key', '', '', 'id']],
    ['[{"type": "bo', ['value', 'type', '', 'type']],
    ['[{"author": [{"family": "A"}, {"gi', ['key', '', 'author', '']],
    ['[{"author": [], "issued": {"', ['key', '', 'issued', '']],
    // a comma is missing
    ['[{"issued": {"raw": "2001"} "', ['value', '', '', 'issued']],
    ['[{"keyword": ["a"] "', ['value', '', '', 'keyword']],
    ['[{"id": 1', null],
  ] as const)
    it(text, () => assert.deepEqual(at(text), place));
});
