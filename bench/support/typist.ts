import { LineIndex } from '../../server/src/text/line-index.ts';
import type { TextChange } from '../../server/src/text/document-text.ts';

/** How many letters come one behind the other, and are taken back again, before the next place. */
const BURST = 8;

/**
 * Somebody who types a few letters here and a few there, in prose mostly, in markup where chance will have it,
 * and strikes them out again: so that the text stays what it was, however long it is typed in. Makes no garbage that
 * the one who is measured in the same process would have to clear away.
 */
export class Typist {
  private readonly lines: LineIndex;
  private at = 0;
  private step = 0;

  constructor(
    /** The text before the first letter, and after each burst. */
    readonly text: string,
    private readonly random: () => number,
  ) {
    this.lines = LineIndex.of(text);
  }

  /** The next letter or backspace, as an editor reports it. */
  next(): TextChange {
    if (this.step === 0) this.at = Math.floor(this.random() * this.text.length);
    // No burst holds the end of a line, so that what was typed of it moves nothing but columns behind it.
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
