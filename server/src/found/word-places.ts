/** So many places of words are looked at; more say no more. */
const MOST_PLACES = 500;

/** What has words, found by several of them. */
export class WordPlaces<T> {
  private readonly places = new Map<string, T[]>();

  get isEmpty(): boolean {
    return this.places.size === 0;
  }

  add(words: Iterable<string>, place: T): void {
    for (const word of words) {
      const there = this.places.get(word);
      if (!there) this.places.set(word, [place]);
      else if (there.at(-1) !== place) there.push(place);
    }
  }

  /** All that may have these words: those with the rarest of them, or the first of them if there are very many. */
  at(words: readonly string[]): readonly T[] {
    let fewest: readonly T[] | null = null;
    for (const word of words) {
      const there = this.places.get(word) ?? [];
      if (!fewest || there.length < fewest.length) fewest = there;
    }
    return fewest?.slice(0, MOST_PLACES) ?? [];
  }
}
