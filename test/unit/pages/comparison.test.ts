import assert from 'node:assert/strict';
import { namesPageOutside, pageCount } from '../../../server/src/pages/comparison.ts';
import { readPageRanges } from '../../../server/src/pages/page-ranges.ts';

describe('whether a page can be in a work', () => {
  const cases: [string, string, string][] = [
    [
      '10--20',
      '9 | 21 | 19-21 | 15–22 | 12, 25 | 99a | 9 f. | xxv',
      '10 | 20 | 12 | 10n | 18ff. | xii | 12r | S99 | 2.14',
    ],
    ['xi--xxiv', 'xxx | x | XXV | 30', 'xii | XII | xxiv | 12'],
    ['S12--S20', 'S21 | s11 | S19-21', 'S12 | S14-5 | 12 | 3 | e5'],
    ['e123--e130', 'e131', 'e125 | 3'],
    ['301-7', '308 | 300', '303 | 307'],
    ['1--5, 9--12', '7 | 13 | 4-6', '3 | 10 | 2, 11'],
    ['iv--12', 'ii | 13', 'v | 5 | xx'],
    ['234+', '20', '234 | 900'],
    ['10:1--10:20', '10:21', '10:5 | 5'],
  ];
  for (const [printed, outside, inside] of cases)
    it(`printed on ${printed}`, () => {
      const whole = readPageRanges(printed)!;
      for (const [pages, expected] of [
        [outside, true],
        [inside, false],
      ] as const)
        for (const page of pages.split(' | '))
          assert.equal(namesPageOutside(readPageRanges(page)!, whole), expected, `p. ${page}`);
    });

  it('counts the pages of a work', () => {
    const counts = ['10--20', 'xi--xxiv', '1--5, 9--12', '234+', 'iv--12'].map((pages) =>
      pageCount(readPageRanges(pages)!),
    );
    assert.deepEqual(counts, [11, 14, 9, null, null]);
  });
});
