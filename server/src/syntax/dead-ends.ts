/** A negative cache for attempts at bracketed citations. */
import type { Reading } from './reading.ts';

/**
 * One attempt at a bracketed citation. The text after an offset is read the same way whichever bracket opened
 * it: an attempt that reaches an offset of a failed one fails too. So text after unclosed brackets is read
 * once, not once for each.
 */
export class Walk {
  private readonly passed: number[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly limit: number,
  ) {}

  /**
   * Whether an attempt that reached `at`, in that part of an item, has failed. If not, records that this one
   * did.
   */
  isHopeless(at: number, part: number): boolean {
    const key = (at * 2 + part) * 32 + this.reading.state(at);
    if (this.reading.deadEnds?.get(key) === this.limit) return true;
    this.passed.push(key);
    return false;
  }

  /** Records that the attempt failed. */
  failed(): -1 {
    const dead = (this.reading.deadEnds ??= new Map());
    for (const key of this.passed) dead.set(key, this.limit);
    return -1;
  }
}
