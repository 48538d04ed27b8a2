const FIRST_SIZE = 1024;
const NONE = -1;

/**
 * Lists of numbers under numbers, in typed arrays: eight bytes an item, and nothing for the garbage collector to look
 * at where there are millions. No list holds a number twice unless it was added twice.
 */
export class Postings {
  private heads = new Int32Array(FIRST_SIZE).fill(NONE);
  private values = new Uint32Array(FIRST_SIZE);
  private next = new Int32Array(FIRST_SIZE);
  private used = 0;
  private free = NONE;

  /** Whether nothing is listed under `key`. */
  isEmpty(key: number): boolean {
    return (this.heads[key] ?? NONE) === NONE;
  }

  /** What is listed under `key`, in no order. */
  of(key: number): number[] {
    const found: number[] = [];
    for (let at = this.heads[key] ?? NONE; at !== NONE; at = this.next[at]!) found.push(this.values[at]!);
    return found;
  }

  add(key: number, value: number): void {
    if (key >= this.heads.length) this.widen(key + 1);
    let item = this.free;
    if (item !== NONE) this.free = this.next[item]!;
    else {
      if (this.used === this.values.length) this.grow();
      item = this.used++;
    }
    this.values[item] = value;
    this.next[item] = this.heads[key]!;
    this.heads[key] = item;
  }

  /** Takes one item away; one that is not there is passed over. */
  remove(key: number, value: number): void {
    let before = NONE;
    for (let at = this.heads[key] ?? NONE; at !== NONE; before = at, at = this.next[at]!) {
      if (this.values[at] !== value) continue;
      if (before === NONE) this.heads[key] = this.next[at]!;
      else this.next[before] = this.next[at]!;
      this.next[at] = this.free;
      this.free = at;
      return;
    }
  }

  private widen(wanted: number): void {
    const heads = new Int32Array(Math.max(wanted, this.heads.length * 2)).fill(NONE);
    heads.set(this.heads);
    this.heads = heads;
  }

  private grow(): void {
    const size = this.values.length + (this.values.length >> 2);
    const values = new Uint32Array(size);
    values.set(this.values);
    this.values = values;
    const next = new Int32Array(size);
    next.set(this.next);
    this.next = next;
  }
}
