/** A lookup table for words from texts: it has its own entries only, not `constructor` or other inherited members. */
export function wordTable<T>(words: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.freeze(Object.assign(Object.create(null) as Record<string, T>, words));
}
