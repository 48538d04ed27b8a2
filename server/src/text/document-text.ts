import { LineIndex } from './line-index.ts';
import { LinesInTheMaking } from './lines-in-the-making.ts';
import { Pieces, type Sliceable } from './pieces.ts';
import type { PositionRange, TextRange } from './range.ts';

/** A change as editors report it; without a range the whole text is replaced. */
export interface TextChange {
  readonly range?: PositionRange;
  readonly text: string;
}

/** A replacement in offsets: `[from, to)` of the text before it becomes `insert`. */
export interface Splice extends TextRange {
  readonly insert: string;
}

/** Longer texts, in UTF-16 units, become a piece table once they are edited. */
const LONG = 131_072;

/** Up to this many changes are applied to the line index one by one. */
const FEW = 4;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The text of a document, immutable. Line ends are `\n`, whatever the file has: positions are lines and
 * columns, so editors agree, and the parser never sees a `\r`.
 */
export class DocumentText {
  private constructor(
    /** The text, as a string or a piece table, to be sliced without joining it. */
    readonly words: Sliceable,
    /** The line end for edits that we send. */
    readonly lineEnd: '\n' | '\r\n',
    private lineIndex?: LineIndex,
  ) {}

  static of(raw: string): DocumentText {
    const body = raw.startsWith(BYTE_ORDER_MARK) ? raw.slice(1) : raw;
    if (!body.includes('\r')) return new DocumentText(body, '\n');
    return new DocumentText(withoutCarriageReturns(body), body.includes('\r\n') ? '\r\n' : '\n');
  }

  /** The whole text as one string. For an edited long text it is joined on first use. */
  get text(): string {
    return this.words.toString();
  }

  get length(): number {
    return this.words.length;
  }

  get lines(): LineIndex {
    return (this.lineIndex ??= LineIndex.of(this.text));
  }

  slice(range: TextRange): string {
    return this.words.slice(range.from, range.to);
  }

  /** Applies an editor's changes in order, each to the result of the one before it. */
  apply(changes: readonly TextChange[]): { document: DocumentText; splices: Splice[] } {
    const splices: Splice[] = [];
    if (changes.length === 0) return { document: this, splices };
    // For a few changes, copying the index is faster than splitting it into chunks.
    let index = this.lines;
    const lines = changes.length > FEW ? new LinesInTheMaking(index) : null;
    let { words } = this;
    for (const change of changes) {
      const insert = withoutCarriageReturns(change.text);
      const { from, to } = change.range
        ? inOrder((lines ?? index).offsets(change.range))
        : { from: 0, to: words.length };
      splices.push({ from, to, insert });
      words = replaced(words, from, to, insert);
      if (lines) lines.splice(from, to, insert);
      else index = index.spliced({ from, to, insert });
    }
    return { document: new DocumentText(words, this.lineEnd, lines?.finish() ?? index), splices };
  }
}

/** Some editors send ranges with their ends swapped. */
function inOrder({ from, to }: TextRange): TextRange {
  return from <= to ? { from, to } : { from: to, to: from };
}

function replaced(words: Sliceable, from: number, to: number, insert: string): Sliceable {
  if (words.length < LONG) return words.slice(0, from) + insert + words.slice(to);
  const pieces = words instanceof Pieces ? words : Pieces.of(words.toString());
  return pieces.spliced(from, to, insert);
}

function withoutCarriageReturns(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
