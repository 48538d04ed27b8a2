import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../server/src/text/line-index.ts';

const text = fc.string({ unit: fc.constantFrom('a', '\n', '中'), maxLength: 12 });

describe('the lines of a text', () => {
  it('after a splice are those of the text that came of it', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (before, insert, one, other) => {
        const places = [one % (before.length + 1), other % (before.length + 1)].sort((a, b) => a - b);
        const [from = 0, to = 0] = places;
        const after = before.slice(0, from) + insert + before.slice(to);
        assert.deepEqual(LineIndex.of(before).spliced({ from, to, insert }), LineIndex.of(after));
      }),
      { numRuns: 500 },
    );
  });
});
