/** Containment of places. */
import { Remembered } from './remembered.ts';

/** How many place names are cached in their folded form. */
const REMEMBERED = 1 << 15;

/** The name without regard to case and white space. */
export function placeKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Pre- and postorder numbers of a place in a walk from the outermost inwards: those in it have numbers up to
 * `last`.
 */
interface Visited {
  readonly first: number;
  last: number;
}

/**
 * Which place contains which. Chains may be of any length, and may by mistake be cyclic: then all places of a
 * cycle contain each other. Containment is a comparison of pre- and postorder numbers.
 */
export class Places {
  private readonly visited = new Map<string, Visited>();
  /** Folded place names, since the same are compared again and again. */
  private readonly keys = new Remembered<string, string>(REMEMBERED);

  constructor(places: ReadonlyMap<string, string>) {
    const parents = new Map<string, string>();
    for (const [inner, outer] of places) parents.set(placeKey(inner), placeKey(outer));
    const circles = circlesOf(parents);
    const whole = (place: string) => circles.get(place) ?? place;
    const within = new Map<string, string[]>();
    const roots = new Set<string>();
    for (const [inner, outer] of parents) {
      const [small, large] = [whole(inner), whole(outer)];
      if (small !== large) {
        const some = within.get(large);
        if (some) some.push(small);
        else within.set(large, [small]);
      }
      if (!parents.has(large) || circles.has(large)) roots.add(large);
    }
    this.number(roots, within);
    for (const [place, circle] of circles) this.visited.set(place, this.visited.get(circle)!);
  }

  private number(roots: ReadonlySet<string>, within: ReadonlyMap<string, readonly string[]>): void {
    let count = 0;
    for (const root of roots) {
      const open: { readonly place: string; readonly visited: Visited; next: number }[] = [];
      const enter = (place: string) => {
        const visited = { first: count++, last: 0 };
        this.visited.set(place, visited);
        open.push({ place, visited, next: 0 });
      };
      enter(root);
      for (let top = open.at(-1); top; top = open.at(-1)) {
        const inner = within.get(top.place)?.[top.next++];
        if (inner !== undefined) enter(inner);
        else {
          top.visited.last = count - 1;
          open.pop();
        }
      }
    }
  }

  /** Whether one may be true of the other: the places are equal or one contains the other. */
  compatible(a: string, b: string): boolean {
    if (a === b) return true;
    const [one, other] = [this.keyOf(a), this.keyOf(b)];
    return one === other || this.isAmong(one, other) || this.isAmong(other, one);
  }

  /**
   * The key of a place without any declared relation, which agrees with no place but itself. Null for any
   * other.
   */
  aloneKey(place: string): string | null {
    const key = this.keyOf(place);
    return this.visited.has(key) ? null : key;
  }

  /** Whether `outer` is `inner` or contains it, over any number of steps. */
  liesIn(inner: string, outer: string): boolean {
    const [small, large] = [this.keyOf(inner), this.keyOf(outer)];
    return small === large || this.isAmong(small, large);
  }

  private keyOf(name: string): string {
    let key = this.keys.get(name);
    if (key === undefined) this.keys.set(name, (key = placeKey(name)));
    return key;
  }

  private isAmong(small: string, large: string): boolean {
    const one = this.visited.get(small);
    // Most places have no declared relation.
    const other = one && this.visited.get(large);
    return one !== undefined && other !== undefined && other.first <= one.first && one.first <= other.last;
  }
}

/** From each place on a cycle to a representative, the same for the whole cycle. */
function circlesOf(parents: ReadonlyMap<string, string>): Map<string, string> {
  const circles = new Map<string, string>();
  const done = new Set<string>();
  for (const start of parents.keys()) {
    const way = new Set<string>();
    let at: string | undefined = start;
    for (; at !== undefined && !done.has(at) && !way.has(at); at = parents.get(at)) way.add(at);
    if (at !== undefined && way.has(at)) {
      const first = at;
      for (let place = at; ;) {
        circles.set(place, first);
        place = parents.get(place)!;
        if (place === first) break;
      }
    }
    for (const place of way) done.add(place);
  }
  return circles;
}
