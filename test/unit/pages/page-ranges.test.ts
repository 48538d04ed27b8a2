import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPageRanges } from '../../../server/src/pages/page-ranges.ts';
import { pagesInWords, printedOn } from '../../../server/src/pages/printed-on.ts';
import { romanValue } from '../../../server/src/pages/roman.ts';

describe('page numbers', () => {
  const readings: [string, string | null][] = [
    ['12', '12'],
    ['10-20', '10 to 20'],
    ['10--20', '10 to 20'],
    ['10 – 20', '10 to 20'],
    ['10\\textendash 20', '10 to 20'],
    ['10\\,--\\,20', '10 to 20'],
    ['{10}--{20}', '10 to 20'],
    ['pp. 10--20', '10 to 20'],
    ['S. 10--20', '10 to 20'],
    ['pages 10-20', '10 to 20'],
    ['第10-20页', '10 to 20'],
    ['301-7', '301 to 307'],
    ['327–28', '327 to 328'],
    ['xi--xxiv', 'xi to xxiv'],
    ['CCXII--CCXX', 'CCXII to CCXX'],
    ['iv--12', 'iv to 12'],
    ['S12--S20', 'S12 to S20'],
    ['S12-20', 'S12 to S20'],
    ['A231-32', 'A231 to A232'],
    ['n11564--n1568', 'n11564 to n11568'],
    ['10:1--10:20', '10:1 to 10:20'],
    ['2.10--2.20', '2.10 to 2.20'],
    ['123a--127b', '123a to 127b'],
    ['12r–13v', '12r to 13v'],
    ['1--5, 9--12', '1 to 5 and 9 to 12'],
    ['12, 14, and 16–18', '12, 14 and 16 to 18'],
    ['12 & 99', '12 and 99'],
    ['234+', '234 and after'],
    ['12ff.', '12 and after'],
    ['99 f.', '99 and after'],
    ['10 et seq.', '10 and after'],
    ['10--', '10 and after'],
    ['20--10', null],
    ['12--iv', null],
    ['10/20', null],
    ['10(2)--20', null],
    ['14 pages', null],
    ['iiii', null],
    ['passim', null],
    ['', null],
    ['-5', null],
    ['9'.repeat(5000), null],
  ];
  for (const [written, expected] of readings)
    it(written.slice(0, 40) || 'nothing', () => {
      const ranges = readPageRanges(written);
      assert.equal(ranges && pagesInWords(ranges), expected);
    });

  it('a lone number may be how many pages there are', () => {
    assert.equal(printedOn('320'), null);
    assert.equal(printedOn('xiv'), null);
    assert.notEqual(printedOn('xiv, 320'), null);
    assert.notEqual(printedOn('320+'), null);
  });

  it('Roman numbers are read as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
        assert.equal(romanValue(written(value)), value);
        assert.equal(romanValue(written(value).toUpperCase()), value);
      }),
    );
    for (const wrong of ['', 'iiii', 'vx', 'iix', 'Xi', 'mmmm', 'ab', 'ic'])
      assert.equal(romanValue(wrong), null, wrong);
  });

  it('an end may leave out the digits that it shares with the beginning', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.nat(400),
        fc.constantFrom('', 'S', 'e', '3:'),
        fc.constantFrom('-', '--', '–', ' – '),
        (from, more, prefix, dash) => {
          const to = from + more;
          const whole = readPageRanges(`${prefix}${from}${dash}${prefix}${to}`);
          assert.equal(whole?.[0]?.to?.value, to);
          if (`${from}`.length !== `${to}`.length) return;
          let same = 0;
          while (same < `${to}`.length - 1 && `${from}`[same] === `${to}`[same]) same++;
          assert.deepEqual(readPageRanges(`${prefix}${from}${dash}${`${to}`.slice(same)}`), whole);
        },
      ),
    );
  });
});

/** Repeats each letter as often as it goes in: slow and plain, to compare with. */
function written(value: number): string {
  const steps = {
    m: 1000,
    cm: 900,
    d: 500,
    cd: 400,
    c: 100,
    xc: 90,
    l: 50,
    xl: 40,
    x: 10,
    ix: 9,
    v: 5,
    iv: 4,
    i: 1,
  };
  let rest = value;
  let all = '';
  for (const [letters, worth] of Object.entries(steps)) for (; rest >= worth; rest -= worth) all += letters;
  return all;
}
