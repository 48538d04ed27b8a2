import { RELATION_KINDS, type RelationKind } from '../facts/model.ts';
import { SortedNames, type NearName } from '../text/sorted-names.ts';
import { folderOf, relativeTo, resolvePath } from '../workspace/paths.ts';
import { bareName, localName, soughtBare, soughtIn, soughtOf, type NamesIn } from './claim-names.ts';
import type { ClaimRecord, Resolution } from './model.ts';
import type { PlaceNames } from './place-names.ts';
import { Remembered } from './remembered.ts';
import type { ClaimNames, ClaimRecords } from '../store/model.ts';

/** How one claim may name another. */
export type EdgeKind = RelationKind | 'evidence';

/** Every way in which one claim may name another. */
export const EDGE_KINDS: readonly EdgeKind[] = [...RELATION_KINDS, 'evidence'];

const BITS: Readonly<Record<EdgeKind, number>> = {
  supports: 1,
  implies: 2,
  qualifies: 4,
  contradicts: 8,
  resolves: 16,
  prefers: 32,
  evidence: 64,
};

/** One more bit in the cache of answers: this answer was computed. */
const KNOWN = 128;

const NOTHING: readonly number[] = [];
const FIRST_SIZE = 256;
const REMEMBERED = 4096;
const REMEMBERED_FILES = 8;
/** Lists longer than this get a set for membership tests. */
const LONG = 16;

/** An address, split at its `#`. */
interface Address {
  /** The citekey or path before the `#`; '' for `#id`, null for a bare id. */
  readonly place: string | null;
  readonly id: string;
}

/** Splits an address; null when it has no id. */
export function parseAddress(written: string): Address | null {
  const text = written.trim();
  const sign = text.lastIndexOf('#');
  const id = text.slice(sign + 1);
  if (id === '') return null;
  if (sign < 0) return { place: null, id: id.startsWith('@') ? id.slice(1) : id };
  const place = text.slice(0, sign);
  return { place: place.startsWith('@') ? place.slice(1) : place, id };
}

/**
 * Which claim names which. No resolution is stored. Claims are indexed by the names that may lead to them,
 * and by the names that they seek, whether or not these resolve yet.
 */
export class ClaimGraph {
  private readonly filesBySource = new Map<string, Set<string>>();
  /** By handle: the ways in which the claim names others, as bits. Most claims name none. */
  private naming = new Uint8Array(FIRST_SIZE);
  /** By bit: how many claims name others in that way. Where none does, no lookup is needed. */
  private readonly namers = new Map<number, number>(EDGE_KINDS.map((kind) => [BITS[kind], 0]));
  /** Answers since the last change, since rules repeat the same few questions. */
  private sought = new Uint8Array(FIRST_SIZE);
  private isAnySoughtKnown = false;
  private readonly idsOf = new Remembered<string, SortedNames>(REMEMBERED_FILES);
  private readonly targetsOf = new Remembered<number, readonly number[]>(REMEMBERED);
  private readonly sourcesOf = new Remembered<number, readonly number[]>(REMEMBERED);
  /** Sets of targets for claims that name very many. */
  private readonly targetSets = new Remembered<number, ReadonlySet<number>>(REMEMBERED);

  constructor(
    private readonly store: ClaimRecords,
    private readonly index: ClaimNames,
    private readonly places: PlaceNames,
  ) {}

  /** Records the ways (bits) in which a claim names others; 0 for a claim that is removed. */
  register(handle: number, kinds: number): void {
    this.forget();
    if (handle >= this.naming.length) {
      const larger = new Uint8Array(Math.max(handle + 1, this.naming.length * 2));
      larger.set(this.naming);
      this.naming = larger;
    }
    this.count(this.naming[handle]!, -1);
    this.count(kinds, 1);
    this.naming[handle] = kinds;
  }

  private count(kinds: number, by: number): void {
    for (let rest = kinds; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      this.namers.set(bit, this.namers.get(bit)! + by);
    }
  }

  /** Whether any claim names another under `kind`, resolved or not. */
  isAnyNamed(kind: EdgeKind): boolean {
    return this.namers.get(BITS[kind])! > 0;
  }

  /** Records that the file at `path` is the text of `source`, no longer of `before`. */
  setSource(path: string, before: string | null, source: string | null): void {
    if (before === source) return;
    this.forget();
    if (before !== null) {
      const files = this.filesBySource.get(before);
      files?.delete(path);
      if (files?.size === 0) {
        this.filesBySource.delete(before);
        this.places.deleteSource(before);
      }
    }
    if (source === null) return;
    const files = this.filesBySource.get(source);
    if (files) files.add(path);
    else {
      this.filesBySource.set(source, new Set([path]));
      this.places.addSource(source);
    }
  }

  /** Drops cached answers. */
  private forget(): void {
    if (this.isAnySoughtKnown) this.sought.fill(0);
    this.isAnySoughtKnown = false;
    this.targetsOf.clear();
    this.sourcesOf.clear();
    this.targetSets.clear();
    this.idsOf.clear();
  }

  /** The claims that `address`, written in the file at `from`, may mean; one if the address is sound. */
  candidates(from: string, written: string): number[] {
    const address = parseAddress(written);
    if (!address) return [];
    if (address.place === null)
      return this.index
        .get(bareName(address.id))
        .filter((handle) => this.store.claim(handle).id === address.id);
    return this.placesOf(from, address.place).flatMap((path) => this.inFile(path, address.id));
  }

  /** The claim that `address` means in the file at `from`; null when it resolves to none or to several. */
  resolve(from: string, written: string): number | null {
    const found = this.candidates(from, written);
    return found.length === 1 ? found[0]! : null;
  }

  /** The claims that the claim names under `kind`, distinct. */
  targets(handle: number, kind: EdgeKind): readonly number[] {
    if (!(this.naming[handle]! & BITS[kind])) return NOTHING;
    const question = handle * 128 + BITS[kind];
    let found = this.targetsOf.get(question);
    if (!found) this.targetsOf.set(question, (found = this.findTargets(handle, kind)));
    return found;
  }

  private findTargets(handle: number, kind: EdgeKind): number[] {
    const claim = this.store.claim(handle);
    const found = new Set<number>();
    for (const written of addressesOf(claim, kind)) {
      const target = this.resolve(claim.path, written);
      if (target !== null) found.add(target);
    }
    return [...found];
  }

  /** Whether a claim names another under `kind`. */
  names(handle: number, kind: EdgeKind, other: number): boolean {
    if (!(this.naming[handle]! & BITS[kind])) return false;
    const targets = this.targets(handle, kind);
    if (targets.length < LONG) return targets.includes(other);
    const question = handle * 128 + BITS[kind];
    let set = this.targetSets.get(question);
    if (!set) this.targetSets.set(question, (set = new Set(targets)));
    return set.has(other);
  }

  /** The claims that name the claim under `kind`, distinct, in the order of files and text. */
  sources(handle: number, kind: EdgeKind): readonly number[] {
    if (!this.isAnyNamed(kind) || !(this.soughtKinds(handle) & BITS[kind])) return NOTHING;
    const question = handle * 128 + BITS[kind];
    let found = this.sourcesOf.get(question);
    if (!found) this.sourcesOf.set(question, (found = this.findSources(handle, kind)));
    return found;
  }

  private findSources(handle: number, kind: EdgeKind): number[] {
    const found: number[] = [];
    for (const seeker of this.seekers(this.store.claim(handle), BITS[kind]))
      if (this.names(seeker, kind, handle)) found.push(seeker);
    return this.sorted(found);
  }

  /** The ways (bits) in which a claim may be named by others. Hash collisions may add some. */
  private soughtKinds(handle: number): number {
    const known = this.sought[handle] ?? 0;
    if (known & KNOWN) return known;
    if (handle >= this.sought.length) {
      const larger = new Uint8Array(this.naming.length);
      larger.set(this.sought);
      this.sought = larger;
    }
    let kinds = KNOWN;
    const { id, path, fileSource } = this.store.claim(handle);
    if (id !== null) {
      const look = (_: number, sought: number) => (kinds |= sought);
      this.index.forEach(soughtBare(id), look);
      this.index.forEach(soughtIn(path, id), look);
      if (fileSource !== null) this.index.forEach(soughtOf(fileSource, id), look);
    }
    this.sought[handle] = kinds;
    this.isAnySoughtKnown = true;
    return kinds;
  }

  /**
   * The claims that seek a name which leads, or might lead, to this claim, in one of the ways `kinds` (bits).
   * Hash collisions may add others.
   */
  seekers(claim: Pick<ClaimRecord, 'id' | 'path' | 'fileSource'>, kinds = ~0): Set<number> {
    const found = new Set<number>();
    if (claim.id === null) return found;
    for (const name of namesSoughtFor(claim, claim.id))
      this.index.forEach(name, (handle, sought) => {
        if (sought & kinds) found.add(handle);
      });
    return found;
  }

  /**
   * The claims with the same id whose resolution may change when this one is added or removed: those in the same
   * file, in other texts of the same work, or anywhere when a reference names the bare id.
   */
  namesakes(claim: ClaimRecord): number[] {
    const { id, path, fileSource } = claim;
    if (id === null) return [];
    const files = [path, ...((fileSource !== null && this.filesBySource.get(fileSource)) || [])];
    const found = new Set(files.flatMap((file) => this.inFile(file, id)));
    if (this.index.get(soughtBare(id)).length > 0) {
      const bare = this.index.get(bareName(id));
      // Where there are more, the bare id is ambiguous before and after.
      if (bare.length <= 3)
        for (const handle of bare) if (this.store.claim(handle).id === id) found.add(handle);
    }
    return [...found];
  }

  /** Handles in the order of files and text, so that answers do not depend on the order of edits. */
  sorted(handles: number[]): number[] {
    return handles.sort((a, b) => this.compare(a, b));
  }

  /** Orders handles by file and position. */
  compare(a: number, b: number): number {
    const [left, right] = [this.store.pathOf(a), this.store.pathOf(b)];
    if (left !== right) return left < right ? -1 : 1;
    return this.store.placeIn(a) - this.store.placeIn(b);
  }

  /** The files that the part before the `#` may mean: those of a work first, else the one at that path. */
  private placesOf(from: string, place: string): string[] {
    if (place === '') return [from];
    const files = this.filesBySource.get(place);
    if (files) return [...files].sort();
    const path = resolvePath(folderOf(from), place);
    return path !== null && this.store.has(path) ? [path] : [];
  }

  private inFile(path: string, id: string): number[] {
    const found: number[] = [];
    this.index.forEach(localName(path, id), (handle) => {
      if (this.store.pathOf(handle) === path && this.store.claim(handle).id === id) found.push(handle);
    });
    return found;
  }

  /** As `resolve`; on failure says what is missing, and the nearest address that would resolve. */
  explain(from: string, written: string): Resolution {
    const found = this.candidates(from, written);
    if (found.length === 1) return { status: 'resolved', claim: this.store.claim(found[0]!) };
    if (found.length > 1) {
      const candidates = this.sorted(found).map((handle) => this.store.claim(handle));
      return { status: 'ambiguous', candidates };
    }
    const address = parseAddress(written);
    if (!address) return { status: 'undefined', missing: 'address', nearest: null };
    const { place, id } = address;
    const paths = place === null ? [from] : this.placesOf(from, place);
    if (paths.length === 0) {
      const fromRoot = resolvePath('', place!);
      const nearest =
        fromRoot !== null && this.store.has(fromRoot)
          ? relativeTo(folderOf(from), fromRoot)
          : this.places.nearest(from, place!);
      return { status: 'undefined', missing: 'place', nearest: nearest && `${nearest}#${id}` };
    }
    const nearest = this.nearestId(paths, id);
    return { status: 'undefined', missing: 'claim', nearest: nearest && `${place ?? ''}#${nearest}` };
  }

  /** The id in these files that is nearest to `id` in spelling; null where none is near. */
  private nearestId(paths: readonly string[], id: string): string | null {
    let nearest: NearName | null = null;
    for (const path of paths) {
      const near = this.idsIn(path).nearest(id);
      if (
        near &&
        (!nearest || near.far < nearest.far || (near.far === nearest.far && isBefore(near, nearest)))
      )
        nearest = near;
    }
    return nearest && nearest.name;
  }

  /** Sorted and cached, since many addresses may name missing claims of one file. */
  private idsIn(path: string): SortedNames {
    let ids = this.idsOf.get(path);
    if (!ids) {
      ids = SortedNames.of(
        new Set(this.store.handlesIn(path).flatMap((handle) => this.store.claim(handle).id ?? [])),
      );
      this.idsOf.set(path, ids);
    }
    return ids;
  }
}

/** Compares names by their characters, first without regard to case. */
function isBefore({ name: one }: NearName, { name: other }: NearName): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b ? one < other : a < b;
}

/** Whether a claim names other claims or works in any way, resolved or not. */
export function namesAny({ relations, evidence }: ClaimRecord): boolean {
  return relations.length > 0 || evidence.length > 0;
}

/** The addresses that a claim names under `kind`, as written. */
export function addressesOf(claim: ClaimRecord, kind: EdgeKind): string[] {
  return kind === 'evidence'
    ? claim.evidence.filter((item) => item.kind === 'claim').map((item) => item.target)
    : claim.relations.filter((relation) => relation.kind === kind).map((relation) => relation.address);
}

/** The names that lead to a claim, hashed. `home` has the names of its file. */
export function definedNames({ id }: ClaimRecord, home: NamesIn): number[] {
  return id === null ? [] : [bareName(id), home.localName(id)];
}

/** A name that a claim seeks, with the ways (bits) in which it does. */
export interface SoughtName {
  readonly name: number;
  kinds: number;
}

const NOTHING_SOUGHT: readonly never[] = [];

/**
 * The names that a claim seeks, one for each possible meaning of an address. `home` has the names of its
 * file.
 */
export function soughtNames(claim: ClaimRecord, home: NamesIn): readonly SoughtName[] {
  if (!namesAny(claim)) return NOTHING_SOUGHT;
  const names = new Map<number, SoughtName>();
  const add = (name: number, kind: EdgeKind) => {
    const known = names.get(name);
    if (known) known.kinds |= BITS[kind];
    else names.set(name, { name, kinds: BITS[kind] });
  };
  const seek = (written: string, kind: EdgeKind) => {
    const address = parseAddress(written);
    if (!address) return;
    const { place, id } = address;
    if (place === null) add(soughtBare(id), kind);
    else if (place === '') add(home.soughtIn(id), kind);
    else {
      add(soughtOf(place, id), kind);
      const path = resolvePath(folderOf(claim.path), place);
      if (path !== null) add(soughtIn(path, id), kind);
    }
  };
  for (const { address, kind } of claim.relations) seek(address, kind);
  for (const { kind, target } of claim.evidence) if (kind === 'claim') seek(target, 'evidence');
  return [...names.values()];
}

/** The names by which others may seek a claim. */
function namesSoughtFor(
  { path, fileSource }: Pick<ClaimRecord, 'path' | 'fileSource'>,
  id: string,
): number[] {
  const names = [soughtBare(id), soughtIn(path, id)];
  if (fileSource !== null) names.push(soughtOf(fileSource, id));
  return names;
}
