import type { ClaimRecord, Time } from './model.ts';
import { isTime, type Times } from './time.ts';

const DAY = 86_400_000;
const LAST = 0x7fffffff;
const FIRST = -0x80000000;
const FIRST_SIZE = 256;

/**
 * The times that claims speak of, in whole days, eight bytes a claim: enough to tell that two cannot meet
 * without reading either claim.
 */
export class ClaimSpans {
  private from = new Int32Array(FIRST_SIZE);
  private to = new Int32Array(FIRST_SIZE);

  /** Notes the time of a claim, in days as `daysOf` gives them. */
  set(handle: number, from: number, to: number): void {
    if (handle >= this.from.length) this.grow(handle + 1);
    this.from[handle] = from;
    this.to[handle] = to;
  }

  /** Whether the times of two claims may share a moment; false only where they certainly do not. */
  mayMeet(one: number, other: number): boolean {
    return this.from[one]! <= this.to[other]! && this.from[other]! <= this.to[one]!;
  }

  private grow(wanted: number): void {
    const size = Math.max(wanted, this.from.length * 2);
    const [from, to] = [new Int32Array(size), new Int32Array(size)];
    from.set(this.from);
    to.set(this.to);
    this.from = from;
    this.to = to;
  }
}

/** The time that a claim speaks of; null is any time. */
export function timeOf({ when }: ClaimRecord, times: Times): Time | null | 'unreadable' {
  if (!when) return null;
  const time = times.read(when.text);
  return isTime(time) ? time : 'unreadable';
}

/**
 * The days since 1970 that a time reaches over, both ends counted: rounded outwards, and open ends cut off where no
 * calendar reaches, since too wide never hides a conflict. What cannot be read meets nothing.
 */
export function daysOf(when: Time | null | 'unreadable'): readonly [from: number, to: number] {
  if (when === 'unreadable') return [LAST, FIRST];
  if (!when) return [FIRST, LAST];
  return [within(Math.floor(when.span.from / DAY)), within(Math.ceil(when.span.to / DAY))];
}

function within(days: number): number {
  return Math.max(FIRST, Math.min(LAST, days));
}
