/** The times of claims in whole days: enough to tell that two do not meet without parsing either. */
import type { ClaimRecord, Time } from './model.ts';
import { isTime, type Times } from './time.ts';

const DAY = 86_400_000;
const LAST = 0x7fffffff;
const FIRST = -0x80000000;

/** The time of a claim; null for any time. */
export function timeOf({ when }: ClaimRecord, times: Times): Time | null | 'unreadable' {
  if (!when) return null;
  const time = times.read(when.text);
  return isTime(time) ? time : 'unreadable';
}

/**
 * The day since 1970 of the first moment of a time. Open ends are cut off beyond any calendar. Times that
 * share a moment share its day. Null means any time.
 */
export function firstDayOf(when: Time | null): number {
  return when ? within(Math.floor(when.span.from / DAY)) : FIRST;
}

/** As `firstDayOf`, for the last moment. */
export function lastDayOf(when: Time | null): number {
  return when ? within(Math.floor(when.span.to / DAY)) : LAST;
}

function within(days: number): number {
  return Math.max(FIRST, Math.min(LAST, days));
}
