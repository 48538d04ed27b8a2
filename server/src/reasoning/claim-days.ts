/** The times that claims speak of, in whole days: enough to tell that two cannot meet without reading either. */
import type { ClaimRecord, Time } from './model.ts';
import { isTime, type Times } from './time.ts';

const DAY = 86_400_000;
const LAST = 0x7fffffff;
const FIRST = -0x80000000;

/** The time that a claim speaks of; null is any time. */
export function timeOf({ when }: ClaimRecord, times: Times): Time | null | 'unreadable' {
  if (!when) return null;
  const time = times.read(when.text);
  return isTime(time) ? time : 'unreadable';
}

/**
 * The day since 1970 of the first moment of a time, open ends cut off where no calendar reaches: times that share a
 * moment share its day. Null is any time.
 */
export function firstDayOf(when: Time | null): number {
  return when ? within(Math.floor(when.span.from / DAY)) : FIRST;
}

/** As `firstDayOf`, of the last moment. */
export function lastDayOf(when: Time | null): number {
  return when ? within(Math.floor(when.span.to / DAY)) : LAST;
}

function within(days: number): number {
  return Math.max(FIRST, Math.min(LAST, days));
}
