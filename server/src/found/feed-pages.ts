import { lastAtMost } from '../text/bisect.ts';

/** So many form feeds make a text one of pages. */
const FEWEST_FEEDS = 2;

/**
 * The pages of a text in which form feeds part them, as conversion of PDF leaves them. On such a page the notes of its
 * foot may stand before the text that calls them, and pieces of the text in any order.
 */
export class FeedPages {
  private constructor(
    private readonly starts: readonly number[],
    private readonly length: number,
  ) {}

  /** The pages of `text`; null where no form feeds part it. */
  static of(text: string): FeedPages | null {
    const starts = [0];
    for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) starts.push(at);
    return starts.length > FEWEST_FEEDS ? new FeedPages(starts, text.length) : null;
  }

  /** The index of the page that `offset` is on. */
  at(offset: number): number {
    return Math.max(0, lastAtMost(this.starts, offset));
  }

  /** Where the page of this index begins. */
  startOf(page: number): number {
    return this.starts[page] ?? 0;
  }

  /** Where the page that `offset` is on ends. */
  endOf(offset: number): number {
    return this.starts[this.at(offset) + 1] ?? this.length;
  }
}
