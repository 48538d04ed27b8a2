import { bisect } from '../text/bisect.ts';

/** The runs of backticks in a text by length. */

const BACKTICK = 96;
const RUN = /`+/g;

/** Start offsets by length of run; one pass over the text on the first query. */
export class BacktickRuns {
  private byLength: Map<number, number[]> | null = null;
  /** A cache of one entry for `end`. */
  private from = 0;
  private to = 0;

  constructor(private readonly text: string) {}

  /** The offset after the backticks at `at`. */
  end(at: number): number {
    if (at >= this.from && at < this.to) return this.to;
    let end = at;
    while (this.text.charCodeAt(end) === BACKTICK) end++;
    this.from = at;
    return (this.to = end);
  }

  /** The start of the first whole run of `length` backticks at or after `from`; -1 where there is none. */
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
