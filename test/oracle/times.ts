/** Times as the contract has them: EDTF level 1, each with the days it surely covers and those it may cover. */
import { every, some, surely, type Sure } from './model.ts';

/** Days from `from` to `to`, both included; infinite where the span is open. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export interface Time {
  readonly written: string;
  /** The days it covers on any reading; null: no single day is certain. */
  readonly core: Days | null;
  /** The days it covers on the widest reading. */
  readonly hull: Days;
  /** `approximate` (`~`, `?`), `season`, `decade` (some year of it), or plain. */
  readonly kind: 'plain' | 'approximate' | 'season' | 'decade';
}

/** How far `~` and `?` may reach; the contract does not say. */
const ABOUT_YEARS = 15;

/**
 * The months that a season may have, north or south of the equator; 0 is December of the year before, 13 January of the
 * next. No single month is certain.
 */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  '21': [1, 12],
  '22': [0, 15],
  '23': [1, 12],
  '24': [0, 15],
};

/** Reads a time; null when it is no EDTF date of level 1. */
export function readTime(written: string): Time | null {
  const parts = written.split('/');
  if (parts.length > 2) return null;
  if (parts.length === 1) return readPoint(written);
  const [first, last] = [parts[0]!, parts[1]!];
  const open = { from: -Infinity, to: Infinity };
  const begin = first === '..' ? { hull: open, core: open, kind: 'plain' as const } : readPoint(first);
  const end = last === '..' ? { hull: open, core: open, kind: 'plain' as const } : readPoint(last);
  if (!begin || !end) return null;
  const hull = { from: begin.hull.from, to: end.hull.to };
  if (hull.from > hull.to) return null;
  const core = begin.core && end.core ? { from: begin.core.from, to: end.core.to } : null;
  const kind = begin.kind !== 'plain' ? begin.kind : end.kind;
  return { written, hull, core: core && core.from <= core.to ? core : null, kind };
}

function readPoint(written: string): Time | null {
  const decade = /^(\d{3})X$/.exec(written);
  if (decade) {
    const first = Number(decade[1]) * 10;
    return { written, core: null, hull: years(first, first + 9), kind: 'decade' };
  }
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?])?$/.exec(written);
  if (!parts) return null;
  const year = Number(parts[1]);
  const season = parts[2] === undefined ? undefined : SEASONS[parts[2]];
  if (season) {
    if (parts[3] !== undefined) return null;
    return { written, core: null, hull: months(year, season[0], season[1]), kind: 'season' };
  }
  const core = plainDays(year, parts[2], parts[3]);
  if (!core) return null;
  if (parts[4] === undefined) return { written, core, hull: core, kind: 'plain' };
  const reach = ABOUT_YEARS * 366;
  return { written, core, hull: { from: core.from - reach, to: core.to + reach }, kind: 'approximate' };
}

function plainDays(year: number, month: string | undefined, day: string | undefined): Days | null {
  if (month === undefined) return years(year, year);
  const number = Number(month);
  if (number < 1 || number > 12) return null;
  if (day === undefined) return months(year, number, number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > last) return null;
  const at = dayOf(year, number, Number(day));
  return { from: at, to: at };
}

function years(first: number, last: number): Days {
  return { from: dayOf(first, 1, 1), to: dayOf(last, 12, 31) };
}

/** Months of a year; 0 is December of the year before, 13 January of the next. */
function months(year: number, first: number, last: number): Days {
  return { from: dayOf(year, first, 1), to: dayOf(year, last + 1, 1) - 1 };
}

function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

export function meet(a: Days, b: Days): boolean {
  return a.from <= b.to && b.from <= a.to;
}

export function inside(part: Days, whole: Days): boolean {
  return part.from >= whole.from && part.to <= whole.to;
}

/** Whether what is said of one time is said of a moment of the other. No time is any time. */
export function timesOverlap(a: Time | null, b: Time | null): Sure {
  if (a === null || b === null) return 'yes';
  if (!meet(a.hull, b.hull)) return 'no';
  const seasons = sameYearSeasons(a, b);
  if (seasons !== null) return seasons;
  // Some year of the decade, or a season whenever it is: surely only within what holds the whole of it.
  if (inside(a.hull, b.core ?? NEVER) || inside(b.hull, a.core ?? NEVER)) return 'yes';
  if (a.kind === 'season' && b.core && holdsYear(b.core, a)) return 'yes';
  if (b.kind === 'season' && a.core && holdsYear(a.core, b)) return 'yes';
  return a.core && b.core && meet(a.core, b.core) ? 'yes' : 'unsure';
}

const NEVER: Days = { from: 1, to: 0 };

/** Whether two seasons of one year are the same, as they may be north and south; null when they are not of one year. */
function sameYearSeasons(a: Time, b: Time): Sure | null {
  const season = /^(\d{4})-2([1-4])$/;
  const [first, second] = [season.exec(a.written), season.exec(b.written)];
  if (!first || !second || first[1] !== second[1]) return null;
  return first[2] === second[2] ? 'yes' : 'unsure';
}

function holdsYear(days: Days, season: Time): boolean {
  const year = Number(season.written.slice(0, 4));
  return inside(years(year, year), days);
}

/** Whether `part` lies within `whole`, or is the same. No time is the whole of time. */
export function timeWithin(part: Time | null, whole: Time | null): Sure {
  if (whole === null) return 'yes';
  if (part === null) return whole.hull.from === -Infinity && whole.hull.to === Infinity ? 'unsure' : 'no';
  if (part.written === whole.written) return part.kind === 'decade' ? 'unsure' : 'yes';
  const seasons = sameYearSeasons(part, whole);
  if (seasons !== null) return seasons;
  const plain = every(surely(part.kind === 'plain'), surely(whole.kind === 'plain'));
  if (plain === 'yes') return surely(inside(part.hull, whole.hull));
  return some(
    surely(whole.core !== null && inside(part.hull, whole.core)),
    meet(part.hull, whole.hull) ? 'unsure' : 'no',
  );
}

/** Whether two times are one. */
export function timesEqual(a: Time | null, b: Time | null): Sure {
  return every(timeWithin(a, b), timeWithin(b, a));
}
