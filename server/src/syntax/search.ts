const WIDE = /[^\0-\xff]/;

/**
 * Whether a text has characters beyond Latin-1. For a string that V8 stores in one byte per character, the
 * test takes no time.
 */
export function isWide(text: string): boolean {
  return WIDE.test(text);
}

/** Repeated searches for a string in a text, from offsets that mostly ascend. */
export class Search {
  /** Between this offset and `place` there is no occurrence. */
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

  /** The first occurrence at or after `at`, -1 for none. Reuses the last search where it can. */
  from(at: number): number {
    if (at < this.since || (at > this.place && this.place >= 0)) {
      this.since = at;
      this.place = this.text.indexOf(this.wanted, at);
    }
    return this.place;
  }
}
