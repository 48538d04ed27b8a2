/**
 * A table of words that is asked for words out of texts: it knows its own, and neither `constructor` nor anything else
 * that an object inherits.
 */
export function wordTable<T>(words: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.freeze(Object.assign(Object.create(null) as Record<string, T>, words));
}
