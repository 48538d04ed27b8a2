import type { TextRange } from '../text/range.ts';

/** The unclosed brackets of running texts; each text is scanned once, on the first query. */
export class OpenBrackets {
  private readonly known = new Map<number, ReadonlySet<number>>();

  constructor(private readonly text: string) {}

  /** Whether the `[` at an offset is unclosed in the range `home`. Escaped brackets do not count. */
  isOpen(at: number, home: TextRange): boolean {
    let open = this.known.get(home.from);
    if (!open) this.known.set(home.from, (open = this.openIn(home)));
    return open.has(at);
  }

  private openIn({ from, to }: TextRange): ReadonlySet<number> {
    const { text } = this;
    const open: number[] = [];
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === 92) at++;
      else if (code === 91) open.push(at);
      else if (code === 93) open.pop();
    }
    return new Set(open);
  }
}
