import { bisect } from '../text/bisect.ts';

/** The runs of backticks in a text by their lengths. */

const BACKTICK = 96;
const RUN = /`+/g;

/** Where runs of each length stand, found in one pass when the first is asked for. */
export class BacktickRuns {
  private byLength: Map<number, number[]> | null = null;
  /** The run that was measured last. */
  private from = 0;
  private to = 0;

  constructor(private readonly text: string) {}

  /** Where the backticks end that stand at `at` and after it. */
  end(at: number): number {
    if (at >= this.from && at < this.to) return this.to;
    let end = at;
    while (this.text.charCodeAt(end) === BACKTICK) end++;
    this.from = at;
    return (this.to = end);
  }

  /** Where the first whole run of `length` backticks at or after `from` begins; -1 where there is none. */
  next(length: number, from: number): number {
    const places = (this.byLength ??= this.passed()).get(length);
    if (!places) return -1;
    return places[bisect(places.length, (i) => places[i]! >= from)] ?? -1;
  }

  private passed(): Map<number, number[]> {
    const byLength = new Map<number, number[]>();
    for (const { 0: run, index } of this.text.matchAll(RUN)) {
      const places = byLength.get(run.length);
      if (places) places.push(index);
      else byLength.set(run.length, [index]);
    }
    return byLength;
  }
}
