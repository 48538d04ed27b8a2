/** From times to horizontal positions. Pure. */
import type { Timeline, TimelineSpan } from '../../../server/src/protocol/pictures.ts';

const YEAR = 365.2425 * 86_400_000;

/** A range of time in milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** The range of all events, with a margin; null where no event has a time. */
export function stretchOf({ events, active }: Pick<Timeline, 'events' | 'active'>): Stretch | null {
  const ends = (span: TimelineSpan | null) =>
    [span?.from, span?.to].filter((end) => end !== null && end !== undefined);
  const times = events.flatMap(({ span }) => ends(span));
  if (times.length === 0) return null;
  // The actor's lifetime sets the range, unless the claims fill only a small part of it.
  const known = ends(active);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const wide = Math.max(last - first, 2 * YEAR);
  const near = known.filter((end) => end > first - wide && end < last + wide);
  const from = Math.min(first, ...near);
  const to = Math.max(last, ...near);
  // Far from the present a number cannot distinguish adjacent years.
  const air = Math.max((to - from) * 0.04, 0.5 * YEAR, Math.abs(from) * 1e-9, Math.abs(to) * 1e-9);
  return { from: from - air, to: to + air };
}

/** Round years (or months, in a range of less than three years) for grid lines: at most `most`. */
export function ticksOf({ from, to }: Stretch, most: number): Tick[] {
  const years = (to - from) / YEAR;
  if (years < 3 && isDate(from) && isDate(to)) return monthTicks(from, to, Math.ceil((years * 12) / most));
  const step = roundStep(years / most);
  const first = Math.ceil(yearOf(from) / step) * step;
  const ticks: Tick[] = [];
  for (let year = first; ; year += step) {
    const at = startOfYear(year);
    // For years beyond the precision of a number the next may be equal.
    if (at > to || !(year + step > year)) return ticks;
    if (at >= from) ticks.push({ at, label: year < 0 ? `−${-year}` : String(year) });
  }
}

/** Whether Date can represent a moment. */
function isDate(time: number): boolean {
  return !Number.isNaN(new Date(time).getTime());
}

function roundStep(least: number): number {
  for (let power = 1; ; power *= 10)
    for (const factor of [1, 2, 5]) if (power * factor >= least) return power * factor;
}

function monthTicks(from: number, to: number, least: number): Tick[] {
  const step = [1, 2, 3, 6, 12].find((each) => each >= least) ?? 12;
  const start = new Date(from);
  const ticks: Tick[] = [];
  for (let month = Math.ceil(start.getUTCMonth() / step) * step; ; month += step) {
    const date = new Date(Date.UTC(start.getUTCFullYear(), month, 1));
    if (date.getTime() > to) return ticks;
    if (date.getTime() >= from) ticks.push({ at: date.getTime(), label: date.toISOString().slice(0, 7) });
  }
}

/** Years outside Date's range are approximate. */
function startOfYear(year: number): number {
  const date = new Date(0);
  const at = date.setUTCFullYear(year, 0, 1);
  return Number.isNaN(at) ? (year - 1970) * YEAR : at;
}

function yearOf(time: number): number {
  const year = new Date(time).getUTCFullYear();
  return Number.isNaN(year) ? Math.floor(1970 + time / YEAR) : year;
}
