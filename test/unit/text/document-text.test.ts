import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DocumentText } from '../../../server/src/text/document-text.ts';
import { runs } from '../../support/runs.ts';

const words = fc.string({ unit: fc.constantFrom('a', '\n', '中', 'bcd '), maxLength: 30 });
/** Many lines, so that they take several chunks. */
const long = fc
  .tuple(words, fc.integer({ min: 0, max: 3000 }))
  .map(([line, times]) => `${line}\n`.repeat(times));
/** Lines and columns may lie outside of the text, and the ends the other way round. */
const change = fc.record({
  share: fc.double({ min: 0, max: 1.01, noNaN: true }),
  column: fc.integer({ min: -2, max: 40 }),
  lines: fc.oneof({ arbitrary: fc.integer({ min: -2, max: 3 }), weight: 5 }, fc.nat(2000)),
  end: fc.integer({ min: -2, max: 40 }),
  text: fc.oneof({ arbitrary: words, weight: 6 }, long),
  whole: fc.nat(20).map((chance) => chance === 0),
});

describe('a text under many changes', () => {
  it('is the same with all taken in together as with one after the other', () => {
    fc.assert(
      fc.property(words, long, fc.array(change, { maxLength: 14 }), (head, body, wanted) => {
        const start = DocumentText.of(head + body);
        let oneByOne = start;
        const changes = wanted.map(({ share, column, lines, end, text, whole }) => {
          const line = Math.floor(share * oneByOne.lines.lineCount) - 1;
          const range = { start: { line, character: column }, end: { line: line + lines, character: end } };
          const one = whole ? { text } : { range, text };
          oneByOne = oneByOne.apply([one]).document;
          return one;
        });
        const { document, splices } = start.apply(changes);
        assert.equal(document.text, oneByOne.text);
        assert.deepEqual(document.lines, DocumentText.of(document.text).lines);
        assert.equal(splices.length, changes.length);
        const spliced = splices.reduce(
          (text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to),
          start.text,
        );
        assert.equal(spliced, document.text);
      }),
      { numRuns: runs(100) },
    );
  });
});
