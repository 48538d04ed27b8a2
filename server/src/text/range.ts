import { bisect } from './bisect.ts';

/**
 * A half-open range of UTF-16 offsets into a document's text as it is held inside: line ends are `\n`,
 * a byte order mark is gone.
 */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A zero-based line and a zero-based UTF-16 column, as the Language Server Protocol counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two positions; `end` is exclusive. */
export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

/** Whether `offset` lies in `range`; its end counts, so that a cursor after the last character still hits. */
export function touches(range: TextRange, offset: number): boolean {
  return range.from <= offset && offset <= range.to;
}

/** Whether `inner` lies wholly within `outer`. */
export function encloses(outer: TextRange, inner: TextRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether the two ranges share at least one character. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.from < b.to && b.from < a.to;
}

/** The same range, `by` characters further on. */
export function shifted(range: TextRange, by: number): TextRange {
  return by === 0 ? range : { from: range.from + by, to: range.to + by };
}

/**
 * The index of the first of `sorted` ranges that begins at `offset` or after it; those before
 * `first` are not looked at.
 */
export function firstFrom(sorted: readonly { readonly from: number }[], offset: number, first = 0): number {
  return bisect(sorted.length, (i) => sorted[i]!.from >= offset, first);
}
