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
  /** Entries from here on are not in their chains yet: nobody has asked since they came. */
  private linked = 0;
  private free = NONE;
  private entries = 0;

  get size(): number {
    return this.entries;
  }

  /** Adds an entry under a name of that hash (`hashOf`), be there one like it or not. */
  add(hash: number, value: number, mark = 0): void {
    let entry = this.free;
    if (entry !== NONE) this.free = this.next[entry]!;
    else {
      if (this.used === this.values.length) this.grow();
      entry = this.used++;
    }
    this.hashes[entry] = hash;
    this.values[entry] = value;
    this.marks[entry] = mark;
    if (entry < this.linked) this.link(entry);
    this.entries++;
  }

  /** Takes away one entry of that hash, value and mark; returns whether there was one. */
  delete(hash: number, value: number, mark = 0): boolean {
    this.linkAll();
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

  /** The values under a name of that hash, in no order, those of names with the same hash among them. */
  get(hash: number): number[] {
    const found: number[] = [];
    this.forEach(hash, (value) => found.push(value));
    return found;
  }

  /** As `get`, with the marks. */
  forEach(hash: number, visit: (value: number, mark: number) => void): void {
    this.linkAll();
    for (let at = this.heads[hash & (this.heads.length - 1)]!; at !== NONE; at = this.next[at]!)
      if (this.hashes[at] === hash) visit(this.values[at]!, this.marks[at]!);
  }

  /**
   * Puts entries that came since somebody last asked into their chains, all chains anew where they grew long. Done by
   * itself when somebody asks; whoever has just added many may do it when it suits.
   */
  linkAll(): void {
    if (this.linked === this.used) return;
    if (this.heads.length < this.used) {
      // Each entry that is not in use must stay out of the chains.
      const idle = new Set<number>();
      for (let at = this.free; at !== NONE; at = this.next[at]!) idle.add(at);
      let count = this.heads.length;
      while (count < this.used) count *= 2;
      this.heads = new Int32Array(count).fill(NONE);
      for (let entry = 0; entry < this.linked; entry++) if (!idle.has(entry)) this.link(entry);
    }
    while (this.linked < this.used) this.link(this.linked++);
  }

  private link(entry: number): void {
    const head = this.hashes[entry]! & (this.heads.length - 1);
    this.next[entry] = this.heads[head]!;
    this.heads[head] = entry;
  }

  private grow(): void {
    // By a fourth: of many millions of entries twice as much would be a lot to leave empty.
    const size = this.values.length + (this.values.length >> 2);
    const enlarged = <T extends Uint32Array | Int32Array>(from: T, to: T): T => (to.set(from), to);
    this.hashes = enlarged(this.hashes, new Uint32Array(size));
    this.values = enlarged(this.values, new Uint32Array(size));
    this.marks = enlarged(this.marks, new Uint32Array(size));
    this.next = enlarged(this.next, new Int32Array(size));
  }
}
