/** Where the reading of a bracketed citation came by that came to nothing. */
import type { Reading } from './reading.ts';

/**
 * One attempt at a citation in brackets, with memory of failures. What follows a place is read the same way whichever
 * bracket opened it: where an attempt that failed came by, another one fails as well. So brackets that are never closed
 * are read through once, not once for each.
 */
export class Walk {
  private readonly passed: number[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly limit: number,
  ) {}

  /** Whether an attempt that came by `at` in that part of an item has failed; if not, this one has come by. */
  isHopeless(at: number, part: number): boolean {
    const key = (at * 2 + part) * 32 + this.reading.state(at);
    if (this.reading.deadEnds?.get(key) === this.limit) return true;
    this.passed.push(key);
    return false;
  }

  /** The attempt has failed. */
  failed(): -1 {
    const dead = (this.reading.deadEnds ??= new Map());
    for (const key of this.passed) dead.set(key, this.limit);
    return -1;
  }
}
