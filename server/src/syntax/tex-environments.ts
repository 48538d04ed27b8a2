import { bisect } from '../text/bisect.ts';

/** Ends of TeX and ConTeXt environments. */

const MARK = /\\(begin|end)\{/g;
const STOP = /\\stop([A-Za-z@]*)/g;
/** Longer names are ignored. */
const LONGEST_NAME = 80;

/** A `\begin` or `\end`. */
interface Mark {
  readonly at: number;
  /** The offset after the matching `\end{name}`, or after an `\end` itself; -1 where there is none. */
  end: number;
  /** The next open environment of the name around this one, during the scan. */
  readonly around: Mark | null;
}

/** Where environments of one name begin and end. Texts with many thousands of names have one or two marks for each. */
interface Places {
  /** In ascending order. */
  readonly marks: Mark[];
  /** The innermost open environment during the scan. */
  open: Mark | null;
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
    return places.marks[firstFrom(places.marks, at)]?.end ?? -1;
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
      if (!places) byName.set(name, (places = { marks: [], open: null }));
      const begins = kind === 'begin';
      const end = from + length + 1;
      const made: Mark = { at: index, end: begins ? -1 : end, around: begins ? places.open : null };
      places.marks.push(made);
      if (begins) places.open = made;
      else if (places.open) {
        places.open.end = end;
        places.open = places.open.around;
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
