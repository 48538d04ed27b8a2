/** Where the signs stand that may begin something; all else are words, spaces and signs that mean themselves. */
import { isWide, Search } from './search.ts';

const ANY = /[\n!"$&'*\-;<@[\\\]^_`~\u0091-\u0094\u2018\u2019\u201c\u201d]/g;
/** The same, without line ends and those that only wide texts have. */
const NARROW = '!"$&\'*-;<@[\\]^_`~\u0091\u0092\u0093\u0094';
/** Shorter texts are searched by one expression. */
const SHORT = 1000;

/**
 * The signs of a text, each searched for once, whoever looks ahead for it and whoever comes after him. Each kind is
 * searched for by itself, which the machine does many characters at a time; the nearest is the one. Of a wide text, where
 * that is slow, and of a short one, an expression finds them.
 */
export class Signs {
  /** Where lines end. */
  readonly lineEnds: Search;
  /** The other kinds that the text has; null where an expression finds them. */
  private readonly kinds: Search[] | null = null;
  /** In twos and ascending: a place, and before it the one from which on no other sign comes first. */
  private readonly found: number[] = [];
  private length = 0;
  /** After the place that was asked for last. */
  private cursor = 0;

  constructor(private readonly text: string) {
    this.lineEnds = new Search(text, '\n');
    if (text.length < SHORT || isWide(text)) return;
    this.kinds = [];
    for (const kind of NARROW) {
      const search = new Search(text, kind);
      if (search.from(0) >= 0) this.kinds.push(search);
    }
  }

  /** The first sign at or after `at`; the text's end when there is none. */
  from(at: number): number {
    const { found, length } = this;
    let i = this.cursor;
    while (i > 0 && found[i - 1]! >= at) i -= 2;
    while (i < length && found[i + 1]! < at) i += 2;
    this.cursor = i;
    if (i < length) return found[i]! <= at ? found[i + 1]! : this.search(at);
    const place = this.search(at);
    found[this.length++] = at;
    found[this.length++] = place;
    return place;
  }

  /** Makes room: what was found is not asked for again, or hardly ever. */
  forget(): void {
    this.length = 0;
    this.cursor = 0;
  }

  private search(at: number): number {
    const { text, kinds } = this;
    if (kinds === null) {
      ANY.lastIndex = at;
      return ANY.test(text) ? ANY.lastIndex - 1 : text.length;
    }
    const lineEnd = this.lineEnds.from(at);
    let nearest = lineEnd < 0 ? text.length : lineEnd;
    for (let i = 0; i < kinds.length; i++) {
      const place = kinds[i]!.from(at);
      if (place < nearest && place >= 0) nearest = place;
    }
    return nearest;
  }
}
