import { Postings, type Numbers } from './postings.ts';
import { NameNumbers } from './name-numbers.ts';
import type { HashedNames } from '../../text/hashed-names.ts';
import type { NameTable } from '../model.ts';

/**
 * Who defines a name and who seeks it. A seeker registers the name it wants even when nothing defines it. So
 * the file, entry or actor that comes later wakes exactly those that waited. Nothing stores a resolution.
 *
 * What interned names and posting lists buy, against maps of sets (`bench/stores.ts names`, 10,000
 * documents): a start of 4.8 s of processor time instead of 17.8 s, 237 MB of memory instead of 375 MB.
 */
export class NameIndex implements NameTable {
  /** Names that some file seeks or defines, interned; likewise the files that seek any. */
  private readonly names: NumberedNames;
  private readonly seeking = new FileNumbers();
  /** By name number: who defines it; undefined if no file does. */
  private readonly definersOf: (Definer | undefined)[] = [];
  private readonly definedBy = new Map<string, ReadonlyMap<string, string>>();
  /** By name number: the numbers of the files that seek it. */
  private readonly seekersOf: PostingLists;
  /** By file number: the numbers of the names that it seeks, distinct, in no order. */
  private readonly soughtBy: (Numbers | undefined)[] = [];
  /** Numbers of names that are sought but not defined. */
  private readonly missing = new Set<number>();
  /** Files not yet in the posting lists of what they seek: no query came since they were added. */
  private unjoined: number[] = [];
  private room = new Uint32Array(256);

  /** Both tables must be empty; a benchmark passes others. */
  constructor(names: NumberedNames = new NameNumbers(), seekersOf: PostingLists = new Postings()) {
    this.names = names;
    this.seekersOf = seekersOf;
  }

  /** The files that define `name`, in no order. */
  definers(name: string): Iterable<string> {
    return this.definersBy(this.names.of(name)).map(({ file }) => file);
  }

  private definersBy(name: number): Definer[] {
    const found: Definer[] = [];
    for (let one = this.definersOf[name]; one; one = one.next) found.push(one);
    return found;
  }

  isDefined(name: string): boolean {
    return this.definersOf[this.names.of(name)] !== undefined;
  }

  /** The files that seek `name`, in no order. */
  seekers(name: string): Iterable<string> {
    return this.filesOf(this.names.of(name));
  }

  private filesOf(name: number): string[] {
    this.joinAll();
    return this.seekersOf.of(name).map((file) => this.seeking.nameOf(file));
  }

  /**
   * Replaces what `file` defines. Each name has a signature of all that the findings of its seekers depend
   * on. Returns the names that were added, removed, or have another signature now.
   */
  setDefinitions(file: string, definitions: ReadonlyMap<string, string>): string[] {
    const before = this.definedBy.get(file);
    if (!before && definitions.size === 0) return [];
    const changed: string[] = [];
    for (const name of before?.keys() ?? []) {
      if (definitions.has(name)) continue;
      this.withdraw(this.names.of(name), file);
      changed.push(name);
    }
    for (const [name, signature] of definitions) {
      if (before?.get(name) === signature) continue;
      const number = this.names.ensure(name);
      const known = before?.has(name) && this.definersBy(number).find((one) => one.file === file);
      if (known) known.signature = signature;
      else this.definersOf[number] = { file, signature, next: this.definersOf[number] };
      this.missing.delete(number);
      changed.push(name);
    }
    if (definitions.size) this.definedBy.set(file, definitions);
    else this.definedBy.delete(file);
    return changed;
  }

  private withdraw(name: number, file: string): void {
    let left: Definer | undefined;
    for (const { file: other, signature } of this.definersBy(name))
      if (other !== file) left = { file: other, signature, next: left };
    this.definersOf[name] = left;
    if (left) return;
    this.joinAll();
    if (this.seekersOf.isEmpty(name)) this.names.release(name);
    else this.missing.add(name);
  }

  /** Replaces the names that `file` seeks. */
  setSought(file: string, sought: HashedNames): void {
    const known = this.seeking.of(file);
    if (sought.length === 0 && known === undefined) return;
    const seeker = known ?? this.seeking.add(file);
    const after = this.numbersOf(sought);
    if (known === undefined) {
      this.soughtBy[seeker] = after;
      this.unjoined.push(seeker);
      return;
    }
    this.joinAll();
    const before = this.soughtBy[seeker]!.sort();
    after.sort();
    let i = 0;
    for (const name of after) {
      while (i < before.length && before[i]! < name) this.leave(seeker, before[i++]!);
      if (before[i] === name) i++;
      else this.join(seeker, name);
    }
    while (i < before.length) this.leave(seeker, before[i++]!);
    this.soughtBy[seeker] = after.length > 0 ? after : undefined;
    if (after.length === 0) this.seeking.free(seeker);
  }

  /** Adds waiting files to the posting lists, so that the first query need not. */
  prepare(): void {
    this.joinAll();
    this.seekersOf.sort();
  }

  /** The numbers of names, which must be distinct. */
  private numbersOf(sought: HashedNames): Numbers {
    const count = sought.length / 2;
    if (count > this.room.length) this.room = new Uint32Array(count * 2);
    const { room } = this;
    for (let i = 0; i < count; i++) room[i] = this.names.ensurePair(sought[2 * i]!, sought[2 * i + 1]!);
    return this.names.limit < 1 << 16 ? new Uint16Array(room.subarray(0, count)) : room.slice(0, count);
  }

  /** Adds the waiting files to the posting lists of the names that they seek. */
  private joinAll(): void {
    const { unjoined } = this;
    if (unjoined.length === 0) return;
    this.unjoined = [];
    const sought = (seeker: number) => this.soughtBy[seeker]!;
    for (const seeker of unjoined)
      for (const name of sought(seeker)) if (!this.definersOf[name]) this.missing.add(name);
    this.seekersOf.addAll(unjoined, sought);
  }

  private join(seeker: number, name: number): void {
    if (this.seekersOf.isEmpty(name) && !this.definersOf[name]) this.missing.add(name);
    this.seekersOf.add(name, seeker);
  }

  private leave(seeker: number, name: number): void {
    this.seekersOf.remove(name, seeker);
    if (this.seekersOf.isEmpty(name) && this.missing.delete(name)) this.names.release(name);
  }

  /** Whether `file` seeks any name that nothing defines. */
  seeksMissing(file: string): boolean {
    this.joinAll();
    const seeker = this.seeking.of(file);
    const sought = seeker === undefined ? undefined : this.soughtBy[seeker];
    if (!sought || this.missing.size === 0) return false;
    for (const name of sought) if (this.missing.has(name)) return true;
    return false;
  }

  /** Whether `file` seeks any name. */
  seeksAny(file: string): boolean {
    const seeker = this.seeking.of(file);
    return seeker !== undefined && this.soughtBy[seeker] !== undefined;
  }

  /** The files that seek a name which nothing defines. */
  *waiting(): Generator<string> {
    this.joinAll();
    for (const number of this.missing) yield* this.filesOf(number);
  }

  /**
   * The index as plain data in a fixed order, to compare an updated index with a rebuilt one. Names are
   * hashes.
   */
  dump(): { definers: [string, [string, string][]][]; seekers: [string, string[]][] } {
    this.joinAll();
    const labelled: [label: string, name: number][] = [];
    for (let name = 0; name < this.names.limit; name++)
      if (this.definersOf[name] || !this.seekersOf.isEmpty(name))
        labelled.push([this.names.label(name), name]);
    labelled.sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      definers: labelled.flatMap(([label, name]) => {
        const files = this.definersBy(name).map(({ file, signature }): [string, string] => [file, signature]);
        return files.length > 0 ? [[label, files.sort()]] : [];
      }),
      seekers: labelled.flatMap(([label, name]) =>
        this.seekersOf.isEmpty(name) ? [] : [[label, this.filesOf(name).sort()]],
      ),
    };
  }
}

/** What `NameIndex` needs of a table of interned names. */
export type NumberedNames = Pick<NameNumbers, keyof NameNumbers>;
/** What `NameIndex` needs of a table of posting lists. */
export type PostingLists = Pick<Postings, keyof Postings>;

/** A linked list of the files that define a name, each with the signature of its definition. */
interface Definer {
  readonly file: string;
  signature: string;
  readonly next: Definer | undefined;
}

/** Interns file names as small numbers, and reuses those that were released. */
class FileNumbers {
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

  /** Gives a new file a number. */
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
}
