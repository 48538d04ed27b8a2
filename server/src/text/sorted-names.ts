import { reachOf } from './nearest-name.ts';
import { bisect } from './bisect.ts';

/** Up to this many new names are inserted one by one. */
const FEW = 32;

/** A name and its edit distance from what was written. */
export interface NearName {
  readonly name: string;
  readonly far: number;
}

/** A subset of the names by prefix, and what is written in place of the prefix. */
export interface NamesUnder {
  /** They begin with this prefix … */
  readonly under: string;
  /** … in place of which this is written. */
  readonly written: string;
}

const ALL: NamesUnder = { under: '', written: '' };

/**
 * Names in sorted order, to find the nearest to a misspelling without visiting all. Names with a common
 * prefix share the rows of the distance table, and are skipped together once the prefix is too far off: a
 * walk of a trie whose nodes are stretches of the sorted list. The table has Levenshtein's rows within a band
 * around the diagonal (Ukkonen 1985).
 */
export class SortedNames {
  /** In lower case, and as known. */
  private folded: string[] = [];
  private names: string[] = [];
  private coming: string[] = [];

  static of(names: Iterable<string>): SortedNames {
    const sorted = new SortedNames();
    sorted.coming = [...names];
    return sorted;
  }

  /** Adds a name that is not there yet. */
  add(name: string): void {
    this.coming.push(name);
  }

  delete(name: string): void {
    this.settle();
    const at = this.placeOf(name.toLowerCase(), name);
    if (this.names[at] !== name) return;
    this.names.splice(at, 1);
    this.folded.splice(at, 1);
  }

  /**
   * Sorts new names in. Queries do this when they need it; a caller who has just added many can do it at a
   * better time.
   */
  settle(): void {
    const { coming } = this;
    if (coming.length === 0) return;
    this.coming = [];
    if (coming.length <= FEW)
      for (const name of coming) {
        const at = this.placeOf(name.toLowerCase(), name);
        this.names.splice(at, 0, name);
        this.folded.splice(at, 0, name.toLowerCase());
      }
    else {
      const all = [...this.names, ...coming].map((name) => ({ name, folded: name.toLowerCase() }));
      all.sort((a, b) => (a.folded === b.folded ? (a.name < b.name ? -1 : 1) : a.folded < b.folded ? -1 : 1));
      this.names = all.map(({ name }) => name);
      this.folded = all.map(({ folded }) => folded);
    }
  }

  /** As `nearestName` of all names, or of a subset; `suits` may ask for more. Null where none is near. */
  nearest(
    written: string,
    among = ALL,
    suits: ((written: string, name: string) => boolean) | null = null,
  ): NearName | null {
    const wanted = written.toLowerCase();
    const reach = reachOf(wanted);
    if (reach < 0) return null;
    this.settle();
    const under = among.under.toLowerCase();
    const rows = new Rows(wanted, reach, among.written);
    const { folded, names } = this;
    let best: NearName | null = null;
    let at = this.placeOf(under, '');
    let shared = 0;
    while (at < folded.length && rows.reach >= 0) {
      const name = folded[at]!;
      if (!name.startsWith(under)) break;
      let depth = shared;
      while (depth < name.length - under.length && rows.isNear(depth)) {
        rows.go(depth, name.charCodeAt(under.length + depth));
        depth++;
      }
      const isNear = rows.isNear(depth);
      if (isNear && depth === name.length - under.length) {
        const far = rows.far(depth);
        const fits = suits === null || suits(written, names[at]!);
        if (far <= rows.reach && fits && names[at]!.startsWith(among.under)) {
          best = { name: names[at]!, far };
          // A later name that is no nearer loses by order, so the search narrows.
          rows.reach = far - 1;
        }
      }
      const next = isNear ? at + 1 : this.behind(at, under.length + depth);
      shared = Math.min(depth, sharedLetters(name, folded[next] ?? '') - under.length);
      at = next;
    }
    return best;
  }

  /**
   * Names that begin with all of `written`, or are a prefix of it, ignoring case, and contain a digit, as
   * keys with a year do. At most two of the former, since callers only use a single one. Names of fewer than
   * six characters are too short to be conclusive.
   */
  lengthened(written: string): string[] {
    this.settle();
    const wanted = written.toLowerCase();
    const found: string[] = [];
    if (!isTelling(wanted)) return found;
    const { folded, names } = this;
    for (let at = this.placeOf(wanted, ''); found.length < 2 && folded[at]?.startsWith(wanted); at++)
      found.push(names[at]!);
    for (
      let length = Math.min(wanted.length - 1, LONGEST_KEY);
      found.length === 0 && length >= LEAST_TELLING;
      length--
    ) {
      const shorter = wanted.slice(0, length);
      const at = this.placeOf(shorter, '');
      if (isTelling(shorter) && folded[at] === shorter) found.push(names[at]!);
    }
    return found;
  }

  /** The index of the first name after `at` that does not share a prefix of that length. */
  private behind(at: number, letters: number): number {
    const beginning = this.folded[at]!.slice(0, letters);
    let step = 1;
    while (this.folded[at + step]?.startsWith(beginning)) step *= 2;
    const [last, end] = [at + (step >> 1), Math.min(at + step, this.folded.length)];
    return bisect(end, (i) => !this.folded[i]!.startsWith(beginning), last + 1);
  }

  /** The index of a name, or where it would be inserted. */
  private placeOf(folded: string, name: string): number {
    return bisect(this.folded.length, (i) => {
      const other = this.folded[i]!;
      return other > folded || (other === folded && this.names[i]! >= name);
    });
  }
}

const LEAST_TELLING = 6;
const LONGEST_KEY = 100;

function isTelling(name: string): boolean {
  return name.length >= LEAST_TELLING && /\d/.test(name);
}

function sharedLetters(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}

/** The rows of the edit distance table, one for each character of a name. */
class Rows {
  private readonly width: number;
  private readonly cells: Uint8Array;
  private readonly nearestIn: Uint8Array;
  /** How many characters are skipped before the first of the name. */
  private readonly ahead: number;

  constructor(
    private readonly written: string,
    public reach: number,
    ahead: string,
  ) {
    this.width = written.length + 1;
    this.ahead = ahead.length;
    const rows = written.length + reach + 2;
    this.cells = new Uint8Array(this.width * rows);
    this.nearestIn = new Uint8Array(rows).fill(255);
    for (let i = 0; i < this.width; i++) this.cells[i] = Math.min(i, 255);
    this.nearestIn[0] = 0;
    for (let i = 0; i < ahead.length && this.isNearRow(i); i++) this.row(i, ahead.charCodeAt(i));
  }

  /** Whether any name with the current prefix of `depth` characters may be near enough. */
  isNear(depth: number): boolean {
    return this.isNearRow(depth + this.ahead);
  }

  /** Computes the row for one more character after `depth`. */
  go(depth: number, letter: number): void {
    this.row(depth + this.ahead, letter);
  }

  /** The distance of a name of `depth` characters from the whole of what was written. */
  far(depth: number): number {
    const row = depth + this.ahead;
    return Math.abs(row - this.written.length) > FARTHEST ? 255 : this.cells[(row + 1) * this.width - 1]!;
  }

  private isNearRow(row: number): boolean {
    return row < this.nearestIn.length && this.nearestIn[row]! <= this.reach;
  }

  private row(before: number, letter: number): void {
    const { cells, width, written } = this;
    const row = before + 1;
    if (row >= this.nearestIn.length) return;
    const [above, here] = [before * width, row * width];
    // Cells farther from the diagonal than the limit cannot matter.
    const first = Math.max(1, row - FARTHEST);
    const last = Math.min(width - 1, row + FARTHEST);
    let nearest = row <= FARTHEST ? row : 255;
    cells[here + first - 1] = first === 1 ? Math.min(row, 255) : 255;
    for (let i = first; i <= last; i++) {
      const swapped = cells[above + i - 1]! + (written.charCodeAt(i - 1) === letter ? 0 : 1);
      const far = Math.min(swapped, cells[here + i - 1]! + 1, cells[above + i]! + 1, 255);
      cells[here + i] = far;
      if (far < nearest) nearest = far;
    }
    if (last < width - 1) cells[here + last + 1] = 255;
    this.nearestIn[row] = nearest;
  }
}

/** The largest edit distance of a near name. */
const FARTHEST = 2;
