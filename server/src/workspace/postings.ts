const FIRST_SIZE = 1024;
/** So many numbers that came are no reason to put all anew. */
const FEW = 4096;
/** As many are gathered in one piece. */
const PIECE = 1 << 16;

type Numbers = Uint16Array | Uint32Array;

/**
 * Lists of numbers under numbers, in typed arrays: two bytes a number while all are small, else four. What came since
 * the lists were last put one behind the other stands beside them, until it is a fourth of them. A number that is
 * added twice is listed twice.
 */
export class Postings {
  /** By key: how many numbers there are, how many of them in `packed`, and where these begin. */
  private counts = new Uint32Array(FIRST_SIZE);
  private lengths = new Uint32Array(0);
  private starts = new Uint32Array(0);
  private packed: Numbers = new Uint16Array(0);
  /** By key: what came since, as far as somebody asked. */
  private readonly loose = new Map<number, number[]>();
  private looseSize = 0;
  /** Key and number by turns: what nobody asked for yet, the first pieces full. */
  private readonly pieces: Uint32Array[] = [];
  private piece = new Uint32Array(0);
  private used = 0;
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
    if (this.used === this.piece.length) this.begin();
    this.piece[this.used++] = key;
    this.piece[this.used++] = value;
  }

  /** Takes one item away; one that is not there is passed over. */
  remove(key: number, value: number): void {
    if (this.isEmpty(key)) return;
    this.sort();
    if (this.removeLoose(key, value) || this.removePacked(key, value)) this.counts[key]!--;
  }

  /** Puts in order what came. Done by itself when somebody asks; whoever has just added many may do it when it suits. */
  sort(): void {
    const size = this.pieces.length * PIECE + this.used;
    if (size === 0) return;
    if (this.looseSize + size / 2 > Math.max(FEW, this.packed.length >> 2)) return this.pack();
    this.forEachNew((key, value) => {
      const list = this.loose.get(key);
      if (list) list.push(value);
      else this.loose.set(key, [value]);
    });
    this.looseSize += size / 2;
    this.forgetNew();
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

  /** All lists one behind the other, in the order of their keys. */
  private pack(): void {
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
      packed.set(before.subarray(from[key]!, from[key]! + long[key]!), next[key]);
      next[key]! += long[key]!;
    }
    for (const [key, list] of this.loose) for (const value of list) packed[next[key]!++] = value;
    this.forEachNew((key, value) => (packed[next[key]!++] = value));
    this.packed = packed;
    this.starts = starts;
    this.lengths = counts.slice();
    this.loose.clear();
    this.looseSize = 0;
    this.forgetNew();
  }

  private forEachNew(visit: (key: number, value: number) => void): void {
    for (const piece of this.pieces)
      for (let i = 0; i < piece.length; i += 2) visit(piece[i]!, piece[i + 1]!);
    for (let i = 0; i < this.used; i += 2) visit(this.piece[i]!, this.piece[i + 1]!);
  }

  private forgetNew(): void {
    this.pieces.length = 0;
    this.used = 0;
    // Of the pieces of a first reading none is worth keeping.
    if (this.piece.length > FIRST_SIZE) this.piece = new Uint32Array(FIRST_SIZE);
  }

  /** Goes on in a larger piece, and in one more once they are as large as they become. */
  private begin(): void {
    const full = this.piece;
    this.piece = new Uint32Array(Math.min(PIECE, Math.max(FIRST_SIZE, full.length * 4)));
    if (full.length < PIECE) return this.piece.set(full);
    this.pieces.push(full);
    this.used = 0;
  }

  private widen(wanted: number): void {
    const counts = new Uint32Array(Math.max(wanted, this.counts.length * 2));
    counts.set(this.counts);
    this.counts = counts;
  }
}
