/**
 * The items of a list by a key, such as the offset where they begin. The lists of a document stay the same until it is
 * edited, and each is indexed once: fixes are sought for every finding, and a document may have as many of both.
 */
export class Indexed<T, K> {
  private readonly indexes = new WeakMap<readonly T[], ReadonlyMap<K, readonly T[]>>();

  /** `keyOf` gives the key of an item; undefined for one that nobody looks for. */
  constructor(private readonly keyOf: (item: T) => K | undefined) {}

  /** The items of a list with a key, in the list's order. */
  all(list: readonly T[], key: K): readonly T[] {
    let index = this.indexes.get(list);
    if (!index) this.indexes.set(list, (index = this.indexOf(list)));
    return index.get(key) ?? [];
  }

  /** The first of them. */
  first(list: readonly T[], key: K): T | undefined {
    return this.all(list, key)[0];
  }

  private indexOf(list: readonly T[]): ReadonlyMap<K, readonly T[]> {
    const index = new Map<K, T[]>();
    for (const item of list) {
      const key = this.keyOf(item);
      if (key === undefined) continue;
      const same = index.get(key);
      if (same) same.push(item);
      else index.set(key, [item]);
    }
    return index;
  }
}
