/** Places that lie in one another. */

/** The same name whatever the case and white space. */
export function placeKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Knows which place lies in which; chains may be of any length and may, by mistake, run in a circle. */
export class Places {
  private readonly parents = new Map<string, string>();

  constructor(places: ReadonlyMap<string, string>) {
    for (const [inner, outer] of places) this.parents.set(placeKey(inner), placeKey(outer));
  }

  /** Whether what holds of the one may hold of the other: they are the same or one lies in the other. */
  compatible(a: string, b: string): boolean {
    return this.liesIn(a, b) || this.liesIn(b, a);
  }

  /** Whether `inner` is `outer` or lies in it, through however many places. */
  liesIn(inner: string, outer: string): boolean {
    const goal = placeKey(outer);
    const seen = new Set<string>();
    for (let at: string | undefined = placeKey(inner); at !== undefined; at = this.parents.get(at)) {
      if (at === goal) return true;
      if (seen.has(at)) return false;
      seen.add(at);
    }
    return false;
  }
}
