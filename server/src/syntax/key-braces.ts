/** Braces around citation keys: they must be balanced, without white space between them. */
import { isUnicodeSpaceAt } from './characters.ts';

/**
 * The matching braces of a text. Each stretch without white space is scanned once, on the first query into
 * it.
 */
export class KeyBraces {
  private readonly ends = new Map<number, number>();

  constructor(private readonly text: string) {}

  /**
   * The offset after the brace that closes the `{` at `at`; -1 where white space or the end of the text comes
   * first.
   */
  end(at: number): number {
    if (!this.ends.has(at)) this.settle(at);
    return this.ends.get(at)!;
  }

  private settle(at: number): void {
    const { text, ends } = this;
    const open: number[] = [];
    for (let i = at; i < text.length && !isUnicodeSpaceAt(text, i); i++) {
      const code = text.charCodeAt(i);
      if (code === 123) open.push(i);
      else if (code === 125 && open.length > 0) ends.set(open.pop()!, i + 1);
    }
    for (const opener of open) ends.set(opener, -1);
  }
}
