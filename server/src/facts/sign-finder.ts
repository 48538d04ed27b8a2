/** Repeated searches for characters in a text, from ascending offsets. */
export class SignFinder {
  private readonly found = new Map<string, number>();

  constructor(private readonly text: string) {}

  /**
   * The offset of the first `sign` at or after `from`; Infinity where there is none. Amortised linear as long
   * as `from` does not decrease.
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
