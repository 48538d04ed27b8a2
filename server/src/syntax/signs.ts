/** Where the signs stand that may begin something; all else are words, spaces and signs that mean themselves. */

const ANY = /[\n!"$&'*\-;<@[\\\]^_`~\u0091-\u0094\u2018\u2019\u201c\u201d]/g;
/** The same, without those that only wide texts have. */
const NARROW = '\n!"$&\'*-;<@[\\]^_`~\u0091\u0092\u0093\u0094';
/** Never there in a text of one byte a letter, which is known without looking. */
const WIDE = /[^\0-\xff]/;
/** Shorter texts are searched by one expression. */
const SHORT = 1000;

/**
 * The signs of a text, each searched for once, whoever looks ahead for it and whoever comes after him. Each kind is
 * searched for by itself, which the machine does many letters at a time; the nearest is the one. Of a wide text, where
 * that is slow, and of a short one, an expression finds them.
 */
export class Signs {
  /** In twos and ascending: a place, and before it the one from which on no other sign comes first. */
  private found: Int32Array;
  private length = 0;
  /** Behind the place that was asked for last. */
  private cursor = 0;
  /** The kinds that the text has, and where each comes next. */
  private readonly kinds: string[] = [];
  private readonly next: number[] = [];

  constructor(private readonly text: string) {
    this.found = new Int32Array(text.length < SHORT ? 16 : 2 * (text.length >> 5));
    if (text.length < SHORT || WIDE.test(text)) return;
    for (const kind of NARROW) {
      const at = text.indexOf(kind);
      if (at < 0) continue;
      this.kinds.push(kind);
      this.next.push(at);
    }
  }

  /** The first sign at or behind `at`; the text's end when there is none. */
  from(at: number): number {
    const { found, length } = this;
    let i = this.cursor;
    while (i > 0 && found[i - 1]! >= at) i -= 2;
    while (i < length && found[i + 1]! < at) i += 2;
    this.cursor = i;
    if (i === length) return this.note(at);
    return found[i]! <= at ? found[i + 1]! : this.search(at);
  }

  /** As `from`, behind all that were found. */
  private note(at: number): number {
    const place = this.kinds.length > 0 ? this.nearest(at) : this.search(at);
    if (this.length === this.found.length) {
      const more = new Int32Array(this.length * 2);
      more.set(this.found);
      this.found = more;
    }
    this.found[this.length++] = at;
    this.found[this.length++] = place;
    return place;
  }

  private nearest(at: number): number {
    const { text, kinds, next } = this;
    let nearest = text.length;
    for (let i = 0; i < next.length; i++) {
      let place = next[i]!;
      if (place < at) {
        place = text.indexOf(kinds[i]!, at);
        next[i] = place = place < 0 ? text.length : place;
      }
      if (place < nearest) nearest = place;
    }
    return nearest;
  }

  private search(at: number): number {
    ANY.lastIndex = at;
    return ANY.test(this.text) ? ANY.lastIndex - 1 : this.text.length;
  }
}
