import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fingerprintOf } from '../../../server/src/text/hash.ts';
import { runs } from '../../support/runs.ts';

describe('fingerprints', () => {
  it('differ where one letter does, or two have changed places', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 400 }), fc.nat(), (text, place) => {
        const at = place % (text.length - 1);
        const other = `${text.slice(0, at)}\u00e9${text.slice(at + 1)}`;
        const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
        assert.equal(fingerprintOf(`${text}`), fingerprintOf(text));
        for (const changed of [other, swapped])
          if (changed !== text) assert.notEqual(fingerprintOf(changed), fingerprintOf(text));
      }),
      { numRuns: runs(2000) },
    );
  });
});
