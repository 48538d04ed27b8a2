import assert from 'node:assert/strict';
import { isNearKey } from '../../../server/src/text/near-keys.ts';

describe('a key that may be meant by another', () => {
  for (const [written, key] of [
    ['lime', 'lame'],
    ['meyer2011', 'meyer2001'],
    ['meyer2011', 'meyr2011'],
    ['mayer2011', 'Meyer2011'],
    ['adler1941', 'adler1914'],
    ['harbourmaster', 'harborrmaster'],
    ['harbour_tides', 'harbor_tide'],
  ] as const)
    it(`${written} for ${key}`, () => assert.ok(isNearKey(written, key)));

  for (const [written, key] of [
    ['lime', 'ice'],
    ['min2022', 'li2022'],
    ['xu2016', 'wu2016'],
    ['bates2010', 'gates2014'],
    ['novak1983', 'novak1977'],
    ['adler', 'alerts'],
    ['a'.repeat(300), 'a'.repeat(301)],
  ] as const)
    it(`not ${written.slice(0, 20)} for ${key.slice(0, 20)}`, () => assert.ok(!isNearKey(written, key)));
});
