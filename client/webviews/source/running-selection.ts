/** A selection that goes on over the end of a page: only one page is shown at a time, and a sentence may stand on two. */
import type { SourcePage, WorkStretch } from '../../../server/src/protocol/source.ts';

/** A word on a page, and where it stands in the text of the work; null for what is no part of that. */
interface Word {
  readonly at: number | null;
  readonly length: number;
}
type Page = Pick<SourcePage, 'index' | 'label' | 'body'>;

/** What was selected up to the end of the page before the one that is shown. */
export interface Begun {
  readonly from: number;
  /** The page on which it began. */
  readonly page: Pick<SourcePage, 'index' | 'label'>;
  /** The page on which it may go on. */
  readonly next: number;
}

/** Holds what is selected at the end of a page while the next is shown. */
export class RunningSelection {
  private held: Begun | null = null;

  /** What was selected on the pages before, if it may go on at the beginning of `page`. */
  begunBefore({ index }: Pick<Page, 'index'>): Begun | null {
    return this.held?.next === index ? this.held : null;
  }

  /** A page is left for the one at `next`: what reaches its end is held, if that is the page after it. */
  leave(page: Page, words: readonly Word[], selected: WorkStretch | null, next: number): void {
    const before = this.begunBefore(page);
    const last = lastOfBody(page, words);
    this.held = null;
    if (next !== page.index + 1) return;
    // A plate between two pages of a text interrupts no sentence.
    if (last < 0) this.held = before && { ...before, next };
    else if (selected && selected.to >= endOf(words[last]!) && page.body && selected.from < page.body.to) {
      const goesOn = before !== null && this.goesOn(page, words, selected);
      this.held = goesOn ? { ...before, next } : { from: selected.from, page, next };
    }
  }

  /** What is selected on a page, with what of it stands on the pages before. */
  whole(page: Page, words: readonly Word[], selected: WorkStretch): WorkStretch {
    const before = this.begunBefore(page);
    return before && this.goesOn(page, words, selected) ? { from: before.from, to: selected.to } : selected;
  }

  /** Lets go of what was selected. */
  forget(): void {
    this.held = null;
  }

  private goesOn(page: Page, words: readonly Word[], { from }: WorkStretch): boolean {
    return firstOfBody(page, words)?.from === from;
  }
}

/** The first word of the text on a page, without running heads; null where it has none. */
export function firstOfBody({ body }: Page, words: readonly Word[]): WorkStretch | null {
  const first = body && words.find(({ at }) => at !== null && body.from <= at && at < body.to);
  return first ? { from: first.at!, to: endOf(first) } : null;
}

/** Which of the words of a page is the last of its text, before the notes at its foot; -1 where it has none. */
export function lastOfBody({ body }: Page, words: readonly Word[]): number {
  return body === null ? -1 : words.findLastIndex(({ at }) => at !== null && body.from <= at && at < body.to);
}

function endOf({ at, length }: Word): number {
  return (at ?? 0) + length;
}
