import { bisect } from '../text/bisect.ts';

/** Lines that may close a fenced code block. */

const CLOSING = /^ {0,3}(`{3,}|~{3,})(?=[ \t]*\n)/gm;

interface Line {
  readonly at: number;
  /** The number of fence characters. */
  readonly size: number;
  /** The index of the next line of the same character with more of them. */
  longer: number;
}

/** All such lines of a text by character; one pass on the first query. */
export class FenceLines {
  private bySign: Map<string, Line[]> | null = null;

  constructor(private readonly text: string) {}

  /**
   * The start of the first line at or after `from` that has `size` or more of `sign` and nothing else; -1 for
   * none.
   */
  next(sign: string, size: number, from: number): number {
    const lines = (this.bySign ??= this.passed()).get(sign) ?? [];
    let low = bisect(lines.length, (i) => lines[i]!.at >= from);
    // Each step leads to a longer line, so there are at most as many as the square root of the text's length.
    while (low < lines.length && lines[low]!.size < size) low = lines[low]!.longer;
    return lines[low]?.at ?? -1;
  }

  private passed(): Map<string, Line[]> {
    const bySign = new Map<string, Line[]>();
    for (const { 1: signs = '', index } of this.text.matchAll(CLOSING)) {
      const sign = signs.charAt(0);
      const line = { at: index, size: signs.length, longer: Infinity };
      const lines = bySign.get(sign);
      if (lines) lines.push(line);
      else bySign.set(sign, [line]);
    }
    for (const lines of bySign.values()) {
      const shorter: Line[] = [];
      lines.forEach((line, i) => {
        while (shorter.length > 0 && shorter.at(-1)!.size < line.size) shorter.pop()!.longer = i;
        shorter.push(line);
      });
    }
    return bySign;
  }
}
