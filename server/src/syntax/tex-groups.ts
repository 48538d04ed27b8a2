/** Where the braces and brackets of TeX close, each found once. */

const SIGN = /[\\{}[\]]/g;

/** What stands open: a brace (or the text itself) with the brackets that opened in it and are not closed yet. */
interface Frame {
  readonly opener: number;
  brackets: number[];
}

/**
 * The groups of a text as TeX pairs them: braces are balanced, a bracket ends at the next closing one between the same
 * braces, and what stands after a backslash counts as nothing. One pass goes as far as somebody asks, with a stack of
 * what is open; whoever asks next goes on from there.
 */
export class TexGroups {
  private readonly closers = new Map<number, number>();
  private readonly open: Frame[] = [{ opener: -1, brackets: [] }];
  private readonly signs = new RegExp(SIGN);
  /** Up to here all signs have been seen. */
  private seen = 0;

  constructor(private readonly text: string) {}

  /** After what closes the `{` or `[` at `at`; -1 where nothing does. An escaped one is closed by nothing. */
  end(at: number): number {
    while (!this.closers.has(at) && this.seen < this.text.length) this.pass();
    return this.closers.get(at) ?? -1;
  }

  private pass(): void {
    const { text, signs, open, closers } = this;
    signs.lastIndex = this.seen;
    const found = signs.exec(text);
    if (!found) {
      this.seen = text.length;
      return;
    }
    const at = found.index;
    const frame = open[open.length - 1]!;
    this.seen = at + 1;
    switch (text.charCodeAt(at)) {
      case 92:
        this.seen = at + 2;
        break;
      case 123:
        open.push({ opener: at, brackets: [] });
        break;
      case 125:
        this.settle(frame, -1);
        if (frame.opener < 0) break;
        closers.set(frame.opener, at + 1);
        open.pop();
        break;
      case 91:
        frame.brackets.push(at);
        break;
      default:
        this.settle(frame, at + 1);
    }
  }

  /** The brackets that are open between these braces end there. */
  private settle(frame: Frame, end: number): void {
    for (const bracket of frame.brackets) this.closers.set(bracket, end);
    frame.brackets = [];
  }
}
