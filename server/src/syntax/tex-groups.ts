/** Matching braces and brackets of TeX, each found once. */

const SIGN = /[\\{}[\]]/g;

/** An open brace (or the text itself), with the open brackets directly inside it. */
interface Frame {
  readonly opener: number;
  brackets: number[];
}

/**
 * The groups of a text as TeX pairs them. Braces are balanced; a bracket ends at the next closing one at the
 * same level of braces; escaped characters do not count. A single pass with a stack advances as far as
 * queries need.
 */
export class TexGroups {
  private readonly closers = new Map<number, number>();
  private readonly open: Frame[] = [{ opener: -1, brackets: [] }];
  private readonly signs = new RegExp(SIGN);
  /** The scan has advanced up to here. */
  private seen = 0;

  constructor(private readonly text: string) {}

  /** The offset after what closes the `{` or `[` at `at`; -1 where nothing does, or it is escaped. */
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

  /** Sets `end` for all brackets of the frame that are still open. */
  private settle(frame: Frame, end: number): void {
    for (const bracket of frame.brackets) this.closers.set(bracket, end);
    frame.brackets = [];
  }
}
