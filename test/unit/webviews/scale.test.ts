import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stretchOf, ticksOf } from '../../../client/webviews/timeline/scale.ts';
import type { TimelineEvent, TimelineSpan } from '../../../server/src/protocol/pictures.ts';

const day = (text: string) => Date.parse(text);

function eventsOf(...spans: (TimelineSpan | null)[]): TimelineEvent[] {
  return spans.map((span) => ({ span }) as TimelineEvent);
}

describe('the scale of the timeline', () => {
  it('draws round years', () => {
    const ticks = ticksOf({ from: day('1997-05-01'), to: day('2016-12-31') }, 8);
    assert.deepEqual(
      ticks.map(({ label }) => label),
      ['2000', '2005', '2010', '2015'],
    );
  });

  it('draws months where a short time is shown', () => {
    const ticks = ticksOf({ from: day('2004-02-10'), to: day('2004-08-20') }, 10);
    assert.deepEqual(
      ticks.map(({ label }) => label),
      ['2004-03', '2004-04', '2004-05', '2004-06', '2004-07', '2004-08'],
    );
  });

  it('comes to an end for years that are beyond all calendars', () => {
    const year = 31_556_952_000;
    for (const when of [300_000, -300_000, 1e9, 1e17, -1e17, 1e25, 1e39])
      for (const wide of [0, 1, 10, 1e6, 1e30]) {
        const span = { from: when * year, to: (when + wide) * year };
        const stretch = stretchOf({ events: eventsOf(span), active: null })!;
        assert.ok(stretch.to > stretch.from, `${when} ${wide}`);
        assert.ok(ticksOf(stretch, 8).length <= 9, `${when} ${wide}`);
      }
  });

  it('never draws more than there is room for, and all within the stretch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60_000, max: 60_000 }),
        fc.integer({ min: 1, max: 90_000 }),
        fc.integer({ min: 4, max: 20 }),
        (year, days, most) => {
          const from = year * 31_556_952_000;
          const to = from + days * 86_400_000;
          const ticks = ticksOf({ from, to }, most);
          assert.ok(ticks.length <= most + 1, `${ticks.length}`);
          for (const { at } of ticks) assert.ok(at >= from && at <= to);
        },
      ),
    );
  });

  it('takes in all ends that are known, with some air', () => {
    const events = eventsOf(
      { from: day('2001-01-01'), to: null },
      { from: null, to: day('2010-01-01') },
      null,
    );
    const stretch = stretchOf({ events, active: null })!;
    assert.ok(stretch.from < day('2001-01-01') && stretch.to > day('2010-01-01'));
  });

  it('shows the years in which an actor was active, unless that leaves the claims too little room', () => {
    const events = eventsOf({ from: day('2001-01-01'), to: day('2010-01-01') });
    const active = { from: day('1998-01-01'), to: null };
    assert.ok(stretchOf({ events, active })!.from < day('1998-01-01'));
    const ages = { from: day('1302-01-01'), to: null };
    assert.ok(stretchOf({ events, active: ages })!.from > day('1990-01-01'));
  });

  it('is nothing where no event has a time', () => {
    assert.equal(stretchOf({ events: eventsOf(null, { from: null, to: null }), active: null }), null);
  });
});
