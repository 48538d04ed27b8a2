/** Finds the next of some signs in a text that is read from its beginning to its end. */
export class SignFinder {
  private readonly found = new Map<string, number>();

  constructor(private readonly text: string) {}

  /**
   * The offset of the first `sign` at or after `from`, Infinity where there is none. Each stretch of the text is looked
   * through once, as long as `from` does not go back.
   */
  next(sign: string, from: number): number {
    const known = this.found.get(sign) ?? -1;
    if (known >= from) return known;
    const at = this.text.indexOf(sign, from);
    const next = at < 0 ? Infinity : at;
    this.found.set(sign, next);
    return next;
  }
}
