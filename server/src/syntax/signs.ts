/** The next character that may begin a construct; all others are words, spaces and literal characters. */
import { isWide, Search } from './search.ts';

const ANY = /[\n!"$&'*\-;<@[\\\]^_`~\u0091-\u0094\u2018\u2019\u201c\u201d]/g;
/** The same, without the line end and those beyond Latin-1. */
const NARROW = '!"$&\'*-;<@[\\]^_`~\u0091\u0092\u0093\u0094';
/** Shorter texts are searched with one regular expression. */
const SHORT = 1000;

/**
 * Searches for these characters, with results shared between callers. Each character has a search of its own
 * with `indexOf`, which is vectorised; the nearest result counts. In texts beyond Latin-1, where that is
 * slow, and in short ones a regular expression is used.
 */
export class Signs {
  /** Offsets of line ends. */
  readonly lineEnds: Search;
  /** Searches for the other characters that occur in the text; null where the regular expression is used. */
  private readonly kinds: Search[] | null = null;
  /** A cache of pairs, ascending: an offset, and the first sign at or after it. */
  private readonly found: number[] = [];
  private length = 0;
  /** Index after the pair of the last query. */
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

  /** Clears the cache, whose entries will hardly be asked for again. */
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
