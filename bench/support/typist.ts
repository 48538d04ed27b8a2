import { LineIndex } from '../../server/src/text/line-index.ts';
import type { TextChange } from '../../server/src/text/document-text.ts';

/** How many characters are typed and deleted again before the next place. */
const BURST = 8;

/**
 * Types a few characters here and there, in prose or markup, and deletes them again. So the text stays the same in
 * the long run. Allocates little, since it runs in the process that is measured.
 */
export class Typist {
  private readonly lines: LineIndex;
  private at = 0;
  private step = 0;

  constructor(
    /** The text before the first character, and after each burst. */
    readonly text: string,
    private readonly random: () => number,
  ) {
    this.lines = LineIndex.of(text);
  }

  /** The next character or backspace, as an editor reports it. */
  next(): TextChange {
    if (this.step === 0) this.at = Math.floor(this.random() * this.text.length);
    // No burst contains a line end, so that it only moves columns of its own line.
    const { line, character } = this.lines.positionAt(this.at);
    const typed = this.step < BURST ? this.step : 2 * BURST - 1 - this.step;
    const start = { line, character: character + typed };
    const isForward = this.step < BURST;
    this.step = (this.step + 1) % (2 * BURST);
    if (!isForward) return { range: { start, end: { line, character: start.character + 1 } }, text: '' };
    return {
      range: { start, end: start },
      text: 'etaoinshrdlu '.charAt(Math.floor(this.random() * 13)),
    };
  }
}
