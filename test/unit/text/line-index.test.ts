import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import { ByteSink } from '../../../server/src/text/byte-sink.ts';
import { runs } from '../../support/runs.ts';

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
      { numRuns: runs(500) },
    );
  });

  it('are the same packed, whether few or many places are asked for', () => {
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: -2, max: 14 }), { maxLength: 12 }), (words, offsets) => {
        const lines = LineIndex.of(words);
        const packed = LineIndex.unpacked(lines.packed());
        assert.deepEqual(LineIndex.pack(words, new ByteSink()), lines.packed());
        for (const offset of offsets)
          assert.deepEqual(packed.positionAt(offset), lines.positionAt(offset), `at ${offset}`);
        assert.equal(packed.lineCount, lines.lineCount);
        for (let line = -1; line <= lines.lineCount; line++)
          assert.equal(packed.lineStart(line), lines.lineStart(line));
      }),
      { numRuns: runs(500) },
    );
  });
});
