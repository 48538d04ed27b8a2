import { lastAtMost } from '../text/bisect.ts';

/** Text cut out of a larger one, with a map back to the offsets there. */

/** The start of each piece, in the excerpt and in the text that it was taken from; ascending. */
export interface Origins {
  readonly starts: readonly number[];
  readonly origins: readonly number[];
}

/**
 * Collects pieces of one text (itself perhaps an excerpt): the lines of a block quotation without their `>`,
 * those of a list item without their indentation.
 */
export class Excerpt implements Origins {
  private pieces: string[] = [];
  private length = 0;
  readonly starts: number[] = [];
  readonly origins: number[] = [];

  constructor(
    private readonly source: string,
    private readonly sourceOrigins: Origins | null,
  ) {}

  /**
   * The pieces as one string. Joined, not concatenated: V8 makes a rope of a concatenation, which costs a
   * pointer more at each character.
   */
  get text(): string {
    if (this.pieces.length > 1) this.pieces = [this.pieces.join('')];
    return this.pieces[0] ?? '';
  }

  /** Adds the characters `[from, to)` of the source. */
  add(from: number, to: number): void {
    if (from >= to) return;
    const { length } = this;
    const outer = this.sourceOrigins;
    if (!outer) this.note(length, from);
    else {
      let index = pieceAt(outer.starts, from);
      this.note(length, outer.origins[index]! + from - outer.starts[index]!);
      for (index++; index < outer.starts.length && outer.starts[index]! < to; index++)
        this.note(length + outer.starts[index]! - from, outer.origins[index]!);
    }
    this.pieces.push(this.source.slice(from, to));
    this.length += to - from;
  }

  /** Adds characters that the source does not have (spaces for a tab, a line end); they map to `origin`. */
  insert(characters: string, origin: number): void {
    if (characters === '') return;
    const outer = this.sourceOrigins;
    const place = outer ? originOf(outer, origin) : origin;
    for (let i = 0; i < characters.length; i++) {
      this.starts.push(this.length + i);
      this.origins.push(place);
    }
    this.pieces.push(characters);
    this.length += characters.length;
  }

  /** Drops white space at the end. */
  trimEnd(): void {
    const trimmed = this.text.trimEnd();
    this.pieces = [trimmed];
    this.length = trimmed.length;
    while (this.starts.length > 0 && this.starts.at(-1)! >= this.length) {
      this.starts.pop();
      this.origins.pop();
    }
  }

  private note(start: number, origin: number): void {
    const last = this.starts.length - 1;
    if (last >= 0 && this.origins[last]! + start - this.starts[last]! === origin) return;
    this.starts.push(start);
    this.origins.push(origin);
  }
}

/** The index of the piece that contains `offset`, by binary search. */
function pieceAt(starts: readonly number[], offset: number): number {
  return Math.max(0, lastAtMost(starts, offset));
}

/** The offset in the source of the character at `offset` of an excerpt. */
export function originOf(excerpt: Origins, offset: number): number {
  if (excerpt.starts.length === 0) return 0;
  const index = pieceAt(excerpt.starts, offset);
  return excerpt.origins[index]! + Math.max(0, offset - excerpt.starts[index]!);
}
