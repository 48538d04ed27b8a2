/** Values of a property of type `date`: which dates they allow, and whether two cannot both hold. */
import { type Operator, type Sure, surely } from './model.ts';
import { type Days, inside, meet, readTime, type Time } from './times.ts';

/** The dates that a value leaves possible, on the narrowest reading and on the widest. */
interface Possible {
  readonly core: Days | null;
  readonly hull: Days;
  readonly time: Time;
  readonly denied: boolean;
}

/** Whether two values of a date cannot both hold. */
export function datesAtOdds(a: readonly [Operator, string], b: readonly [Operator, string]): Sure {
  const [first, second] = [possible(...a), possible(...b)];
  if (!first || !second) return 'unsure';
  if (first.denied && second.denied) return 'no';
  if (first.denied) return deniedAtOdds(second, first);
  if (second.denied) return deniedAtOdds(first, second);
  if (!meet(first.hull, second.hull)) return 'yes';
  if (first.time.written === second.time.written && a[0] === '=' && b[0] === '=') return 'no';
  if (first.core && second.core && meet(first.core, second.core)) return 'no';
  // A season within its year, whichever its months are.
  return inSeasonsYear(first, second) || inSeasonsYear(second, first) ? 'no' : 'unsure';
}

function deniedAtOdds(said: Possible, denied: Possible): Sure {
  if (said.time.written === denied.time.written && said.hull === said.time.hull) return 'yes';
  if (!meet(said.hull, denied.hull)) return 'no';
  if (denied.core && inside(said.hull, denied.core)) return 'yes';
  if (said.core && !inside(said.core, denied.hull)) return 'no';
  return 'unsure';
}

function possible(operator: Operator, value: string): Possible | null {
  const time = readTime(value);
  if (!time) return null;
  // A date in a decade may be any of it.
  const core = time.kind === 'decade' ? time.hull : time.core;
  const { hull } = time;
  if (operator === '=' || operator === '!=') return { core, hull, time, denied: operator === '!=' };
  // What comes after or before something open or vague is not compared here.
  if (time.kind !== 'plain' || hull.from === -Infinity || hull.to === Infinity || value.includes('/'))
    return { core: null, hull: { from: -Infinity, to: Infinity }, time, denied: false };
  const days: Readonly<Record<string, Days>> = {
    '>': { from: hull.to + 1, to: Infinity },
    '>=': { from: hull.from, to: Infinity },
    '<': { from: -Infinity, to: hull.from - 1 },
    '<=': { from: -Infinity, to: hull.to },
  };
  const open = days[operator]!;
  return { core: open, hull: open, time, denied: false };
}

function isSeason({ written }: Time): boolean {
  return /^\d{4}-2[1-4]$/.test(written);
}

/** Whether one is a season and the other holds its whole year. */
function inSeasonsYear(season: Possible, whole: Possible): boolean {
  if (!isSeason(season.time) || !whole.core) return false;
  const year = readTime(season.time.written.slice(0, 4))!;
  return surely(inside(year.hull, whole.core)) === 'yes';
}
