import { bisect } from '../text/bisect.ts';
import { spliced, type TextSplice } from '../features/actions/splices.ts';

/**
 * A text as it is in its file, with its own line ends and byte order mark, to which splices are applied whose offsets
 * count each line end as one character. What no splice touches stays as it is, mixed line ends too.
 */
export class RawText {
  private constructor(
    /** The whole file, decoded. */
    readonly raw: string,
  ) {}

  static of(raw: string): RawText {
    return new RawText(raw);
  }

  /** Applies disjoint splices. Line ends in insertions become those of the text: CRLF where it has any. */
  spliced(splices: readonly TextSplice[]): RawText {
    const lineEnd = this.raw.includes('\r\n') ? '\r\n' : '\n';
    const place = this.places();
    return new RawText(
      spliced(
        this.raw,
        splices.map(({ range, insert }) => ({
          range: { from: place(range.from), to: place(range.to) },
          insert: lineEnd === '\n' ? insert : insert.replaceAll('\n', lineEnd),
        })),
      ).text,
    );
  }

  /** Maps an offset that counts line ends as one character to one in the file. */
  private places(): (offset: number) => number {
    const start = this.raw.startsWith('\uFEFF') ? 1 : 0;
    // Offsets after which another character is left out.
    const dropped: number[] = [];
    for (let at = this.raw.indexOf('\r\n'); at >= 0; at = this.raw.indexOf('\r\n', at + 2))
      dropped.push(at - start - dropped.length);
    return (offset) => offset + start + bisect(dropped.length, (i) => dropped[i]! >= offset);
  }
}
