/** A set of names that come from many places: one is in it for as long as any place gives it. */
export class Counted {
  private readonly counts = new Map<string, number>();
  private others: readonly string[] = [];
  private changed = true;

  /** Some places give these names no more, others give those. A name may be given more than once. */
  exchange(gone: Iterable<string>, come: Iterable<string>): void {
    // Those that come are counted first: what only moved was never away.
    for (const name of come) {
      const count = this.counts.get(name) ?? 0;
      if (count === 0) this.changed = true;
      this.counts.set(name, count + 1);
    }
    for (const name of gone) {
      const count = this.counts.get(name)!;
      if (count > 1) this.counts.set(name, count - 1);
      else {
        this.counts.delete(name);
        this.changed = true;
      }
    }
  }

  /** Puts the names of one place more, which has no other name, in place of those that it gave before. */
  setOthers(names: Iterable<string>): void {
    const before = this.others;
    this.others = [...names];
    this.exchange(before, this.others);
  }

  /** The names; null where they are the same as when last asked. */
  takeChanged(): ReadonlySet<string> | null {
    if (!this.changed) return null;
    this.changed = false;
    return new Set(this.counts.keys());
  }
}
