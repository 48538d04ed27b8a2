import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMentionFinder } from '../../../server/src/actors/mentions.ts';
import type { MentionFinder } from '../../../server/src/actors/mentions.ts';
import { RememberedMentions } from '../../../server/src/actors/remembered-mentions.ts';
import type { TextRange } from '../../../server/src/text/range.ts';
import { runs } from '../../support/runs.ts';

const finder = createMentionFinder([
  { id: 'guild', names: ['Guild of Dyers', 'the Guild', 'GoD'] },
  { id: 'dyers', names: ['Dyers', '染工会'] },
  { id: 'hall', names: ['Hall'] },
]);

/** A finder that remembers how many characters it was made to look through. */
function counting(): MentionFinder & { looked: number } {
  return {
    looked: 0,
    find(text, options) {
      const { from, to } = options?.range ?? { from: 0, to: text.length };
      this.looked += to - from;
      return finder.find(text, options);
    },
  };
}

const piece = fc.constantFrom(
  'Guild of Dyers',
  'Guild',
  ' of ',
  'Dyers',
  'the Guild',
  'GoD',
  '染工会',
  'Hall',
  ' ',
  '\n',
  '\n\n',
  '> ',
  '-\n',
  's',
  "'",
  '@',
  '*',
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** Ranges of a text, sorted, some of them overlapping. */
function ranges(fractions: readonly (readonly [number, number])[], length: number): TextRange[] {
  return fractions
    .map(([at, size]) => {
      const from = Math.floor(at * length);
      return { from, to: Math.min(length, from + 1 + Math.floor(size * 12)) };
    })
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const fractions = fc.array(fc.tuple(unit, unit), { maxLength: 4 });

describe('mentions in a text that is being edited', () => {
  it('are those of the text as it is, whatever the edits', () => {
    const edit = fc.record({ at: unit, gone: unit, put: text, opaque: fc.option(fractions) });
    fc.assert(
      fc.property(text, fractions, fc.array(edit, { maxLength: 6 }), (start, firstOpaque, edits) => {
        const remembered = new RememberedMentions();
        let current = start;
        let opaque = ranges(firstOpaque, current.length);
        assert.deepEqual(remembered.read(finder, current, opaque), finder.find(current, { opaque }));
        for (const { at, gone, put, opaque: other } of edits) {
          const from = Math.floor(at * current.length);
          const to = Math.min(current.length, from + Math.floor(gone * 20));
          const by = put.length - (to - from);
          current = current.slice(0, from) + put + current.slice(to);
          opaque = other
            ? ranges(other, current.length)
            : opaque
                .map((range) => ({
                  from: range.from >= to ? range.from + by : Math.min(range.from, from),
                  to: range.to >= to ? range.to + by : Math.min(range.to, from),
                }))
                .filter((range) => range.from < range.to)
                .sort((a, b) => a.from - b.from);
          assert.deepEqual(remembered.read(finder, current, opaque), finder.find(current, { opaque }));
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('looks again at the paragraph of the edit alone', () => {
    const paragraphs = Array.from({ length: 50 }, (_, i) => `The Guild of Dyers met in Hall ${i}.`);
    const whole = paragraphs.join('\n\n');
    const remembered = new RememberedMentions();
    const counter = counting();
    remembered.read(counter, whole, []);
    counter.looked = 0;
    const edited = whole.replace('Hall 20', 'Hall of GoD 20');
    assert.equal(remembered.read(counter, edited, []).length, 101);
    assert.equal(counter.looked, 'The Guild of Dyers met in Hall of GoD 20.'.length);
    counter.looked = 0;
    remembered.read(counter, edited, []);
    assert.equal(counter.looked, 0);
  });
});
