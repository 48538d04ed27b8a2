import { LineIndex } from './line-index.ts';
import type { PositionRange, TextRange } from './range.ts';

/** A change as an editor reports it; without a range the whole text is replaced. */
export interface TextChange {
  readonly range?: PositionRange;
  readonly text: string;
}

/** A change in offsets: `[from, to)` of the text before it was replaced by `insert`. */
export interface Splice extends TextRange {
  readonly insert: string;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The text of a document, immutable. Line ends are `\n` inside, whatever the file has: positions are lines
 * and columns, so the editor and we agree, and the parser never meets a `\r`.
 */
export class DocumentText {
  private constructor(
    readonly text: string,
    /** What edits that we send should end their lines with. */
    readonly lineEnd: '\n' | '\r\n',
    private lineIndex?: LineIndex,
  ) {}

  static of(raw: string): DocumentText {
    const body = raw.startsWith(BYTE_ORDER_MARK) ? raw.slice(1) : raw;
    if (!body.includes('\r')) return new DocumentText(body, '\n');
    return new DocumentText(withoutCarriageReturns(body), body.includes('\r\n') ? '\r\n' : '\n');
  }

  get length(): number {
    return this.text.length;
  }

  get lines(): LineIndex {
    return (this.lineIndex ??= LineIndex.of(this.text));
  }

  slice(range: TextRange): string {
    return this.text.slice(range.from, range.to);
  }

  /** Applies an editor's changes in their order; each is counted in the text that the one before it left. */
  apply(changes: readonly TextChange[]): { document: DocumentText; splices: Splice[] } {
    let document: DocumentText | null = null;
    const splices: Splice[] = [];
    for (const change of changes) {
      const before: DocumentText = document ?? this;
      const insert = withoutCarriageReturns(change.text);
      const { from, to } = change.range
        ? before.lines.offsets(change.range)
        : { from: 0, to: before.text.length };
      splices.push({ from, to, insert });
      const text = before.text.slice(0, from) + insert + before.text.slice(to);
      document = new DocumentText(text, this.lineEnd, before.lines.spliced({ from, to, insert }));
    }
    return { document: document ?? this, splices };
  }
}

function withoutCarriageReturns(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
