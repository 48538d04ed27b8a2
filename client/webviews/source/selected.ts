/** What is selected on a page, as a stretch of the text of the work; and selecting by keyboard. */
import type { WorkStretch } from '../../../server/src/protocol/source.ts';
import { bringIntoView } from '../shared/into-view.ts';
import type { LaidWord } from './text-layer.ts';

/** The stretch from the first selected word to the last; null where nothing of the text is selected. */
export function selectedStretch(words: readonly LaidWord[]): WorkStretch | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  let from = Infinity;
  let to = -1;
  for (const { element, at, length } of words) {
    if (at === null || !range.intersectsNode(element)) continue;
    const begins = offsetWithin(element, range.startContainer, range.startOffset) ?? 0;
    // The space after a word is no part of it.
    const ends = Math.min(length, offsetWithin(element, range.endContainer, range.endOffset) ?? length);
    if (begins >= ends) continue;
    from = Math.min(from, at + begins);
    to = Math.max(to, at + ends);
  }
  return from < to ? { from, to } : null;
}

/** An end of a selection as an offset in the text of a word; null where it lies in another. */
function offsetWithin(element: HTMLElement, container: Node, offset: number): number | null {
  if (container === element) return offset === 0 ? 0 : null;
  return element.contains(container) ? offset : null;
}

/** Words selected by keyboard, from one to another. */
export class KeyboardSelection {
  private first = -1;
  private last = -1;

  constructor(private readonly words: readonly LaidWord[]) {}

  /** Selects the words of a stretch; false where none of them is on the page. */
  take(stretch: WorkStretch): boolean {
    const within = ({ at, length }: LaidWord): boolean =>
      at !== null && at < stretch.to && stretch.from < at + length;
    this.first = this.words.findIndex(within);
    this.last = this.words.findLastIndex(within);
    return this.show();
  }

  /**
   * Moves the end of what is selected, or its beginning, by words; from `begin` on where nothing is. The end stops at the word
   * number `limit`, unless it lies beyond that already.
   */
  move(end: 'first' | 'last', by: number, begin: WorkStretch | null, limit: number): void {
    if (this.first < 0 && !(begin && this.take({ from: begin.from, to: begin.from + 1 }))) {
      this.first = this.last = 0;
      this.show();
      return;
    }
    const most = this.last <= limit ? limit : this.words.length - 1;
    if (end === 'last') this.last = clamp(this.last + by, this.first, most);
    else this.first = clamp(this.first + by, 0, this.last);
    this.show();
  }

  /** Whether the end of what is selected is the word number `index`. */
  endsAt(index: number): boolean {
    return this.last >= 0 && this.last === index;
  }

  /** Whether a single word is selected. */
  get isOneWord(): boolean {
    return this.first >= 0 && this.first === this.last;
  }

  /** Forgets what was selected. */
  clear(): void {
    this.first = this.last = -1;
  }

  private show(): boolean {
    const [first, last] = [this.words[this.first], this.words[this.last]];
    if (!first || !last) return false;
    getSelection()?.setBaseAndExtent(first.element, 0, last.element, last.element.childNodes.length);
    bringIntoView(last.element, 'nearest');
    return true;
  }
}

function clamp(number: number, least: number, most: number): number {
  return Math.min(Math.max(number, least), most);
}
