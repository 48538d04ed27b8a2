import type { Time } from './model.ts';

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

  /** Notes the time of a claim; null is any time, and what cannot be read meets nothing. */
  set(handle: number, when: Time | null | 'unreadable'): void {
    if (handle >= this.from.length) this.grow(handle + 1);
    if (when === 'unreadable') {
      this.from[handle] = LAST;
      this.to[handle] = FIRST;
      return;
    }
    // Rounded outwards, and open ends cut off where no calendar reaches: too wide never hides a conflict.
    this.from[handle] = when ? within(Math.floor(when.span.from / DAY)) : FIRST;
    this.to[handle] = when ? within(Math.ceil(when.span.to / DAY)) : LAST;
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

function within(days: number): number {
  return Math.max(FIRST, Math.min(LAST, days));
}
