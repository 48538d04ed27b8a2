import { bisect } from '../text/bisect.ts';

/** The lines that may close a fenced block of code. */

const CLOSING = /^ {0,3}(`{3,}|~{3,})(?=[ \t]*\n)/gm;

interface Line {
  readonly at: number;
  /** How many signs it has. */
  readonly size: number;
  /** The number of the next line that has more, of those with the same sign. */
  longer: number;
}

/** All such lines of a text by their sign, found in one pass when the first is asked for. */
export class FenceLines {
  private bySign: Map<string, Line[]> | null = null;

  constructor(private readonly text: string) {}

  /** Where the first line at or after `from` begins that has `size` or more of `sign` alone; -1 for none. */
  next(sign: string, size: number, from: number): number {
    const lines = (this.bySign ??= this.passed()).get(sign) ?? [];
    let low = bisect(lines.length, (i) => lines[i]!.at >= from);
    // Each step leads to a longer line, and long ones make a text long: there are few.
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
