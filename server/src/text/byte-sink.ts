/** The maximum length of a 32-bit varint, in bytes. */
const LONGEST_NUMBER = 5;
/** Up to this many bytes are copied faster one by one than through a typed array view. */
const FEW = 64;

/** A growing buffer of bytes. */
export class ByteSink {
  private bytes = new Uint8Array(1024);
  private used = 0;

  get length(): number {
    return this.used;
  }

  /** Writes a whole number from 0 to 2³² − 1 as a varint (LEB128). */
  number(value: number): void {
    this.makeRoom(LONGEST_NUMBER);
    const { bytes } = this;
    let at = this.used;
    let rest = value >>> 0;
    for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
    bytes[at++] = rest;
    this.used = at;
  }

  /** Writes a string if it is ASCII. If not, writes nothing and returns false. */
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

  /** Moves the contents of another sink into this one. */
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

  /** The bytes so far, as a view that is valid until the next write. */
  peek(): Uint8Array {
    return this.bytes.subarray(0, this.used);
  }

  /** A copy of the bytes so far; the sink is empty afterwards. */
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
