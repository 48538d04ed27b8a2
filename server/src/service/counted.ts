/** A multiset of names by reference counts. A name is in the set while any source gives it. */
export class Counted {
  private readonly counts = new Map<string, number>();
  private others: readonly string[] = [];
  private changed = true;

  /** Removes some names and adds others. A name may occur more than once. */
  exchange(gone: Iterable<string>, come: Iterable<string>): void {
    // Adding first keeps a name that only moved from being removed in between.
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

  /** Replaces the names of one further source, which is always passed as a whole. */
  setOthers(names: Iterable<string>): void {
    const before = this.others;
    this.others = [...names];
    this.exchange(before, this.others);
  }

  /** The names if they changed since the last call, else null. */
  takeChanged(): ReadonlySet<string> | null {
    if (!this.changed) return null;
    this.changed = false;
    return new Set(this.counts.keys());
  }
}
