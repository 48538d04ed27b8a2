import { hashOf } from '../text/hash.ts';

const FIRST_SIZE = 64;
const NONE = -1;

/**
 * Names to numbers, many to many, in typed arrays: about 20 bytes an entry, whatever the length of the name,
 * since of a name only its hash is kept. So an answer may hold numbers of other names; the caller, who can look
 * up what a number stands for, sorts them out. Each entry carries a second hash at the caller's disposal.
 */
export class HashMultimap {
  private heads = new Int32Array(FIRST_SIZE).fill(NONE);
  private hashes = new Uint32Array(FIRST_SIZE);
  private values = new Uint32Array(FIRST_SIZE);
  private marks = new Uint32Array(FIRST_SIZE);
  private next = new Int32Array(FIRST_SIZE);
  private used = 0;
  private free = NONE;
  private entries = 0;

  get size(): number {
    return this.entries;
  }

  /** Adds an entry under a name of that hash (`hashOf`), be there one like it or not. */
  add(hash: number, value: number, mark = 0): void {
    const entry = this.takeEntry();
    const head = hash & (this.heads.length - 1);
    this.hashes[entry] = hash;
    this.values[entry] = value;
    this.marks[entry] = mark;
    this.next[entry] = this.heads[head]!;
    this.heads[head] = entry;
    this.entries++;
  }

  /** Takes away one entry of that hash, value and mark; returns whether there was one. */
  delete(hash: number, value: number, mark = 0): boolean {
    const head = hash & (this.heads.length - 1);
    for (let before = NONE, at = this.heads[head]!; at !== NONE; before = at, at = this.next[at]!) {
      if (this.hashes[at] !== hash || this.values[at] !== value || this.marks[at] !== mark) continue;
      if (before === NONE) this.heads[head] = this.next[at]!;
      else this.next[before] = this.next[at]!;
      this.next[at] = this.free;
      this.free = at;
      this.entries--;
      return true;
    }
    return false;
  }

  /** The values under `name`, in no order, those of names with the same hash among them. */
  get(name: string): number[] {
    const found: number[] = [];
    this.forEach(name, (value) => found.push(value));
    return found;
  }

  /** As `get`, with the marks. */
  forEach(name: string, visit: (value: number, mark: number) => void): void {
    const hash = hashOf(name);
    for (let at = this.heads[hash & (this.heads.length - 1)]!; at !== NONE; at = this.next[at]!)
      if (this.hashes[at] === hash) visit(this.values[at]!, this.marks[at]!);
  }

  /** Makes room for so many more entries at once. */
  reserve(count: number): void {
    const wanted = this.entries + count;
    if (wanted > this.values.length) this.enlarge(wanted);
  }

  private takeEntry(): number {
    if (this.free !== NONE) {
      const entry = this.free;
      this.free = this.next[entry]!;
      return entry;
    }
    if (this.used === this.values.length) this.grow();
    return this.used++;
  }

  private grow(): void {
    // By half: of many millions of entries twice as much would be a lot to leave empty.
    this.enlarge(this.values.length + (this.values.length >> 1));
  }

  private enlarge(size: number): void {
    const enlarged = <T extends Uint32Array | Int32Array>(from: T, to: T): T => (to.set(from), to);
    this.hashes = enlarged(this.hashes, new Uint32Array(size));
    this.values = enlarged(this.values, new Uint32Array(size));
    this.marks = enlarged(this.marks, new Uint32Array(size));
    this.next = enlarged(this.next, new Int32Array(size));
    let heads = this.heads.length;
    while (heads < size) heads *= 2;
    if (heads > this.heads.length) this.spread(heads);
  }

  private spread(count: number): void {
    const heads = new Int32Array(count).fill(NONE);
    for (const before of this.heads)
      for (let entry = before; entry !== NONE;) {
        const following = this.next[entry]!;
        const head = this.hashes[entry]! & (count - 1);
        this.next[entry] = heads[head]!;
        heads[head] = entry;
        entry = following;
      }
    this.heads = heads;
  }
}
