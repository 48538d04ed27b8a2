import assert from 'node:assert/strict';
import type { WorkText } from '../../../server/src/works/model.ts';
import { placesOf, readingOrder } from '../../../server/src/works/placed-lines.ts';
import { portionAt, portionOfPage, portionsOf } from '../../../server/src/works/portions.ts';

const work = (text: string, news: Partial<WorkText>): WorkText => ({
  format: 'html',
  text,
  quality: 'set',
  sheets: [],
  folios: [],
  notesFrom: text.length,
  ...news,
});

describe('the portions in which a text is looked at', () => {
  it('are the pages of a PDF, with their notes, those without words too', () => {
    const portions = portionsOf(
      work('one\ntwo\nnote\n', {
        format: 'pdf',
        sheets: [
          { from: 0, to: 4, index: 0 },
          { from: 4, to: 8, index: 2 },
          { from: 8, to: 13, index: 0 },
        ],
        folios: ['i', null, '3'],
        notesFrom: 8,
      }),
    );
    assert.deepEqual(portions, [
      {
        label: 'i',
        ranges: [
          { from: 0, to: 4 },
          { from: 8, to: 13 },
        ],
      },
      { label: null, ranges: [] },
      { label: '3', ranges: [{ from: 4, to: 8 }] },
    ]);
    assert.deepEqual(
      [0, 5, 9].map((at) => portionAt(portions, at)),
      [0, 2, 0],
    );
    assert.deepEqual(
      ['I', '3', '4'].map((page) => portionOfPage(portions, page)),
      [0, 2, -1],
    );
  });

  it('are what stands before the first page, the pages, and the notes', () => {
    const text = 'Title\nfirst page\nsecond page\na note\n';
    const portions = portionsOf(
      work(text, {
        sheets: [
          { from: 6, to: 17, index: 0 },
          { from: 17, to: 29, index: 1 },
        ],
        folios: ['7', '8'],
        notesFrom: 29,
      }),
    );
    assert.deepEqual(
      portions.map(({ label, ranges: [range] }) => [label, text.slice(range!.from, range!.to)]),
      [
        [null, 'Title\n'],
        ['7', 'first page\n'],
        ['8', 'second page\n'],
        [null, 'a note\n'],
      ],
    );
  });

  it('are short enough to be shown, cut between paragraphs, and leave nothing out', () => {
    const text = `${'A paragraph of some words.\n\n'.repeat(2000)}`;
    const ranges = portionsOf(work(text, {})).map((portion) => portion.ranges[0]!);
    assert.ok(ranges.length > 3);
    assert.equal(ranges.map(({ from, to }) => text.slice(from, to)).join(''), text);
    for (const { from, to } of ranges.slice(0, -1)) {
      assert.ok(to - from <= 12_000);
      assert.equal(text.slice(to, to + 2), '\n\n');
    }
    assert.deepEqual(portionsOf(work('', {})), [{ label: null, ranges: [] }]);
  });
});

describe('lines of a page in the text of its work', () => {
  const text = 'left one\nleft two\nright  cells\n\nagain\nagain\n';
  const all = [{ from: 0, to: text.length }];

  it('are found wherever they stand, those that return in their order, heads nowhere', () => {
    const lines = [
      'A Running Head',
      'right ',
      'again',
      'left one',
      ' cells',
      'again',
      'left two',
      'again',
      'righ',
    ];
    assert.deepEqual(placesOf(lines, text, all), [null, 18, 32, 0, 24, 38, 9, null, null]);
  });

  it('are looked for on their page alone', () =>
    assert.deepEqual(placesOf(['left one', 'left two'], text, [{ from: 9, to: 18 }]), [null, 9]));

  it('are read in the order of the text', () =>
    assert.deepEqual(readingOrder([null, 20, 0, null, 10]), [0, 2, 3, 4, 1]));
});
