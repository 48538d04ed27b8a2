/** At which of its two ends a conflict is told: where the writer can act on it. */
import { misreports, WRITER, type Voice } from './asserters.ts';
import type { ConflictEnds } from './model.ts';

/** Told at one end, without years. */
const NO_YEARS: ConflictEnds = { areBoth: false, version: 0, yearOf: () => null };

export type ToldAt = 'one' | 'other' | 'both';

/** Decides where conflicts are told. */
export class Telling {
  ends: ConflictEnds = NO_YEARS;

  /**
   * Where the conflict of two claims is told: at a report that its author's own text contradicts; else at the writer's own; else at that of the later work; else at
   * the later by path and offset. `order` compares the two by path and offset, negative where `one` comes
   * first.
   */
  at(one: Voice, other: Voice, order: number): ToldAt {
    if (this.ends.areBoth || order === 0) return 'both';
    if (misreports(one, other)) return 'one';
    if (misreports(other, one)) return 'other';
    const [a, b] = [isWriters(one), isWriters(other)];
    if (a !== b) return a ? 'one' : 'other';
    const [first, second] = [this.yearOf(one), this.yearOf(other)];
    if (first !== null && second !== null && first !== second) return first > second ? 'one' : 'other';
    return order > 0 ? 'one' : 'other';
  }

  /** The year of the work that a claim is in or ascribed to, the latest of several. */
  yearOf({ works, path }: Voice): number | null {
    let latest: number | null = null;
    for (const work of works) {
      const year = this.ends.yearOf(work, path);
      if (year !== null && (latest === null || year > latest)) latest = year;
    }
    return latest;
  }
}

function isWriters({ asserters }: Voice): boolean {
  return asserters.includes(WRITER);
}
