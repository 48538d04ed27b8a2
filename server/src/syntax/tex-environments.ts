import { bisect } from '../text/bisect.ts';

/** Ends of TeX and ConTeXt environments. */

const MARK = /\\(begin|end)\{/g;
const STOP = /\\stop([A-Za-z@]*)/g;
/** Longer names are ignored. */
const LONGEST_NAME = 80;

/** Where environments of one name begin and end. */
interface Places {
  /** In ascending order. */
  readonly events: { readonly at: number; readonly begins: boolean }[];
  /** By the offset of each `\begin`: its end. */
  readonly ends: Map<number, number>;
  /** A stack of open environments during the scan. */
  readonly open: number[];
}

/** All environments of a text by name; one pass on the first query. */
export class TexEnvironments {
  private byName: Map<string, Places> | null = null;
  private stops: Stops | null = null;

  constructor(private readonly text: string) {}

  /**
   * The offset after the `\end{name}` that matches the `\begin` at `at`; -1 where there is none. For this
   * environment spaces before the brace are allowed, for nested ones they are not.
   */
  end(name: string, at: number): number {
    const places = (this.byName ??= this.passed()).get(name);
    if (!places) return -1;
    const { events, ends } = places;
    const next = events[firstFrom(events, at)];
    if (!next) return -1;
    return next.begins ? (ends.get(next.at) ?? -1) : next.at + `\\end{${name}}`.length;
  }

  /**
   * The offset after the first `\stopname` at or after `from`, even as the prefix of a longer name; -1 where
   * there is none.
   */
  stop(name: string, from: number): number {
    const at = (this.stops ??= new Stops(this.text)).first(name, from);
    return at < 0 ? -1 : at + '\\stop'.length + name.length;
  }

  private passed(): Map<string, Places> {
    const { text } = this;
    const byName = new Map<string, Places>();
    for (const { 0: mark, 1: kind, index } of text.matchAll(MARK)) {
      const from = index + mark.length;
      const length = text.slice(from, from + LONGEST_NAME).indexOf('}');
      if (length < 0) continue;
      const name = text.slice(from, from + length);
      let places = byName.get(name);
      if (!places) byName.set(name, (places = { events: [], ends: new Map(), open: [] }));
      places.events.push({ at: index, begins: kind === 'begin' });
      if (kind === 'begin') places.open.push(index);
      else {
        const begun = places.open.pop();
        if (begun !== undefined) places.ends.set(begun, from + length + 1);
      }
    }
    return byName;
  }
}

/** The `\stop…` commands of a text sorted by name, so that names with a common prefix are contiguous. */
class Stops {
  private readonly names: readonly string[];
  private readonly byName = new Map<string, { readonly at: number }[]>();
  /** By prefix: the offsets for all names with it, in order. */
  private readonly byBeginning = new Map<string, readonly { readonly at: number }[]>();

  constructor(text: string) {
    for (const { 1: name = '', index } of text.matchAll(STOP)) {
      const places = this.byName.get(name);
      if (places) places.push({ at: index });
      else this.byName.set(name, [{ at: index }]);
    }
    this.names = [...this.byName.keys()].sort();
  }

  first(beginning: string, from: number): number {
    let places = this.byBeginning.get(beginning);
    if (!places) this.byBeginning.set(beginning, (places = this.placesOf(beginning)));
    return places[firstFrom(places, from)]?.at ?? -1;
  }

  private placesOf(beginning: string): readonly { readonly at: number }[] {
    const { names, byName } = this;
    let low = bisect(names.length, (i) => names[i]! >= beginning);
    const found: { readonly at: number }[] = [];
    for (; low < names.length && names[low]!.startsWith(beginning); low++)
      for (const place of byName.get(names[low]!)!) found.push(place);
    return found.sort((a, b) => a.at - b.at);
  }
}

/** The index of the first place at or after `from`, by binary search. */
function firstFrom(places: readonly { readonly at: number }[], from: number): number {
  return bisect(places.length, (i) => places[i]!.at >= from);
}
