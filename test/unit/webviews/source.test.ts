import assert from 'node:assert/strict';
import { boxesOf, partOf, segments } from '../../../client/webviews/source/boxes.ts';
import { counted, hitsInWords, pageName, typedPage } from '../../../client/webviews/source/words.ts';

const line = { text: 'one two three', at: 100, words: [] };

describe('the page of a source', () => {
  it('says which page it is', () => {
    const page = {
      index: 13,
      count: 30,
      label: 'xii',
      drawn: { width: 1, height: 1, png: new Uint8Array() },
      body: null,
      lines: [],
    };
    assert.equal(pageName(page), 'p. xii, page 14 of 30');
    assert.equal(pageName({ ...page, label: null }), 'page 14 of 30');
    assert.equal(counted({ ...page, drawn: null }), 'part 14 of 30');
  });

  it('goes to a page by its printed number, else by that of the file', () => {
    const known = new Map([
      ['12', 3],
      ['xii', 1],
    ]);
    for (const [typed, index] of [
      ['12', 3],
      ['p. 12', 3],
      ['pp. XII', 1],
      ['#12', 11],
      ['7', 6],
      ['31', null],
      ['0', null],
      ['preface', null],
      ['', null],
    ] as const)
      assert.equal(typedPage(typed, known, 30), index, typed);
  });

  it('says what a search found', () => {
    assert.equal(hitsInWords(0, -1, false), 'not found');
    assert.equal(hitsInWords(4, 1, false), '2 of 4');
    assert.equal(hitsInWords(500, 1, true), '2 of more than 500');
    assert.equal(hitsInWords(4, -1, false), '4 found');
  });

  it('cuts a text where marks begin and end, hits before the passage', () => {
    const cut = segments(line, { from: 104, to: 113 }, [{ from: 108, to: 200 }]);
    assert.deepEqual(
      cut.map(({ from, to, mark }) => [line.text.slice(from, to), mark]),
      [
        ['one ', null],
        ['two ', 'passage'],
        ['three', 'hit'],
      ],
    );
    assert.deepEqual(segments({ ...line, at: null }, { from: 0, to: 200 }, []), [
      { from: 0, to: 13, mark: null },
    ]);
  });

  it('marks of a line what a stretch covers, in pieces where there is room between', () => {
    assert.equal(partOf(line, { from: 0, to: 100 }), null);
    assert.deepEqual(partOf(line, { from: 0, to: 103 }), { from: 0, to: 3 });
    const words = [
      { from: 0, to: 3, left: 10, top: 5, width: 30, height: 10 },
      { from: 4, to: 7, left: 45, top: 4, width: 30, height: 10 },
      { from: 8, to: 13, left: 200, top: 5, width: 50, height: 10 },
    ];
    assert.deepEqual(boxesOf([{ ...line, words }], { from: 101, to: 110 }), [
      { left: 20, top: 4, width: 55, height: 11 },
      { left: 200, top: 5, width: 20, height: 10 },
    ]);
  });
});
