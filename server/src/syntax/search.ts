const WIDE = /[^\0-\xff]/;

/** Whether a text has characters of more than a byte: one that has none is known for that without being looked at. */
export function isWide(text: string): boolean {
  return WIDE.test(text);
}

/** Where a string comes next in a text, asked again and again from places that mostly ascend. */
export class Search {
  /** Before `place` and from here on there is no other. */
  private since: number;
  private place: number;

  constructor(
    private readonly text: string,
    private readonly wanted: string,
    at = 0,
  ) {
    this.since = at;
    this.place = text.indexOf(wanted, at);
  }

  /** The first place at or after `at`, -1 for none. A search that was made is not made again. */
  from(at: number): number {
    if (at < this.since || (at > this.place && this.place >= 0)) {
      this.since = at;
      this.place = this.text.indexOf(this.wanted, at);
    }
    return this.place;
  }
}
