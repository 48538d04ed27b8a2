/** What claims state, in numbers: enough to find those that cannot both hold without reading them. */
import { FIRST_HASH, finished, hashOn, hashWith } from '../text/hash.ts';
import type { Statement } from './model.ts';

const FIRST_SIZE = 256;
const NONE = -1;
const NEWLINE = 10;

/** The words at the head of a block: the hash of its name, the next block of the same bucket, how much it holds. */
const NAME = 0;
const NEXT = 1;
const COUNT = 2;
/** Of which class its size is. */
const SIZE = 3;
const HEAD = 4;
/** The words of an entry: who states it, the hash of the value, first and last day of the claim's time. */
const CLAIM = 0;
const MARK = 1;
const FROM = 2;
const TO = 3;
const ENTRY = 4;

/**
 * The statements of all claims by the actor and the property of which they speak, 16 bytes each. Those of one name
 * stand side by side in a block, which is read in one go wherever in the memory it lies. Of names only hashes are
 * kept: whoever asks looks at the claims themselves in the end.
 */
export class StatementIndex {
  private words = new Int32Array(FIRST_SIZE);
  private used = 0;
  private buckets = new Int32Array(64).fill(NONE);
  private blocks = 0;
  /** By class of size: the first of the blocks that are free. */
  private readonly free: number[] = [];

  /** Adds a statement of a claim, which speaks of the days from `from` to `to`. */
  add(name: number, mark: number, claim: number, from: number, to: number): void {
    const block = this.blockWithRoom(name | 0);
    const at = block + HEAD + this.words[block + COUNT]!++ * ENTRY;
    this.words[at + CLAIM] = claim;
    this.words[at + MARK] = mark;
    this.words[at + FROM] = from;
    this.words[at + TO] = to;
  }

  /** Takes away a statement of a claim. */
  delete(name: number, mark: number, claim: number): void {
    const block = this.blockOf(name | 0);
    if (block === NONE) return;
    const { words } = this;
    const end = block + HEAD + words[block + COUNT]! * ENTRY;
    for (let at = block + HEAD; at < end; at += ENTRY) {
      if (words[at + CLAIM] !== claim || words[at + MARK] !== (mark | 0)) continue;
      words.copyWithin(at, end - ENTRY, end);
      if (--words[block + COUNT]! === 0) this.drop(block);
      return;
    }
  }

  /**
   * Visits all statements of that name which claims make of days among those from `from` to `to`; marks come with a
   * sign, as small numbers that need no room of their own.
   */
  forEachMeeting(name: number, from: number, to: number, visit: (claim: number, mark: number) => void): void {
    const block = this.blockOf(name | 0);
    if (block === NONE) return;
    const { words } = this;
    const end = block + HEAD + words[block + COUNT]! * ENTRY;
    for (let at = block + HEAD; at < end; at += ENTRY)
      if (from <= words[at + TO]! && words[at + FROM]! <= to) visit(words[at + CLAIM]!, words[at + MARK]!);
  }

  private blockOf(name: number): number {
    let at = this.buckets[name & (this.buckets.length - 1)]!;
    while (at !== NONE && this.words[at + NAME] !== name) at = this.words[at + NEXT]!;
    return at;
  }

  private blockWithRoom(name: number): number {
    const block = this.blockOf(name);
    if (block === NONE) return this.begin(name, 0);
    const size = this.words[block + SIZE]!;
    const count = this.words[block + COUNT]!;
    if (count < CAPACITIES[size]!) return block;
    const larger = this.begin(name, size + 1);
    this.words.copyWithin(larger + COUNT, block + COUNT, block + COUNT + 1);
    this.words.copyWithin(larger + HEAD, block + HEAD, block + HEAD + count * ENTRY);
    this.drop(block);
    return larger;
  }

  /** A block without entries, at the head of its bucket. */
  private begin(name: number, size: number): number {
    if (this.blocks >= this.buckets.length) this.spread();
    const block = this.take(size);
    const bucket = name & (this.buckets.length - 1);
    this.words[block + NAME] = name;
    this.words[block + NEXT] = this.buckets[bucket]!;
    this.words[block + COUNT] = 0;
    this.words[block + SIZE] = size;
    this.buckets[bucket] = block;
    this.blocks++;
    return block;
  }

  private drop(block: number): void {
    const { words, buckets } = this;
    const bucket = words[block + NAME]! & (buckets.length - 1);
    if (buckets[bucket] === block) buckets[bucket] = words[block + NEXT]!;
    else {
      let before = buckets[bucket]!;
      while (words[before + NEXT] !== block) before = words[before + NEXT]!;
      words[before + NEXT] = words[block + NEXT]!;
    }
    const size = words[block + SIZE]!;
    words[block + NEXT] = this.free[size] ?? NONE;
    this.free[size] = block;
    this.blocks--;
  }

  private take(size: number): number {
    const free = this.free[size] ?? NONE;
    if (free !== NONE) {
      this.free[size] = this.words[free + NEXT]!;
      return free;
    }
    const block = this.used;
    this.used += HEAD + CAPACITIES[size]! * ENTRY;
    if (this.used > this.words.length) {
      // Memory that was never written to is none of the machine's yet.
      const words = new Int32Array(Math.max(this.used, this.words.length * 2));
      words.set(this.words);
      this.words = words;
    }
    return block;
  }

  /** Twice as many buckets, and each block in its own. */
  private spread(): void {
    const { words, buckets: before } = this;
    this.buckets = new Int32Array(before.length * 2).fill(NONE);
    for (const first of before)
      for (let at = first; at !== NONE;) {
        const next = words[at + NEXT]!;
        const bucket = words[at + NAME]! & (this.buckets.length - 1);
        words[at + NEXT] = this.buckets[bucket]!;
        this.buckets[bucket] = at;
        at = next;
      }
  }
}

/** Under what a statement is found: the hash of actor and property. */
export function statementName({ actor, proposition }: Statement): number {
  return finished(hashOn(hashWith(hashOn(FIRST_HASH, actor), NEWLINE), proposition.property.text));
}

/** Statements of the same value share it. */
export function markOf({ proposition }: Statement): number {
  return finished(hashOn(hashOn(FIRST_HASH, proposition.operator), proposition.value.text));
}

/** By class of size, how many entries a block has room for: growing by half wastes little. */
const CAPACITIES = capacities(64);

/** 1, 2, 3, 5, 8, 12, 18, 27, 41… */
function capacities(count: number): readonly number[] {
  const grown = [1];
  while (grown.length < count) grown.push(Math.floor((grown.at(-1)! * 3 + 1) / 2));
  return grown;
}
