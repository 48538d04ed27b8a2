/** Opening quotation marks of a text. */
import { isWide, Search } from '../syntax/search.ts';

const ANY = /[“”„«»"'「『‘‚‹›＂〝]/g;
/** Those that may occur in Latin-1 texts. */
const NARROW = `«»"'`;

/**
 * Searches for opening marks in a text, with shared results. In Latin-1 texts each kind has a search of its
 * own with `indexOf`, which is vectorised.
 */
export class Openers {
  /** The kinds that occur in the text; null where a regular expression is used. */
  private readonly kinds: readonly Search[] | null;
  /** Between this offset and the cached result there is none. */
  private since = 0;
  private place = -1;

  constructor(private readonly text: string) {
    this.kinds = isWide(text)
      ? null
      : Array.from(NARROW, (kind) => new Search(text, kind)).filter((search) => search.from(0) >= 0);
  }

  /** The first mark at or after `at`; the text's end where there is none. */
  from(at: number): number {
    if (at < this.since || at > this.place) {
      this.since = at;
      this.place = this.kinds ? this.nearest(this.kinds, at) : this.search(at);
    }
    return this.place;
  }

  private nearest(kinds: readonly Search[], at: number): number {
    let nearest = this.text.length;
    for (const kind of kinds) {
      const place = kind.from(at);
      if (place >= 0 && place < nearest) nearest = place;
    }
    return nearest;
  }

  private search(at: number): number {
    ANY.lastIndex = at;
    return ANY.test(this.text) ? ANY.lastIndex - 1 : this.text.length;
  }
}
