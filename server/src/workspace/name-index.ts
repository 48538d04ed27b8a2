/**
 * Who defines a name and who seeks it. A seeker registers the name it wants even when nothing defines it,
 * so that the file, entry or actor that comes later wakes exactly those that waited. Nothing stores a
 * resolution.
 */
export class NameIndex {
  private readonly definersByName = new Map<string, Map<string, string>>();
  private readonly definedBy = new Map<string, ReadonlyMap<string, string>>();
  /** Sought names and the files that seek them go by numbers: there are a hundred of them to every document. */
  private readonly sought = new Numbering();
  private readonly seeking = new Numbering();
  /** By the number of a name: the numbers of the files that seek it, in no order. */
  private readonly seekersOf: number[][] = [];
  /** By the number of a file: the numbers of the names that it seeks, rising. */
  private readonly soughtBy: (Uint32Array | undefined)[] = [];
  /** Numbers of names that are sought and not defined. */
  private readonly missing = new Set<number>();

  /** The files that define `name`, in no order. */
  definers(name: string): Iterable<string> {
    return this.definersByName.get(name)?.keys() ?? [];
  }

  isDefined(name: string): boolean {
    return this.definersByName.has(name);
  }

  /** The files that seek `name`, in no order. */
  seekers(name: string): Iterable<string> {
    const number = this.sought.of(name);
    return number === undefined ? [] : this.filesOf(number);
  }

  private filesOf(number: number): string[] {
    return this.seekersOf[number]!.map((file) => this.seeking.nameOf(file));
  }

  /**
   * Replaces what `file` defines: each name with a signature of all that seekers' findings depend on.
   * Returns the names that came, went, or mean something else now.
   */
  setDefinitions(file: string, definitions: ReadonlyMap<string, string>): string[] {
    const before = this.definedBy.get(file) ?? new Map<string, string>();
    const changed: string[] = [];
    for (const name of before.keys()) {
      if (definitions.has(name)) continue;
      const definers = this.definersByName.get(name);
      definers?.delete(file);
      if (definers?.size === 0) this.definersByName.delete(name);
      this.noteName(name);
      changed.push(name);
    }
    for (const [name, signature] of definitions) {
      if (before.get(name) === signature) continue;
      let definers = this.definersByName.get(name);
      if (!definers) this.definersByName.set(name, (definers = new Map()));
      definers.set(file, signature);
      this.noteName(name);
      changed.push(name);
    }
    if (definitions.size) this.definedBy.set(file, definitions);
    else this.definedBy.delete(file);
    return changed;
  }

  /** Replaces the names that `file` seeks. */
  setSought(file: string, names: ReadonlySet<string>): void {
    const known = this.seeking.of(file);
    const before = known === undefined ? NOTHING : this.soughtBy[known]!;
    if (names.size === 0 && known === undefined) return;
    const seeker = known ?? this.seeking.add(file);
    const after = new Uint32Array(names.size);
    let count = 0;
    for (const name of names) after[count++] = this.sought.of(name) ?? this.newSought(name);
    after.sort();
    this.exchange(seeker, before, after);
    if (after.length > 0) this.soughtBy[seeker] = after;
    else {
      this.soughtBy[seeker] = undefined;
      this.seeking.free(seeker);
    }
  }

  /** Both lists rise, so that one pass tells what came and what went. */
  private exchange(seeker: number, before: Uint32Array, after: Uint32Array): void {
    let i = 0;
    let j = 0;
    while (i < before.length || j < after.length) {
      const gone = before[i] ?? Infinity;
      const come = after[j] ?? Infinity;
      if (come < gone) {
        this.seekersOf[come]!.push(seeker);
        this.note(come);
      } else if (gone < come) this.leave(seeker, gone);
      if (come <= gone) j++;
      if (gone <= come) i++;
    }
  }

  private leave(seeker: number, name: number): void {
    const seekers = this.seekersOf[name]!;
    seekers[seekers.indexOf(seeker)] = seekers.at(-1)!;
    seekers.pop();
    if (seekers.length > 0) return;
    this.missing.delete(name);
    this.sought.free(name);
  }

  private newSought(name: string): number {
    const number = this.sought.add(name);
    this.seekersOf[number] = [];
    return number;
  }

  /** The files that seek a name which nothing defines. */
  *waiting(): Generator<string> {
    for (const number of this.missing) yield* this.filesOf(number);
  }

  private noteName(name: string): void {
    const number = this.sought.of(name);
    if (number !== undefined) this.note(number);
  }

  private note(number: number): void {
    if (this.definersByName.has(this.sought.nameOf(number))) this.missing.delete(number);
    else this.missing.add(number);
  }

  /** The index as plain data in a fixed order, to compare an incremental one with a rebuilt one. */
  dump(): { definers: [string, [string, string][]][]; seekers: [string, string[]][] } {
    return {
      definers: [...this.definersByName]
        .map(([name, files]): [string, [string, string][]] => [name, [...files].sort()])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      seekers: [...this.sought]
        .map(([name, number]): [string, string[]] => [name, this.filesOf(number).sort()])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    };
  }
}

const NOTHING = new Uint32Array(0);

/** Gives names numbers, as small as can be; those that are free again are given anew. */
class Numbering {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];
  private readonly released: number[] = [];

  /** The number of `name`; undefined where it has none. */
  of(name: string): number | undefined {
    return this.numbers.get(name);
  }

  nameOf(number: number): string {
    return this.names[number]!;
  }

  /** Gives a number to a name that has none. */
  add(name: string): number {
    const number = this.released.pop() ?? this.names.length;
    this.names[number] = name;
    this.numbers.set(name, number);
    return number;
  }

  free(number: number): void {
    this.numbers.delete(this.names[number]!);
    this.names[number] = '';
    this.released.push(number);
  }

  [Symbol.iterator](): IterableIterator<[string, number]> {
    return this.numbers[Symbol.iterator]();
  }
}

/** The names that files define and seek; the prefix keeps the kinds apart. */
export const names = {
  citekey: (key: string): string => `cite:${key}`,
  actor: (id: string): string => `actor:${id}`,
  /** An author whom a note of a document in `folder` cites in full: the chapters of a book lie side by side. */
  noteAuthor: (folder: string, family: string): string => `note-author:${folder}/${family.toLowerCase()}`,
  /** A document that is the text of a work. */
  source: (key: string): string => `source:${key}`,
} as const;
