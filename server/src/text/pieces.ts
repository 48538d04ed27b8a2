/** A piece table: texts that are edited without a copy of the whole at each keystroke. */

/** What can be sliced; a string is an example. */
export interface Sliceable {
  readonly length: number;
  /** The text in `[from, to)`; to its end without `to`. */
  slice(from: number, to?: number): string;
  toString(): string;
}

const SIZE = 32_768;

/** A text as a flat list of chunks, immutable. An edit replaces one chunk; the others are shared. */
export class Pieces implements Sliceable {
  private whole: string | null = null;

  private constructor(
    private readonly pieces: readonly string[],
    readonly length: number,
  ) {}

  static of(text: string): Pieces {
    return new Pieces(piecesOf(text), text.length);
  }

  /** The number of chunks. */
  get count(): number {
    return this.pieces.length;
  }

  slice(from: number, to = this.length): string {
    if (this.whole !== null) return this.whole.slice(from, to);
    const found: string[] = [];
    let start = 0;
    for (const piece of this.pieces) {
      if (start >= to) break;
      const end = start + piece.length;
      if (end > from) found.push(piece.slice(Math.max(0, from - start), to - start));
      start = end;
    }
    return found.length === 1 ? found[0]! : found.join('');
  }

  /** The text after `[from, to)` is replaced by `insert`. */
  spliced(from: number, to: number, insert: string): Pieces {
    const before: string[] = [];
    const behind: string[] = [];
    let [head, tail] = ['', ''];
    let start = 0;
    for (const piece of this.pieces) {
      const end = start + piece.length;
      // Text inserted right after a chunk is appended to it, so that typing does not create a chunk for each
      // character.
      if (end < from) before.push(piece);
      else if (start >= to) behind.push(piece);
      if (start < from && from <= end) head = piece.slice(0, from - start);
      if (start < to && to < end) tail = piece.slice(to - start);
      start = end;
    }
    return new Pieces(
      [...before, ...piecesOf([head, insert, tail].join('')), ...behind],
      this.length - (to - from) + insert.length,
    );
  }

  /** The whole text, joined once. */
  toString(): string {
    return (this.whole ??= this.pieces.join(''));
  }
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += SIZE) pieces.push(text.slice(at, at + SIZE));
  return pieces;
}
