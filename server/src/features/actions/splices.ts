import { bisect } from '../../text/bisect.ts';
import type { TextRange } from '../../text/range.ts';

/** A change of one text. */
export interface TextSplice {
  readonly range: TextRange;
  readonly insert: string;
}

/** A text after some splices, and a map from old offsets. */
export interface Spliced {
  readonly text: string;
  /** The new offset for an old one; for an insertion point, the offset before it. */
  readonly place: (offset: number) => number;
}

/** The range of an edit's selection after all edits of one text; null where none selects anything. */
export function selectionAfter(
  edits: readonly (TextSplice & { readonly select?: TextRange })[],
): TextRange | null {
  const sorted = [...edits].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  let by = 0;
  for (const { range, insert, select } of sorted) {
    if (select) return { from: range.from + by + select.from, to: range.from + by + select.to };
    by += insert.length - (range.to - range.from);
  }
  return null;
}

/** Applies disjoint splices whose offsets are all in `text`. Two at the same offset keep their order. */
export function spliced(text: string, splices: readonly TextSplice[]): Spliced {
  const sorted = [...splices].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  let result = '';
  let done = 0;
  for (const { range, insert } of sorted) {
    result += text.slice(done, range.from) + insert;
    done = range.to;
  }
  const by = [0];
  for (const { range, insert } of sorted) by.push(by.at(-1)! + insert.length - (range.to - range.from));
  const place = (offset: number) => {
    const before = bisect(sorted.length, (i) => sorted[i]!.range.from >= offset);
    const last = sorted[before - 1]?.range;
    return last && last.to > offset ? last.from + by[before - 1]! : offset + by[before]!;
  };
  return { text: result + text.slice(done), place };
}

/** Tests whether a splice changes `text`. */
export function changes(text: string): (splice: TextSplice) => boolean {
  return ({ range, insert }) => text.slice(range.from, range.to) !== insert;
}
