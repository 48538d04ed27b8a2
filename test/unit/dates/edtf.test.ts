import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cslDateOf } from '../../../server/src/bibliography/csl-date.ts';
import { readEdtf, readEdtfInterval } from '../../../server/src/dates/edtf.ts';
import { isTime, Times } from '../../../server/src/reasoning/time.ts';

function told(text: string): string {
  const date = readEdtf(text);
  if (!date) return 'none';
  const { year, month, day, season, precision, isApproximate, isUncertain } = date;
  const parts = [year, month, day, season && `season ${season}`].filter((part) => part !== null);
  return [...parts, precision, isApproximate && 'about', isUncertain && 'perhaps'].filter(Boolean).join(' ');
}

describe('dates in EDTF', () => {
  it('are read part by part', () => {
    for (const [text, expected] of [
      ['2004', '2004 year'],
      ['2004-10', '2004 10 month'],
      ['2004-10-06', '2004 10 6 day'],
      ['2004-02-29', '2004 2 29 day'],
      ['2005-02-29', 'none'],
      ['2004-13', 'none'],
      ['2004-XX', '2004 year'],
      ['2004-10-XX', '2004 10 month'],
      ['199X', '1990 decade'],
      ['19XX', '1900 century'],
      ['2003~', '2003 year about'],
      ['2003?', '2003 year perhaps'],
      ['2003-05%', '2003 5 month about perhaps'],
      ['2004-21', '2004 season 1 season'],
      ['-0044-03-15', '-44 3 15 day'],
      ['Y17000', '17000 year'],
      ['about 2003', 'none'],
      ['1996/2001', 'none'],
      ['', 'none'],
      // Longer than any date: it is not even tried.
      [`Y${'9'.repeat(40)}`, 'none'],
    ] as const)
      assert.equal(told(text), expected, text);
  });

  it('know their first and last moment', () => {
    const moments = (text: string): string[] => {
      const { from, to } = readEdtf(text)!;
      return [new Date(from).toISOString(), new Date(to).toISOString()];
    };
    assert.deepEqual(moments('2004-02'), ['2004-02-01T00:00:00.000Z', '2004-02-29T23:59:59.999Z']);
    assert.deepEqual(moments('2004-24'), ['2004-12-01T00:00:00.000Z', '2005-02-28T23:59:59.999Z']);
    assert.deepEqual(moments('199X'), ['1990-01-01T00:00:00.000Z', '1999-12-31T23:59:59.999Z']);
  });

  it('intervals have two ends, which may be open or unknown', () => {
    const ends = (text: string): unknown => {
      const interval = readEdtfInterval(text);
      return (
        interval && [interval.first, interval.last].map((end) => (typeof end === 'object' ? end.year : end))
      );
    };
    assert.deepEqual(ends('1996/..'), [1996, 'open']);
    assert.deepEqual(ends('/1996'), ['unknown', 1996]);
    assert.deepEqual(ends('2004-10/2004'), [2004, 2004]);
    assert.equal(ends('1996/then'), null);
    assert.equal(ends('1996'), null);
  });

  it('mean the same in a claim and in a bibliography', () => {
    const times = new Times();
    const two = (most: number): fc.Arbitrary<string> =>
      fc.integer({ min: 1, max: most }).map((part) => String(part).padStart(2, '0'));
    const written = fc
      .tuple(
        fc.integer({ min: 1000, max: 2100 }),
        fc.option(two(24)),
        fc.option(two(31)),
        fc.constantFrom('', '~', '?'),
      )
      .map(([year, month, day, mark]) => [year, month, month && day].filter(Boolean).join('-') + mark);
    fc.assert(
      fc.property(written, (text) => {
        const time = times.read(text);
        const date = readEdtf(text);
        assert.equal(isTime(time), date !== null);
        if (!date || !isTime(time)) return;
        assert.deepEqual(time.span, { from: date.from, to: date.to });
        const { year, month, day, season } = date;
        const csl = cslDateOf(text)!;
        assert.deepEqual(csl['date-parts'], [[year, month, day].filter((part) => part !== null)]);
        assert.equal(csl.season ?? null, season);
        assert.equal(csl.circa === true, date.isApproximate);
      }),
    );
  });

  it('of a bibliography may be written loosely', () => {
    assert.deepEqual(cslDateOf('2004-1-5'), { 'date-parts': [[2004, 1, 5]] });
    assert.deepEqual(cslDateOf('2004-10-06T10:00:00Z'), { 'date-parts': [[2004, 10, 6]] });
    assert.deepEqual(cslDateOf('2004-02-31'), { 'date-parts': [[2004, 2]] });
    assert.deepEqual(cslDateOf('2004-13'), { literal: '2004-13' });
    assert.deepEqual(cslDateOf('2004-24~'), { 'date-parts': [[2004]], season: 4, circa: true });
    assert.deepEqual(cslDateOf('12004'), { 'date-parts': [[12004]] });
    assert.deepEqual(cslDateOf('19xx'), { literal: '19xx' });
    assert.deepEqual(cslDateOf('1996/..'), { 'date-parts': [[1996], [0]] });
    assert.deepEqual(cslDateOf('1996/then'), { literal: '1996/then' });
    assert.deepEqual(cslDateOf('../1996'), { literal: 'until 1996' });
  });
});
