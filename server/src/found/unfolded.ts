/** A text in columns, written in the order in which it is read, and what was read in it, put back in its place. */
import { lastAtMost } from '../text/bisect.ts';
import type { ColumnPage } from './columns.ts';
import type { TextRange } from '../text/range.ts';

/** The text of a document whose columns stand one after another. */
export class Unfolded {
  readonly text: string;
  /** The start of each piece in `text`, … */
  private readonly here: number[] = [];
  /** … and in the document, with its end. */
  private readonly there: TextRange[] = [];

  /** `pages` have pieces, and are in order. */
  constructor(document: string, pages: readonly ColumnPage[]) {
    const parts: string[] = [];
    let length = 0;
    const add = (from: number, to: number, after: string): void => {
      this.here.push(length);
      this.there.push({ from, to });
      parts.push(document.slice(from, to), after);
      length += to - from + after.length;
    };
    let copied = 0;
    for (const { from, to, pieces } of pages) {
      if (pieces === null) continue;
      if (from > copied) add(copied, from, '');
      pieces.forEach((piece, i) => {
        if (piece) add(piece.from, piece.to, pieces[i + 1] === null ? '\n\f' : '\n');
      });
      copied = Math.min(document.length, to + 1);
    }
    if (copied < document.length) add(copied, document.length, '');
    this.text = parts.join('');
  }

  /** The range of the document, without what stands in further lines of a column. */
  private placed({ from, to }: TextRange): TextRange {
    const i = Math.max(0, lastAtMost(this.here, from));
    const piece = this.there[i]!;
    const start = Math.min(piece.from + from - this.here[i]!, piece.to);
    return { from: start, to: Math.max(start, Math.min(piece.to, start + to - from)) };
  }

  /** The parts of the ranges of the document within `text`, sorted. */
  within(ranges: readonly TextRange[]): TextRange[] {
    if (ranges.length === 0) return [];
    const starts = ranges.map(({ from }) => from);
    return this.there.flatMap(({ from, to }, i) => {
      const found: TextRange[] = [];
      for (let k = Math.max(0, lastAtMost(starts, from)); k < ranges.length && ranges[k]!.from < to; k++) {
        const start = Math.max(from, ranges[k]!.from);
        const end = Math.min(to, ranges[k]!.to);
        const shift = this.here[i]! - from;
        if (end > start) found.push({ from: start + shift, to: end + shift });
      }
      return found;
    });
  }

  /** `facts` of `text` with the ranges of the document; numbers of pages stay. */
  inPlace<T>(facts: T): T {
    if (Array.isArray(facts)) return facts.map((each: unknown) => this.inPlace(each)) as T;
    if (typeof facts !== 'object' || facts === null) return facts;
    const entries = Object.entries(facts).map(([name, value]: [string, unknown]) => [
      name,
      name === 'pages' ? value : this.inPlace(value),
    ]);
    const copy = Object.fromEntries(entries) as Record<string, unknown>;
    return (isRange(facts) ? { ...copy, ...this.placed(facts) } : copy) as T;
  }
}

function isRange(value: object): value is TextRange {
  return 'from' in value && 'to' in value && typeof value.from === 'number' && typeof value.to === 'number';
}
