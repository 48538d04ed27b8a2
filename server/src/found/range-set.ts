import { lastAtMost } from '../text/bisect.ts';
import type { TextRange } from '../text/range.ts';

/** A set of ranges with fast membership tests. Overlapping and nested ranges are merged. */
export class RangeSet {
  private readonly ranges: readonly TextRange[];
  private readonly starts: readonly number[];

  constructor(ranges: readonly TextRange[]) {
    const merged: TextRange[] = [];
    for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1);
      if (last && range.from < last.to)
        merged[merged.length - 1] = { ...last, to: Math.max(last.to, range.to) };
      else merged.push(range);
    }
    this.ranges = merged;
    this.starts = this.ranges.map((range) => range.from);
  }

  /** Whether the character at `offset` is in one of the ranges. */
  has(offset: number): boolean {
    const range = this.ranges[lastAtMost(this.starts, offset)];
    return range !== undefined && offset < range.to;
  }

  /** Whether `range` overlaps any of the ranges. */
  meets(range: TextRange): boolean {
    if (this.has(range.from)) return true;
    const next = this.ranges[lastAtMost(this.starts, range.from) + 1];
    return next !== undefined && next.from < range.to;
  }
}
