/**
 * Lengths of the first chunk and of full ones. Multiples of six, so that no pair or triple spans two chunks.
 */
const FIRST = 384;
const LARGEST = FIRST << 8;

/** An append-only list of 32-bit numbers as a chunked array: little is copied, and little left empty. */
export class GrowingNumbers {
  private readonly full: Uint32Array[] = [];
  private last = new Uint32Array(FIRST);
  private used = 0;

  get length(): number {
    return this.full.length * LARGEST + this.used;
  }

  push(number: number): void {
    if (this.used === this.last.length) this.grow();
    this.last[this.used++] = number;
  }

  /** Appends three numbers. Only for lists that hold nothing but triples. */
  pushTriple(one: number, two: number, three: number): void {
    if (this.used === this.last.length) this.grow();
    const { last, used } = this;
    last[used] = one;
    last[used + 1] = two;
    last[used + 2] = three;
    this.used = used + 3;
  }

  /** All numbers in their order. The length of each chunk but the last is a multiple of six. */
  pieces(): Uint32Array[] {
    return [...this.full, this.last.subarray(0, this.used)];
  }

  clear(): void {
    this.full.length = 0;
    this.used = 0;
    if (this.last.length > FIRST) this.last = new Uint32Array(FIRST);
  }

  private grow(): void {
    const { last } = this;
    this.last = new Uint32Array(Math.min(LARGEST, last.length * 4));
    if (last.length < LARGEST) return this.last.set(last);
    this.full.push(last);
    this.used = 0;
  }
}
