import type { TextRange } from '../../text/range.ts';

/** A change of one text. */
export interface TextSplice {
  readonly range: TextRange;
  readonly insert: string;
}

/** A text after some splices, and where an offset of the old text has come to. */
export interface Spliced {
  readonly text: string;
  /** The place of an old offset; of one at an insertion the place before it. */
  readonly place: (offset: number) => number;
}

/** Where the stretch that an edit selects has come to, after all the edits of one text; null where none selects. */
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

/** Applies splices that are all counted in `text` and do not overlap. Two at one offset keep their order. */
export function spliced(text: string, splices: readonly TextSplice[]): Spliced {
  const sorted = [...splices].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  let result = '';
  let done = 0;
  for (const { range, insert } of sorted) {
    result += text.slice(done, range.from) + insert;
    done = range.to;
  }
  const place = (offset: number) => {
    let by = 0;
    for (const { range, insert } of sorted) {
      if (range.from >= offset) break;
      if (range.to > offset) return range.from + by;
      by += insert.length - (range.to - range.from);
    }
    return offset + by;
  };
  return { text: result + text.slice(done), place };
}
