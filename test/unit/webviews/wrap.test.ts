import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wrapped } from '../../../client/webviews/shared/wrap.ts';

const measure = (text: string) => text.length;

describe('breaking words into lines', () => {
  for (const [text, width, lines] of [
    ['one two three', 7, ['one two', 'three']],
    ['a word, and more', 7, ['a word,', 'and', 'more']],
    ['said (in a note)', 8, ['said (in', 'a note)']],
    ['extraordinarily', 6, ['extrao', 'rdinar', 'ily']],
    ['工会是党的组织', 4, ['工会是党', '的组织']],
    ['', 5, []],
  ] as const)
    it(`“${text}” at ${width}`, () => assert.deepEqual(wrapped(text, width, 9, measure), lines));

  it('cuts what does not fit, and says so', () => {
    assert.deepEqual(wrapped('one two three four', 8, 2, measure), ['one two', 'three…']);
    assert.deepEqual(wrapped('the writer, on Liang (2009)', 22, 1, measure), ['the writer, on Liang…']);
    assert.deepEqual(wrapped('a Donaudampfschiff of old', 9, 1, measure), ['a…']);
  });

  it('never makes a line too wide, nor too many', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 3, max: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (text, width, most) => {
          const lines = wrapped(text, width, most, measure);
          assert.ok(lines.length <= most);
          for (const line of lines) assert.ok(line.length <= width, line);
        },
      ),
    );
  });

  it('loses no letter where there is room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 30 }), (text, width) => {
        const bare = (words: string) => words.replace(/\s/g, '');
        assert.equal(bare(wrapped(text, width, 1000, measure).join('')), bare(text));
      }),
    );
  });
});
