/**
 * Where inline constructs that run over line ends must stop: at blank lines, and in lists at lines that begin
 * an item.
 */
import { NEWLINE, blankLineAt } from './characters.ts';
import { listMarkerAt } from './list-markers.ts';

/** The stops of a text, cached: a stretch that was scanned is not scanned again from within. */
export class ParagraphStops {
  private readonly plain = { since: 0, place: -1 };
  private readonly inList = { since: 0, place: -1 };

  constructor(private readonly text: string) {}

  /** The first line end at or after `at` that is a stop; the text's end where there is none. */
  from(at: number, inList: boolean): number {
    const last = inList ? this.inList : this.plain;
    if (at >= last.since && at <= last.place) return last.place;
    last.since = at;
    return (last.place = this.search(at, inList));
  }

  private search(at: number, inList: boolean): number {
    const { text } = this;
    for (let i = text.indexOf('\n', at); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (text.charCodeAt(i + 1) === NEWLINE || blankLineAt(text, i + 1, text.length) >= 0) return i;
      if (inList && listMarkerAt(text, i + 1, text.length)) return i;
    }
    return text.length;
  }
}
