/** Called for a gram at `offset` in pattern number `pattern` that is at `at` in the text. */
export type GramHit = (pattern: number, offset: number, at: number) => void;

const BASE = 0x01000193;
const SPREAD = 0x9e3779b1;
const NONE = -1;
/** The maximum number of counted places of a repeated gram: it does not distinguish them. */
const MOST_REPEATS = 64;

/**
 * Finds the n-grams (of `size` units) that many patterns share with a text, in one pass. All grams of the
 * patterns are in a hash table, and every `stride`th gram of the text is looked up. That hits every common
 * stretch of `size + stride - 1` units. Hits are compared by hash only, so callers must verify them.
 */
export class GramTable {
  private readonly heads: Int32Array;
  /** A bit for each occupied slot of `heads`: a filter small enough for the L1 cache. */
  private readonly taken: Uint8Array;
  private readonly shift: number;
  private readonly next: number[] = [];
  private readonly hashes: number[] = [];
  private readonly patterns: number[] = [];
  private readonly offsets: number[] = [];

  /** Patterns shorter than `size + stride - 1` units may be missed. */
  constructor(
    keys: readonly string[],
    private readonly size: number,
    private readonly stride: number,
  ) {
    const total = keys.reduce((sum, key) => sum + Math.max(0, key.length - size + 1), 0);
    const bits = Math.min(22, Math.max(10, Math.ceil(Math.log2(total * 8 + 1))));
    this.heads = new Int32Array(1 << bits).fill(NONE);
    this.taken = new Uint8Array((1 << bits) >> 3);
    this.shift = 32 - bits;
    keys.forEach((key, pattern) => this.add(key, pattern));
  }

  get isEmpty(): boolean {
    return this.hashes.length === 0;
  }

  private add(key: string, pattern: number): void {
    for (let offset = 0; offset + this.size <= key.length; offset++) {
      const hash = hashOf(key, offset, this.size);
      const slot = Math.imul(hash, SPREAD) >>> this.shift;
      if (this.times(slot, hash) >= MOST_REPEATS) continue;
      this.next.push(this.heads[slot]!);
      this.heads[slot] = this.hashes.length;
      this.taken[slot >> 3]! |= 1 << (slot & 7);
      this.hashes.push(hash);
      this.patterns.push(pattern);
      this.offsets.push(offset);
    }
  }

  private times(slot: number, hash: number): number {
    let times = 0;
    for (let entry = this.heads[slot]!; entry !== NONE; entry = this.next[entry]!)
      if (this.hashes[entry] === hash) times++;
    return times;
  }

  /** Calls `hit` for each looked-up gram of `key` that a pattern has. */
  scan(key: string, hit: GramHit): void {
    const { size, stride, heads, taken, shift, hashes, next } = this;
    const leaving = power(BASE, size);
    let hash = 0;
    for (let at = 0; at + size <= key.length; at += stride) {
      if (stride > 1 || at === 0) hash = hashOf(key, at, size);
      else {
        // The next gram shares all but one unit at either end with the one before it (Karp and Rabin 1987).
        const gone = Math.imul(leaving, key.charCodeAt(at - 1));
        hash = (Math.imul(hash, BASE) + key.charCodeAt(at + size - 1) - gone) | 0;
      }
      const slot = Math.imul(hash, SPREAD) >>> shift;
      if ((taken[slot >> 3]! & (1 << (slot & 7))) === 0) continue;
      for (let entry = heads[slot]!; entry !== NONE; entry = next[entry]!)
        if (hashes[entry] === hash) hit(this.patterns[entry]!, this.offsets[entry]!, at);
    }
  }
}

function hashOf(key: string, from: number, size: number): number {
  let hash = 0;
  for (let i = from; i < from + size; i++) hash = (Math.imul(hash, BASE) + key.charCodeAt(i)) | 0;
  return hash;
}

/** The factor, in 32 bits, that `hashOf` has given a unit when `times` others have followed it. */
function power(base: number, times: number): number {
  let product = 1;
  for (let i = 0; i < times; i++) product = Math.imul(product, base);
  return product;
}
