import type { ByteSink } from './byte-sink.ts';
import type { Position, PositionRange, TextRange } from './range.ts';
import { lastAtMost } from './bisect.ts';

/** So many positions are read from the packed bytes before the index is unpacked: most callers need one or two. */
const FEW = 8;

/** The start of each line of a text; converts between offsets and positions. */
export class LineIndex {
  private known: Lines | null;
  private readOff = 0;

  private constructor(
    lines: Lines | null,
    private readonly bytes: Uint8Array | null = null,
  ) {
    this.known = lines;
  }

  private get starts(): Uint32Array {
    return (this.known ??= unpackLines(this.bytes!)).starts;
  }

  private get length(): number {
    return (this.known ??= unpackLines(this.bytes!)).length;
  }

  /** Builds the index of `text`, whose line ends are all `\n`. */
  static of(text: string): LineIndex {
    let starts = new Uint32Array(16 + (text.length >> 7));
    let count = 1;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      if (count === starts.length) {
        const more = new Uint32Array(count * 2);
        more.set(starts);
        starts = more;
      }
      starts[count++] = at + 1;
    }
    return new LineIndex({ starts: starts.subarray(0, count), length: text.length });
  }

  /** Builds an index from line lengths, each with its line end; the last has none. */
  static ofLengths(lengths: readonly number[]): LineIndex {
    const starts = new Uint32Array(lengths.length);
    let length = 0;
    lengths.forEach((each, line) => {
      starts[line] = length;
      length += each;
    });
    return new LineIndex({ starts, length });
  }

  /** An index from the bytes of `packed`, decoded on demand. The bytes must not change. */
  static unpacked(bytes: Uint8Array): LineIndex {
    return new LineIndex(null, bytes);
  }

  /** The same bytes as `packed`, without building the index. `sink` must be empty; its buffer is reused. */
  static pack(text: string, sink: ByteSink): Uint8Array {
    let start = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', start)) {
      sink.number(at + 1 - start);
      start = at + 1;
    }
    sink.number(text.length - start);
    return sink.take();
  }

  /** The line lengths as varints: a fourth of the memory of the starts. */
  packed(): Uint8Array {
    const { starts, length } = this;
    const bytes = new Uint8Array(starts.length * 5);
    let at = 0;
    for (let line = 0; line < starts.length; line++) {
      let rest = (starts[line + 1] ?? length) - starts[line]!;
      for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
      bytes[at++] = rest;
    }
    return bytes.slice(0, at);
  }

  /** The index after `[from, to)` is replaced by `insert`; scans only what was inserted. */
  spliced({
    from,
    to,
    insert,
  }: {
    readonly from: number;
    readonly to: number;
    readonly insert: string;
  }): LineIndex {
    const { starts } = this;
    const head = this.lineAt(from) + 1;
    const tail = this.lineAt(to) + 1;
    const inserted = LineIndex.of(insert).starts;
    const by = insert.length - (to - from);
    const spliced = new Uint32Array(head + inserted.length - 1 + starts.length - tail);
    spliced.set(starts.subarray(0, head));
    for (let i = 1; i < inserted.length; i++) spliced[head + i - 1] = from + inserted[i]!;
    const behind = head + inserted.length - 1;
    for (let i = tail; i < starts.length; i++) spliced[behind + i - tail] = starts[i]! + by;
    return new LineIndex({ starts: spliced, length: this.length + by });
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The offset where `line` begins; the end of the text for a line past the last. */
  lineStart(line: number): number {
    return line < 0 ? 0 : (this.starts[line] ?? this.length);
  }

  /** The offset of the `\n` that ends `line`, or the end of the text. */
  lineEnd(line: number): number {
    const next = this.starts[line + 1];
    return next === undefined ? this.length : next - 1;
  }

  /** The zero-based line that `offset` is on. */
  lineAt(offset: number): number {
    return Math.max(0, lastAtMost(this.starts, offset));
  }

  /** The position of an offset. One outside the text is moved to the nearest end. */
  positionAt(offset: number): Position {
    if (!this.known && this.readOff++ < FEW) return positionIn(this.bytes!, offset);
    const inside = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.starts[line]! };
  }

  /** The offset of a position. As the protocol demands, a column past the end of its line means that end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.starts.length) return this.length;
    return Math.min(
      this.lineStart(position.line) + Math.max(0, position.character),
      this.lineEnd(position.line),
    );
  }

  positions(range: TextRange): PositionRange {
    return { start: this.positionAt(range.from), end: this.positionAt(range.to) };
  }

  offsets(range: PositionRange): TextRange {
    return { from: this.offsetAt(range.start), to: this.offsetAt(range.end) };
  }
}

interface Lines {
  readonly starts: Uint32Array;
  readonly length: number;
}

function unpackLines(bytes: Uint8Array): Lines {
  let count = 0;
  for (const byte of bytes) if (byte < 128) count++;
  if (count === 0) return { starts: new Uint32Array(1), length: 0 };
  const starts = new Uint32Array(count);
  let at = 0;
  let length = 0;
  for (let line = 0; line < count; line++) {
    starts[line] = length;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      length += (byte & 127) << shift;
      if (byte < 128) break;
    }
  }
  return { starts, length };
}

/** As `positionAt`, on packed lines. */
function positionIn(bytes: Uint8Array, offset: number): Position {
  let start = 0;
  let size = 0;
  let line = -1;
  // Loop invariant: `size` is the length of `line`, which begins at `start`.
  for (let at = 0; at < bytes.length;) {
    if (line >= 0 && offset < start + size) break;
    start += size;
    line++;
    size = 0;
    for (let shift = 0; at < bytes.length; shift += 7) {
      const byte = bytes[at++]!;
      size += (byte & 127) << shift;
      if (byte < 128) break;
    }
  }
  return { line: Math.max(0, line), character: Math.max(0, Math.min(offset - start, size)) };
}
