import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainFacts } from '../../server/src/facts/plain-facts.ts';
import { readFacts } from '../../server/src/facts/read.ts';
import { parseTree } from '../../server/src/syntax/tree.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { Pieces } from '../../server/src/text/pieces.ts';
import { runs } from '../support/runs.ts';

const LINES =
  'One line of words, and a claim [held]{.claim #c} by @meyer2011.\n\n[^n]: A note, *long* since.\n\n';
/** Long enough for several pieces. */
const long = fc
  .integer({ min: 0, max: 3000 })
  .map((times) => Array.from({ length: times }, (_, i) => LINES.replace('#c', `#c${i}`)).join(''));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const edit = fc.record({
  at: share,
  cut: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 90_000 })),
  insert: fc.oneof(fc.constantFrom('', 'x', '\n', '[', '# A\n\n'), long),
});

function placed(length: number, { at, cut, insert }: { at: number; cut: number; insert: string }) {
  const from = Math.floor(at * length);
  return { from, to: Math.min(length, from + cut), insert };
}

describe('a text in pieces', function () {
  it('is what a string would be, whatever is cut and put in', () => {
    fc.assert(
      fc.property(long, fc.array(edit, { maxLength: 6 }), share, share, (start, edits, one, other) => {
        let text = start;
        let pieces = Pieces.of(start);
        for (const each of edits) {
          const { from, to, insert } = placed(text.length, each);
          text = text.slice(0, from) + insert + text.slice(to);
          pieces = pieces.spliced(from, to, insert);
          const [a, b] = [one, other].map((part) => Math.floor(part * text.length)).sort((x, y) => x - y);
          assert.equal(pieces.slice(a!, b), text.slice(a, b));
          assert.equal(pieces.slice(a!), text.slice(a));
          assert.equal(pieces.length, text.length);
        }
        assert.equal(pieces.toString(), text);
      }),
      { numRuns: runs(60) },
    );
  });

  it('does not fall apart where it is typed in, not even at its ends and between two pieces', () => {
    const start = Pieces.of('a'.repeat(100_000));
    for (const at of [0, 32_768, 65_536, 100_000]) {
      let pieces = start;
      for (let i = 0; i < 100; i++) pieces = pieces.spliced(at + i, at + i, 'x');
      assert.ok(pieces.count <= start.count + 2, `${pieces.count} pieces`);
    }
  });

  it('is read as it would be at once, letter by letter', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let document = DocumentText.of(LINES.repeat(2000));
        let syntax = parseTree(document.text);
        for (const each of edits) {
          const { from, to, insert } = placed(document.length, each);
          const range = document.lines.positions({ from, to });
          const edited = document.apply([{ range, text: insert }]);
          document = edited.document;
          syntax = syntax.apply(document.words, edited.splices);
        }
        const whole = DocumentText.of(document.text);
        assert.deepEqual(plainFacts(readFacts(syntax)), plainFacts(readFacts(parseTree(whole.text))));
        assert.equal(document.lines.lineCount, whole.lines.lineCount);
      }),
      { numRuns: runs(15) },
    );
  });
});
