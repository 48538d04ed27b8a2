/** A number of 32 bits takes no more bytes than these. */
const LONGEST_NUMBER = 5;
/** So few bytes are sooner copied one by one than by a view of them. */
const FEW = 64;

/** A growing buffer of bytes. */
export class ByteSink {
  private bytes = new Uint8Array(1024);
  private used = 0;

  get length(): number {
    return this.used;
  }

  /** A whole number from 0 to 2³² − 1. */
  number(value: number): void {
    this.makeRoom(LONGEST_NUMBER);
    const { bytes } = this;
    let at = this.used;
    let rest = value >>> 0;
    for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
    bytes[at++] = rest;
    this.used = at;
  }

  /** The characters of a text of ASCII; of any other text nothing, and false. */
  ascii(text: string): boolean {
    const { length } = text;
    this.makeRoom(length);
    const { bytes, used } = this;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) return false;
      bytes[used + i] = code;
    }
    this.used = used + length;
    return true;
  }

  append(more: Uint8Array): void {
    this.makeRoom(more.length);
    this.bytes.set(more, this.used);
    this.used += more.length;
  }

  /** Takes over everything that another has. */
  drain(other: ByteSink): void {
    if (other.used > FEW) this.append(other.peek());
    else {
      this.makeRoom(FEW);
      const { bytes, used } = this;
      const { bytes: more } = other;
      for (let i = 0; i < other.used; i++) bytes[used + i] = more[i]!;
      this.used = used + other.used;
    }
    other.used = 0;
  }

  /** Everything so far: good until more comes. */
  peek(): Uint8Array {
    return this.bytes.subarray(0, this.used);
  }

  /** A copy of everything so far; then there is nothing. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.used);
    this.used = 0;
    return taken;
  }

  clear(): void {
    this.used = 0;
  }

  private makeRoom(more: number): void {
    if (this.used + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.used + more));
    larger.set(this.peek());
    this.bytes = larger;
  }
}
