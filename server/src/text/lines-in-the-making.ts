import { LineIndex } from './line-index.ts';
import type { PositionRange, Position, TextRange } from './range.ts';

/** Lines per chunk at first; a chunk of twice as many is split. */
const SIZE = 512;

/** Consecutive lines, by length with the line end. */
interface Chunk {
  readonly lengths: readonly number[];
  /** The sum of the lengths. */
  readonly total: number;
}

/** The chunk, the line in it, and the distance from the line's start. */
interface Place {
  readonly chunk: number;
  readonly line: number;
  readonly column: number;
}

/**
 * The lines of a text during many edits, each in the offsets that the one before it left. A `LineIndex` would
 * be copied for each edit; here an edit replaces one chunk.
 */
export class LinesInTheMaking {
  private chunks: readonly Chunk[];

  constructor(before: LineIndex) {
    const lengths: number[] = [];
    for (let line = 0; line < before.lineCount; line++)
      lengths.push(before.lineStart(line + 1) - before.lineStart(line));
    this.chunks = chunksOf(lengths);
  }

  /** As `LineIndex.offsets`. */
  offsets({ start, end }: PositionRange): TextRange {
    return { from: this.offsetAt(start), to: this.offsetAt(end) };
  }

  /** Replaces `[from, to)` by `insert`. */
  splice(from: number, to: number, insert: string): void {
    const head = this.placeOf(from);
    const tail = this.placeOf(to);
    const { chunks } = this;
    const first = chunks[head.chunk]!.lengths;
    const last = chunks[tail.chunk]!.lengths;
    const come = lengthsOf(insert);
    come[0]! += head.column;
    come[come.length - 1]! += last[tail.line]! - tail.column;
    const made = chunksOf(first.slice(0, head.line).concat(come, last.slice(tail.line + 1)));
    this.chunks = [...chunks.slice(0, head.chunk), ...made, ...chunks.slice(tail.chunk + 1)];
  }

  /** The index after all edits. */
  finish(): LineIndex {
    return LineIndex.ofLengths(this.chunks.flatMap(({ lengths }) => lengths));
  }

  private offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    let start = 0;
    let rest = line;
    for (const [i, { lengths, total }] of this.chunks.entries()) {
      if (rest >= lengths.length) {
        rest -= lengths.length;
        start += total;
        continue;
      }
      for (let before = 0; before < rest; before++) start += lengths[before]!;
      // Every line but the last includes its line end, which no column lies after.
      const isLast = i === this.chunks.length - 1 && rest === lengths.length - 1;
      return start + Math.min(Math.max(0, character), lengths[rest]! - (isLast ? 0 : 1));
    }
    return start;
  }

  private placeOf(offset: number): Place {
    const { chunks } = this;
    let rest = offset;
    let chunk = 0;
    while (chunk < chunks.length - 1 && rest >= chunks[chunk]!.total) rest -= chunks[chunk++]!.total;
    const { lengths } = chunks[chunk]!;
    let line = 0;
    while (line < lengths.length - 1 && rest >= lengths[line]!) rest -= lengths[line++]!;
    return { chunk, line, column: rest };
  }
}

/** The lengths of the lines of a text, with their line ends. */
function lengthsOf(text: string): number[] {
  const lengths: number[] = [];
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', start)) {
    lengths.push(at + 1 - start);
    start = at + 1;
  }
  lengths.push(text.length - start);
  return lengths;
}

function chunksOf(lengths: readonly number[]): Chunk[] {
  if (lengths.length < 2 * SIZE) return [chunkOf(lengths)];
  const chunks: Chunk[] = [];
  for (let at = 0; at < lengths.length; at += SIZE) chunks.push(chunkOf(lengths.slice(at, at + SIZE)));
  return chunks;
}

function chunkOf(lengths: readonly number[]): Chunk {
  let total = 0;
  for (const length of lengths) total += length;
  return { lengths, total };
}
