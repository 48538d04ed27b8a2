/** No header of a message is longer, in bytes. */
const LONGEST_LINE = 1000;
/** No message is longer, in bytes: Node has no buffers beyond. */
const LONGEST_BODY = 2 ** 32;

const LINE_FEED = 10;

/**
 * Follows the headers of messages in a stream of bytes, and notices where something else stands. The reader of the
 * protocol's library then waits for ever or takes one message for a part of another, in silence.
 */
export class Framing {
  /** What has come of a line of the header. */
  private line = '';
  /** What the header has said of the length of its body. */
  private length: number | null = null;
  /** How much of a body is still to come. */
  private rest = 0;

  /**
   * Takes the next bytes. Returns what stands where a header should, shortened; null where all is well. What follows such
   * a fault means nothing.
   */
  take(bytes: Uint8Array): string | null {
    let at = 0;
    while (at < bytes.length) {
      if (this.rest > 0) {
        const skipped = Math.min(this.rest, bytes.length - at);
        this.rest -= skipped;
        at += skipped;
        continue;
      }
      const end = bytes.indexOf(LINE_FEED, at);
      const to = end < 0 ? bytes.length : end + 1;
      this.line += Buffer.from(bytes.subarray(at, Math.min(to, at + LONGEST_LINE + 1))).toString('latin1');
      at = to;
      if (!this.isSound()) return this.line.slice(0, 80);
      if (end >= 0) this.line = '';
    }
    return null;
  }

  /** Whether what has come of a line may belong to a header. Takes it in where it is whole. */
  private isSound(): boolean {
    const { line } = this;
    if (line.length > LONGEST_LINE) return false;
    if (!line.endsWith('\n')) return /^(?:[\w-]+(?::.*)?|\r)?$/s.test(line);
    if (line === '\r\n') {
      if (this.length === null) return false;
      this.rest = this.length;
      this.length = null;
      return true;
    }
    const [, name, value] = /^([\w-]+):[ \t]*(.*?)[ \t]*\r\n$/.exec(line) ?? [];
    if (name === undefined) return false;
    if (name.toLowerCase() !== 'content-length') return true;
    if (!/^\d{1,10}$/.test(value!) || Number(value) > LONGEST_BODY) return false;
    this.length = Number(value);
    return true;
  }
}
