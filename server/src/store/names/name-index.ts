import { Postings, type Numbers } from './postings.ts';
import { NameNumbers } from './name-numbers.ts';
import type { HashedNames } from '../../text/hashed-names.ts';
import type { NameTable } from '../model.ts';

/**
 * Who defines a name and who seeks it. A seeker registers the name it wants even when nothing defines it,
 * so that the file, entry or actor that comes later wakes exactly those that waited. Nothing stores a
 * resolution.
 *
 * What its numbers and posting lists buy, against maps of sets (`bench/stores.ts names`, 10,000 documents): a start of
 * 2.6 s of the processor and not 9.3 s, 222 MB of memory and not 358 MB.
 */
export class NameIndex implements NameTable {
  /** Names that anybody seeks or defines, and the files that seek any, go by numbers. */
  private readonly names: NumberedNames;
  private readonly seeking = new FileNumbers();
  /** By the number of a name: who defines it; undefined where nobody does. */
  private readonly definersOf: (Definer | undefined)[] = [];
  private readonly definedBy = new Map<string, ReadonlyMap<string, string>>();
  /** By the number of a name: the numbers of the files that seek it. */
  private readonly seekersOf: PostingLists;
  /** By the number of a file: the numbers of the names that it seeks, each once, in no order. */
  private readonly soughtBy: (Numbers | undefined)[] = [];
  /** Numbers of names that are sought and not defined. */
  private readonly missing = new Set<number>();
  /** Files that are not yet among the seekers of what they seek: nobody asked since they came. */
  private unjoined: number[] = [];
  private room = new Uint32Array(256);

  /** Both parts are empty; a benchmark gives others. */
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
   * Replaces what `file` defines: each name with a signature of all that seekers' findings depend on.
   * Returns the names that came, went, or mean something else now.
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

  /** Puts in order what many files seek, once they were taken in: otherwise the first to ask would wait. */
  prepare(): void {
    this.joinAll();
    this.seekersOf.sort();
  }

  /** The numbers of names, which are all different. */
  private numbersOf(sought: HashedNames): Numbers {
    const count = sought.length / 2;
    if (count > this.room.length) this.room = new Uint32Array(count * 2);
    const { room } = this;
    for (let i = 0; i < count; i++) room[i] = this.names.ensurePair(sought[2 * i]!, sought[2 * i + 1]!);
    return this.names.limit < 1 << 16 ? new Uint16Array(room.subarray(0, count)) : room.slice(0, count);
  }

  /** Puts files that came among the seekers of their names, of which they are not yet. */
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

  /** The index as plain data in a fixed order, to compare an incremental one with a rebuilt one. Names are hashes. */
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

/** What numbers names. */
export type NumberedNames = Pick<NameNumbers, keyof NameNumbers>;
/** What lists numbers under numbers. */
export type PostingLists = Pick<Postings, keyof Postings>;

/** A file that defines a name, with the signature of what it says; and the next. */
interface Definer {
  readonly file: string;
  signature: string;
  readonly next: Definer | undefined;
}

/** Gives files numbers, as small as can be; those that are free again are given anew. */
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
}
