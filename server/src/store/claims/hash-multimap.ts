import { GrowingNumbers } from '../growing-numbers.ts';

/** With at least this many buckets, the bucket number gives the lower half of the hash. */
const FEWEST_BUCKETS = 1 << 16;
/** Average number of entries per bucket. */
const IN_A_BUCKET = 4;
/** Up to this many new entries never cause a merge. */
const FEW = 4096;
/** The value of a deleted entry (a tombstone). */
const GONE = 0xffffffff;
const UPPER = 0xffff0000;
const LOWER = 0xffff;
const MARK = 0xff;

interface Entry {
  readonly value: number;
  readonly mark: number;
}

/**
 * A multimap of names to numbers, many to many, as a hash table in typed arrays. An entry takes eight bytes
 * whatever the length of the name, since only the name's hash is kept. So an answer may hold false positives,
 * numbers of other names. The caller, who can look up what a number stands for, filters them. Each entry
 * carries a mark of eight bits for the caller's use.
 *
 * Entries are sorted by bucket (a counting sort) without gaps. Those added since the last sort wait in a
 * delta, which is merged when it has grown.
 *
 * What that buys, against a map of lists (`bench/stores.ts 'claim names'`, 10,000 documents): a start of 2.6
 * s of processor time instead of 4.6 s, 222 MB of memory instead of 332 MB.
 */
export class HashMultimap {
  /** By bucket: the index of its first entry. */
  private starts = new Uint32Array(FEWEST_BUCKETS + 1);
  /**
   * Two words per entry: its value; then the upper half of its hash with its mark. The bucket gives the lower
   * half.
   */
  private words = new Uint32Array(0);
  private gone = 0;
  /** The delta, by hash: entries added since the last sort that a query has indexed. */
  private readonly loose = new Map<number, Entry[]>();
  private looseSize = 0;
  /** Hash, value and mark in turn: entries added since the last query. */
  private readonly news = new GrowingNumbers();

  get size(): number {
    return this.words.length / 2 - this.gone + this.looseSize + this.news.length / 3;
  }

  /** Adds an entry for a name with that hash (`hashOf`). Does not look for an equal entry. */
  add(hash: number, value: number, mark = 0): void {
    this.news.pushTriple(hash, value, mark);
  }

  /** Removes one entry with that hash, value and mark. Returns whether there was one. */
  delete(hash: number, value: number, mark = 0): boolean {
    this.sort();
    const list = this.loose.get(hash >>> 0);
    const at = list?.findIndex((entry) => entry.value === value && entry.mark === mark) ?? -1;
    if (at >= 0) {
      list!.splice(at, 1);
      if (list!.length === 0) this.loose.delete(hash >>> 0);
      this.looseSize--;
      return true;
    }
    const { words } = this;
    const wanted = (hash & UPPER) | mark;
    const bucket = hash & (this.starts.length - 2);
    const end = 2 * this.starts[bucket + 1]!;
    for (let i = 2 * this.starts[bucket]!; i < end; i += 2) {
      if (words[i] !== value || (words[i + 1]! | 0) !== wanted) continue;
      words[i] = GONE;
      this.gone++;
      return true;
    }
    return false;
  }

  /**
   * The values of names with that hash, in no order. May include values of other names with the same hash.
   */
  get(hash: number): number[] {
    const found: number[] = [];
    this.forEach(hash, (value) => found.push(value));
    return found;
  }

  /** As `get`, with the marks. */
  forEach(hash: number, visit: (value: number, mark: number) => void): void {
    this.sort();
    const { words } = this;
    const upper = hash >>> 16;
    const bucket = hash & (this.starts.length - 2);
    const end = 2 * this.starts[bucket + 1]!;
    for (let i = 2 * this.starts[bucket]!; i < end; i += 2)
      if (words[i + 1]! >>> 16 === upper && words[i] !== GONE) visit(words[i]!, words[i + 1]! & MARK);
    if (this.looseSize === 0) return;
    for (const { value, mark } of this.loose.get(hash >>> 0) ?? []) visit(value, mark);
  }

  /**
   * Merges or indexes new entries. Queries do this when they need it; a caller who has just added many can do
   * it at a better time.
   */
  sort(): void {
    const { news } = this;
    if (news.length === 0) return;
    if (this.looseSize + news.length / 3 > Math.max(FEW, this.words.length >> 5)) return this.pack();
    for (const piece of news.pieces())
      for (let i = 0; i < piece.length; i += 3) {
        const entry = { value: piece[i + 1]!, mark: piece[i + 2]! };
        const list = this.loose.get(piece[i]!);
        if (list) list.push(entry);
        else this.loose.set(piece[i]!, [entry]);
      }
    this.looseSize += news.length / 3;
    news.clear();
  }

  /** Rebuilds the table with a suitable number of buckets. */
  private pack(): void {
    // The engine optimises a loop over one kind of array best, so all entries go through one list of pieces,
    // twice.
    const pieces = [...this.placed(), ...this.news.pieces()];
    this.news.clear();
    let size = 0;
    for (const piece of pieces) size += piece.length / 3;
    let buckets = FEWEST_BUCKETS;
    while (buckets * IN_A_BUCKET < size) buckets *= 2;
    const starts = new Uint32Array(buckets + 1);
    for (const piece of pieces)
      for (let i = 0; i < piece.length; i += 3) starts[(piece[i]! & (buckets - 1)) + 1]!++;
    for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
    const words = new Uint32Array(size * 2);
    const next = starts.slice();
    for (const piece of pieces)
      for (let i = 0; i < piece.length; i += 3) {
        const at = 2 * next[piece[i]! & (buckets - 1)]!++;
        words[at] = piece[i + 1]!;
        words[at + 1] = (piece[i]! & UPPER) | piece[i + 2]!;
      }
    this.starts = starts;
    this.words = words;
    this.gone = 0;
    this.loose.clear();
    this.looseSize = 0;
  }

  /** The entries in buckets, then those in the delta, in the order of their arrival. */
  private placed(): Uint32Array[] {
    const { starts, words } = this;
    const all = new GrowingNumbers();
    for (let bucket = 0; bucket < starts.length - 1; bucket++)
      for (let i = 2 * starts[bucket]!; i < 2 * starts[bucket + 1]!; i += 2)
        if (words[i] !== GONE)
          all.pushTriple((words[i + 1]! & UPPER) | (bucket & LOWER), words[i]!, words[i + 1]! & MARK);
    for (const [hash, list] of this.loose)
      for (const { value, mark } of list) all.pushTriple(hash, value, mark);
    return all.pieces();
  }
}
