import assert from 'node:assert/strict';
import edtf from 'edtf';
import fc from 'fast-check';
import { isTime, meet, Times } from '../../../server/src/reasoning/time.ts';
import { runs } from '../../support/runs.ts';

const times = new Times();

function days({ from, to }: { from: number; to: number }): string {
  const day = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : '∞');
  return `${day(from)} ${day(to)}`;
}

describe('time', () => {
  const spans: [text: string, span: string, widest?: string][] = [
    ['2004', '2004-01-01 2004-12-31'],
    [' 2004-10 ', '2004-10-01 2004-10-31'],
    ['2004-02-29', '2004-02-29 2004-02-29'],
    ['0050', '0050-01-01 0050-12-31'],
    ['199X', '1990-01-01 1999-12-31'],
    ['19XX', '1900-01-01 1999-12-31'],
    ['2004-XX', '2004-01-01 2004-12-31'],
    ['1996/..', '1996-01-01 ∞'],
    ['../1996', '∞ 1996-12-31'],
    ['1996/2001-03', '1996-01-01 2001-03-31'],
    // The package refuses intervals whose later end is no later than the beginning of the earlier one.
    ['2004-10/2004', '2004-10-01 2004-12-31'],
    ['2004/2004', '2004-01-01 2004-12-31'],
    ['2003~', '2003-01-01 2003-12-31', '2002-01-01 2004-12-31'],
    ['2003%', '2003-01-01 2003-12-31', '2002-01-01 2004-12-31'],
    ['2004-10~', '2004-10-01 2004-10-31', '2004-09-01 2004-11-30'],
    ['2004-10-06~', '2004-10-06 2004-10-06', '2004-10-05 2004-10-07'],
    ['1996~/2001', '1996-01-01 2001-12-31', '1995-01-01 2001-12-31'],
    // The package takes spring for January to March.
    ['2004-21', '2004-03-01 2004-05-31', '2004-01-01 2004-12-31'],
    ['2004-24', '2004-12-01 2005-02-28', '2004-01-01 2005-02-28'],
  ];
  for (const [text, span, widest = span] of spans)
    it(`reads ${text}`, () => {
      const time = times.read(text);
      assert.ok(isTime(time), 'is a time');
      assert.equal(days(time.span), span);
      assert.equal(days(time.widest), widest);
    });

  const sure: [text: string, sure: string | null][] = [
    ['2004', '2004-01-01 2004-12-31'],
    ['199X', null],
    ['199X/2005', '1999-12-31 2005-12-31'],
    ['1990/200X', '1990-01-01 2000-01-01'],
    ['199X/200X', '1999-12-31 2000-01-01'],
    ['199X/..', '1999-12-31 ∞'],
    ['../199X', '∞ 1990-01-01'],
  ];
  for (const [text, expected] of sure)
    it(`knows what lies in ${text} whichever year is meant`, () => {
      const time = times.read(text);
      assert.ok(isTime(time));
      assert.equal(time.sure && days(time.sure), expected);
    });

  it('marks what is uncertain', () => {
    const uncertain = ['2003?', '2003%', '2003?/2004', '1996/', '/1996'].map((text) => times.read(text));
    assert.ok(uncertain.every((time) => isTime(time) && time.uncertain));
    const certain = ['2003', '2003~', '1996/..'].map((text) => times.read(text));
    assert.ok(certain.every((time) => isTime(time) && !time.uncertain));
  });

  it('orders years beyond the reach of the calendar', () => {
    const [early, late] = [times.read('Y-170000002'), times.read('Y170000002')];
    assert.ok(isTime(early) && isTime(late) && early.span.to < late.span.from);
  });

  const problems: [text: string, message: RegExp][] = [
    ['', /Nothing is given/],
    ['2005/2004', /ends before it begins/],
    ['1996-2001', /written 1996\/2001/],
    ['1996..2001', /written 1996\/2001/],
    ['1996 .. 2001', /written 1996\/2001/],
    ['1996 – 2001', /written 1996\/2001/],
    ['ca. 1996', /written 1996~/],
    ['~1996', /written 1996~/],
    ['mosaic 1996', /write it as 2004/],
    ['2004-13', /is not a date/],
    ['2004-02-30', /is not a date/],
    ['2005-02-29', /is not a date/],
    ['/', /is not a date/],
    ['a/b/c', /is not a date/],
    ['19', /is not a date/],
    ['the nineties', /is not a date/],
    ['9'.repeat(10_000), /too long/],
  ];
  for (const [text, message] of problems)
    it(`refuses ${JSON.stringify(text.slice(0, 20))}`, () => {
      const time = times.read(text);
      assert.ok(!isTime(time));
      assert.match(time.message, message);
    });

  it('reads years, months and days as the package does, but for a 29th of February that is none', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
    const date = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.option(fc.tuple(two(14), fc.option(two(33)))))
      .map(([year, rest]) => [String(year).padStart(4, '0'), ...(rest ?? [])].filter(Boolean).join('-'));
    fc.assert(
      fc.property(date, (text) => {
        const time = times.read(text);
        let read: { min: number; max: number } | null = null;
        try {
          read = edtf(text, { level: 1, types: ['Date', 'Year'] });
        } catch {
          // It throws on what is no date.
        }
        const [year, month] = text.split('-').map(Number);
        if (text.endsWith('-02-29') && new Date(Date.UTC(2000 + (year! % 400), month, 0)).getUTCDate() < 29)
          read = null;
        assert.equal(isTime(time), read !== null, text);
        if (isTime(time) && read)
          assert.deepEqual(
            [time.span, time.widest, time.uncertain],
            [{ from: read.min, to: read.max }, { from: read.min, to: read.max }, false],
          );
      }),
      { numRuns: runs(1000) },
    );
  });

  it('never throws', () => {
    const dates = fc.string({
      unit: fc.constantFrom('1', '9', '0', 'X', '-', '/', '.', '~', '?', '%', 'Y', 'T', ':', ' '),
    });
    fc.assert(fc.property(fc.oneof(dates, fc.string()), (text) => void times.read(text)));
  });

  it('meets symmetrically, and a wider span meets whatever the narrower one met', () => {
    const span = fc.tuple(fc.integer(), fc.nat()).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(span, span, fc.nat(), fc.nat(), (a, b, before, after) => {
        assert.equal(meet(a, b), meet(b, a));
        if (meet(a, b)) assert.ok(meet({ from: a.from - before, to: a.to + after }, b));
      }),
    );
  });
});
