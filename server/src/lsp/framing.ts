/** Header lines longer than this, in bytes, are refused. */
const LONGEST_LINE = 1000;
/** Bodies longer than this, in bytes, are refused: Node has no larger buffers. */
const LONGEST_BODY = 2 ** 32;

const LINE_FEED = 10;

/**
 * Parses the headers of messages in a byte stream and detects where something else stands. The protocol library's reader
 * then waits forever or takes one message for part of another, silently.
 */
export class Framing {
  /** The header line so far. */
  private line = '';
  /** Value of `Content-Length`, once read. */
  private length: number | null = null;
  /** Bytes of the body still to come. */
  private rest = 0;

  /**
   * Takes the next chunk. Returns the text that stands where a header should, shortened; null if there is none. Results
   * after such a fault mean nothing.
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

  /** Whether the line so far may belong to a header. Takes it in once it is complete. */
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
