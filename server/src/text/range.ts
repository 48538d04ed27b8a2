import { bisect } from './bisect.ts';

/**
 * A half-open range of UTF-16 offsets into a document's text in its internal form: line ends are `\n`,
 * without a byte order mark.
 */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A zero-based line and a zero-based UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two positions; `end` is exclusive. */
export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

/** Whether `offset` is in `range` or at its end, so that a cursor after the last character still counts. */
export function touches(range: TextRange, offset: number): boolean {
  return range.from <= offset && offset <= range.to;
}

/** Whether `inner` lies within `outer`. */
export function encloses(outer: TextRange, inner: TextRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether the two ranges share at least one character. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.from < b.to && b.from < a.to;
}

/** The range moved by `by` offsets. */
export function shifted(range: TextRange, by: number): TextRange {
  return by === 0 ? range : { from: range.from + by, to: range.to + by };
}

/**
 * The index of the first of the `sorted` ranges, from index `first` on, that begins at `offset` or later.
 * Binary search.
 */
export function firstFrom(sorted: readonly { readonly from: number }[], offset: number, first = 0): number {
  return bisect(sorted.length, (i) => sorted[i]!.from >= offset, first);
}
