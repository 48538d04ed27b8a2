/**
 * An LRU cache of two generations: keeps the `size` entries used last, and at most as many again. Cheaper
 * than an exact order of use. A scan of more entries than fit does not evict everything at once.
 */
export class Remembered<Key, Value> {
  private young = new Map<Key, Value>();
  private old = new Map<Key, Value>();

  constructor(private readonly size: number) {}

  get(key: Key): Value | undefined {
    const value = this.young.get(key);
    if (value !== undefined || this.old.size === 0) return value;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: Key, value: Value): void {
    if (this.young.size >= this.size) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }

  delete(key: Key): void {
    this.young.delete(key);
    this.old.delete(key);
  }

  clear(): void {
    if (this.young.size > 0) this.young.clear();
    if (this.old.size > 0) this.old.clear();
  }
}
