import { GrowingNumbers } from '../growing-numbers.ts';

const FIRST_SIZE = 1024;
/** Up to this many new numbers never cause a merge. */
const FEW = 4096;

export type Numbers = Uint16Array | Uint32Array;

/**
 * Posting lists: a list of numbers for each key, concatenated in one typed array (like the rows of a sparse
 * matrix in compressed form). A number takes two bytes while all are small, else four. Those added since the
 * last sort wait in a delta, which is merged when it exceeds a sixteenth of the rest. A number that is added
 * twice is listed twice.
 *
 * What that and its companion buy together is said at the head of `NameIndex`; `bench/stores.ts 'postings'` measures it
 * alone.
 */
export class Postings {
  /**
   * By key: how many numbers there are (`counts`), how many of them in `packed` (`lengths`), and where these
   * begin (`starts`).
   */
  private counts = new Uint32Array(FIRST_SIZE);
  private lengths = new Uint32Array(0);
  private starts = new Uint32Array(0);
  private packed: Numbers = new Uint16Array(0);
  /** The delta, by key: numbers added since the last merge that a query has indexed. */
  private readonly loose = new Map<number, number[]>();
  private looseSize = 0;
  /** Key and number in turn: pairs added since the last query. */
  private readonly news = new GrowingNumbers();
  private largest = 0;

  /** Whether nothing is listed under `key`. */
  isEmpty(key: number): boolean {
    return !this.counts[key];
  }

  /** What is listed under `key`, in no order. */
  of(key: number): number[] {
    if (this.isEmpty(key)) return [];
    this.sort();
    const from = this.starts[key] ?? 0;
    const found = Array.from(this.packed.subarray(from, from + (this.lengths[key] ?? 0)));
    for (const value of this.loose.get(key) ?? []) found.push(value);
    return found;
  }

  add(key: number, value: number): void {
    if (key >= this.counts.length) this.widen(key + 1);
    this.counts[key]!++;
    if (value > this.largest) this.largest = value;
    this.news.push(key);
    this.news.push(value);
  }

  /** Adds each value under all its keys. Many at once go straight into the packed lists. */
  addAll(values: readonly number[], keysOf: (value: number) => Numbers): void {
    let size = 0;
    for (const value of values) size += keysOf(value).length;
    if (this.isSmall(size)) {
      for (const value of values) for (const key of keysOf(value)) this.add(key, value);
      return;
    }
    for (const value of values) {
      if (value > this.largest) this.largest = value;
      for (const key of keysOf(value)) {
        if (key >= this.counts.length) this.widen(key + 1);
        this.counts[key]!++;
      }
    }
    const next = this.pack();
    const { packed } = this;
    for (const value of values) for (const key of keysOf(value)) packed[next[key]!++] = value;
  }

  /** Removes one number from a key's list; does nothing where it is not there. */
  remove(key: number, value: number): void {
    if (this.isEmpty(key)) return;
    this.sort();
    if (this.removeLoose(key, value) || this.removePacked(key, value)) this.counts[key]!--;
  }

  /**
   * Merges or indexes new numbers. Queries do this when they need it; a caller who has just added many can do
   * it at a better time.
   */
  sort(): void {
    const { news } = this;
    if (news.length === 0) return;
    if (!this.isSmall(this.looseSize + news.length / 2)) {
      this.pack();
      return;
    }
    for (const piece of news.pieces())
      for (let i = 0; i < piece.length; i += 2) {
        const list = this.loose.get(piece[i]!);
        if (list) list.push(piece[i + 1]!);
        else this.loose.set(piece[i]!, [piece[i + 1]!]);
      }
    this.looseSize += news.length / 2;
    news.clear();
  }

  private removeLoose(key: number, value: number): boolean {
    const list = this.loose.get(key);
    const at = list?.indexOf(value) ?? -1;
    if (at < 0) return false;
    list!.splice(at, 1);
    this.looseSize--;
    return true;
  }

  private removePacked(key: number, value: number): boolean {
    const { packed } = this;
    const from = this.starts[key] ?? 0;
    const end = from + (this.lengths[key] ?? 0);
    for (let at = from; at < end; at++) {
      if (packed[at] !== value) continue;
      packed[at] = packed[end - 1]!;
      this.lengths[key]!--;
      return true;
    }
    return false;
  }

  /** Whether a delta of that size need not be merged. */
  private isSmall(size: number): boolean {
    return size <= Math.max(FEW, this.packed.length >> 4);
  }

  /**
   * Rebuilds the packed lists, each as long as `counts` says. Returns by key the index of its next free slot,
   * for a caller who has counted numbers that are still to be written.
   */
  private pack(): Uint32Array {
    const { counts, packed: before, starts: from, lengths: long } = this;
    const starts = new Uint32Array(counts.length);
    let size = 0;
    for (let key = 0; key < counts.length; key++) {
      starts[key] = size;
      size += counts[key]!;
    }
    const packed: Numbers = this.largest < 1 << 16 ? new Uint16Array(size) : new Uint32Array(size);
    const next = starts.slice();
    for (let key = 0; key < long.length; key++) {
      packed.set(before.subarray(from[key], from[key]! + long[key]!), next[key]);
      next[key]! += long[key]!;
    }
    for (const [key, list] of this.loose) for (const value of list) packed[next[key]!++] = value;
    for (const piece of this.news.pieces())
      for (let i = 0; i < piece.length; i += 2) packed[next[piece[i]!]!++] = piece[i + 1]!;
    this.packed = packed;
    this.starts = starts;
    this.lengths = counts.slice();
    this.loose.clear();
    this.looseSize = 0;
    this.news.clear();
    return next;
  }

  private widen(wanted: number): void {
    const counts = new Uint32Array(Math.max(wanted, this.counts.length * 2));
    counts.set(this.counts);
    this.counts = counts;
  }
}
