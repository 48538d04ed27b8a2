/** Where the opening quotation marks of a text stand. */
import { isWide, Search } from '../syntax/search.ts';

const ANY = /[“„«»"'「『‘‚‹›]/g;
/** Those that a text of one byte a letter may have. */
const NARROW = `«»"'`;

/**
 * The opening marks of a text, each searched for once by those who ask for one after another. Of a text of one byte
 * a letter each kind is searched for by itself, which the machine does many letters at a time.
 */
export class Openers {
  /** The kinds that the text has; null where an expression finds them. */
  private readonly kinds: readonly Search[] | null;
  /** Before `place` and from here on there is no other. */
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
