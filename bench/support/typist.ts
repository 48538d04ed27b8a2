import { LineIndex } from '../../server/src/text/line-index.ts';
import type { TextChange } from '../../server/src/text/document-text.ts';

/** How many letters come one behind the other, and are taken back again, before the next place. */
const BURST = 8;

/**
 * Somebody who types a few letters here and a few there, in prose mostly, in markup where chance will have it,
 * and strikes them out again: so that the text stays what it was, however long it is typed in.
 */
export class Typist {
  private at = 0;
  private step = 0;

  constructor(
    /** The text as it stands by now. */
    public text: string,
    private readonly random: () => number,
  ) {}

  /** The next letter or backspace, as an editor reports it. */
  next(): TextChange {
    if (this.step === 0) this.at = Math.floor(this.random() * this.text.length);
    const forward = this.step < BURST;
    this.step = (this.step + 1) % (2 * BURST);
    return forward
      ? this.change(this.at++, 0, 'etaoinshrdlu '.charAt(Math.floor(this.random() * 13)))
      : this.change(--this.at, 1, '');
  }

  private change(from: number, length: number, insert: string): TextChange {
    const range = LineIndex.of(this.text).positions({ from, to: from + length });
    this.text = this.text.slice(0, from) + insert + this.text.slice(from + length);
    return { range, text: insert };
  }
}
