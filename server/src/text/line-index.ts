import type { Position, PositionRange, TextRange } from './range.ts';

/** Where each line of a text begins; converts between offsets and positions. */
export class LineIndex {
  private constructor(
    private readonly starts: Uint32Array,
    private readonly length: number,
  ) {}

  /** Reads the line starts of `text`, whose line ends are all `\n`. */
  static of(text: string): LineIndex {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return new LineIndex(Uint32Array.from(starts), text.length);
  }

  /** The lines as `packed` wrote them. */
  static unpacked(bytes: Uint8Array): LineIndex {
    let count = 0;
    for (const byte of bytes) if (byte < 128) count++;
    const starts = new Uint32Array(count);
    let at = 0;
    let line = 0;
    for (let start = 0; line < count; line++) {
      starts[line] = start;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++]!;
        start += (byte & 127) << shift;
        if (byte < 128) break;
      }
      if (line === count - 1) return new LineIndex(starts, start);
    }
    return LineIndex.of('');
  }

  /** How long each line is, in bytes of seven bits: a fourth of the room that the starts take. */
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

  /** The lines of the text that comes of replacing `[from, to)` by `insert`; counts only what was inserted. */
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
    return new LineIndex(spliced, this.length + by);
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

  /** The zero-based line that `offset` is on, found by bisection. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** An offset outside the text is taken for the nearest end of it. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(inside);
    return { line, character: inside - this.starts[line]! };
  }

  /** A column past the end of its line is taken for that end, as the protocol demands. */
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
