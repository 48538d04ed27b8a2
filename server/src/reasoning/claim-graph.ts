import type { RelationKind } from '../facts/model.ts';
import { nearestName } from '../text/nearest-name.ts';
import { folderOf, relativeTo, resolvePath } from '../workspace/paths.ts';
import type { ClaimStore } from './claim-store.ts';
import type { HashMultimap } from './hash-multimap.ts';
import type { ClaimRecord, Resolution } from './model.ts';

/** How one claim may name another. */
export type EdgeKind = RelationKind | 'evidence';

/** An address taken apart at its `#`. */
interface Address {
  /** The citekey or path in front; '' of `#id`, null of a bare id. */
  readonly place: string | null;
  readonly id: string;
}

/** Takes an address apart; null when there is no id in it. */
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
 * Which claim names which. Nothing is stored resolved: claims are registered under the names that may lead to
 * them, and under the names that they seek, whether or not these lead anywhere yet.
 */
export class ClaimGraph {
  private readonly filesBySource = new Map<string, Set<string>>();

  constructor(
    private readonly store: ClaimStore,
    private readonly index: HashMultimap,
  ) {}

  /** Registers the names of a claim and the names that it seeks. */
  register(handle: number, claim: ClaimRecord): void {
    for (const name of [...definedNames(claim), ...soughtNames(claim)]) this.index.add(name, handle);
  }

  unregister(handle: number, claim: ClaimRecord): void {
    for (const name of [...definedNames(claim), ...soughtNames(claim)]) this.index.delete(name, handle);
  }

  /** Notes that `path` is the text of `source`, no longer of `before`. */
  setSource(path: string, before: string | null, source: string | null): void {
    if (before === source) return;
    if (before !== null) {
      const files = this.filesBySource.get(before);
      files?.delete(path);
      if (files?.size === 0) this.filesBySource.delete(before);
    }
    if (source === null) return;
    const files = this.filesBySource.get(source);
    if (files) files.add(path);
    else this.filesBySource.set(source, new Set([path]));
  }

  /** The claims that `address`, written in the file at `from`, may mean; one when all is well. */
  candidates(from: string, written: string): number[] {
    const address = parseAddress(written);
    if (!address) return [];
    if (address.place === null)
      return this.index
        .get(bareName(address.id))
        .filter((handle) => this.store.claim(handle).id === address.id);
    return this.placesOf(from, address.place).flatMap((path) => this.inFile(path, address.id));
  }

  /** The claim that `address` leads to from `from`, or null when it leads to none or to several. */
  resolve(from: string, written: string): number | null {
    const found = this.candidates(from, written);
    return found.length === 1 ? found[0]! : null;
  }

  /** The claims that the claim names under `kind`, without doubles. */
  targets(handle: number, kind: EdgeKind): number[] {
    const claim = this.store.claim(handle);
    const found: number[] = [];
    for (const written of addressesOf(claim, kind)) {
      const target = this.resolve(claim.path, written);
      if (target !== null && !found.includes(target)) found.push(target);
    }
    return found;
  }

  /** The claims that name the claim under `kind`, without doubles, in the order of files and text. */
  sources(handle: number, kind: EdgeKind): number[] {
    const found: number[] = [];
    for (const seeker of this.seekers(this.store.claim(handle)))
      if (this.targets(seeker, kind).includes(handle)) found.push(seeker);
    return found;
  }

  /** The claims that seek a name which leads, or might lead, to this claim. */
  seekers(claim: ClaimRecord): number[] {
    if (claim.id === null) return [];
    const found = new Set<number>();
    for (const name of namesSoughtFor(claim, claim.id))
      for (const handle of this.index.get(name)) if (this.mayMean(handle, claim.id)) found.add(handle);
    return this.sorted([...found]);
  }

  /** Claims that bear the same id and so may compete for an address; not the claim itself. */
  namesakes(handle: number, claim: ClaimRecord): number[] {
    if (claim.id === null) return [];
    return this.index
      .get(bareName(claim.id))
      .filter((other) => other !== handle && this.store.claim(other).id === claim.id);
  }

  /** Guards against names that merely share a hash. */
  private mayMean(seeker: number, id: string): boolean {
    const claim = this.store.claim(seeker);
    const means = (written: string) => parseAddress(written)?.id === id;
    return (
      claim.relations.some(({ address }) => means(address)) ||
      claim.evidence.some(({ kind, target }) => kind === 'claim' && means(target))
    );
  }

  /** Handles in the order of files and text: answers must not depend on the order of edits. */
  sorted(handles: number[]): number[] {
    return handles.sort((a, b) => this.compare(a, b));
  }

  /** The order of files and text. */
  compare(a: number, b: number): number {
    const [left, right] = [this.store.pathOf(a), this.store.pathOf(b)];
    if (left !== right) return left < right ? -1 : 1;
    return this.store.placeIn(a) - this.store.placeIn(b);
  }

  /** The files that a place in front of `#` may mean: those of a work first, else the one at that path. */
  private placesOf(from: string, place: string): string[] {
    if (place === '') return [from];
    const files = this.filesBySource.get(place);
    if (files) return [...files].sort();
    const path = resolvePath(folderOf(from), place);
    return path !== null && this.store.has(path) ? [path] : [];
  }

  private inFile(path: string, id: string): number[] {
    return this.index.get(localName(path, id)).filter((handle) => {
      const claim = this.store.claim(handle);
      return claim.id === id && claim.path === path;
    });
  }

  /** As `resolve`, with what is missing and the nearest address where it fails. */
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
      const nearest = nearestName(place!, this.placeNames(from));
      return { status: 'undefined', missing: 'place', nearest: nearest && `${nearest}#${id}` };
    }
    const nearest = nearestName(
      id,
      paths.flatMap((path) => this.idsIn(path)),
    );
    return { status: 'undefined', missing: 'claim', nearest: nearest && `${place ?? ''}#${nearest}` };
  }

  private idsIn(path: string): string[] {
    return this.store.handlesIn(path).flatMap((handle) => this.store.claim(handle).id ?? []);
  }

  private *placeNames(from: string): Generator<string> {
    yield* this.filesBySource.keys();
    for (const path of this.store.paths()) yield relativeTo(folderOf(from), path);
  }
}

/** The addresses that a claim names under `kind`, as written. */
export function addressesOf(claim: ClaimRecord, kind: EdgeKind): string[] {
  return kind === 'evidence'
    ? claim.evidence.filter((item) => item.kind === 'claim').map((item) => item.target)
    : claim.relations.filter((relation) => relation.kind === kind).map((relation) => relation.address);
}

function bareName(id: string): string {
  return `id ${id}`;
}

function localName(path: string, id: string): string {
  return `in ${path}#${id}`;
}

function definedNames(claim: ClaimRecord): string[] {
  return claim.id === null ? [] : [bareName(claim.id), localName(claim.path, claim.id)];
}

/** Under what a claim registers itself as seeking: each reading that an address may have. */
function soughtNames(claim: ClaimRecord): Set<string> {
  const names = new Set<string>();
  const seek = (written: string) => {
    const address = parseAddress(written);
    if (!address) return;
    const { place, id } = address;
    if (place === null) names.add(`seeks ${id}`);
    else if (place === '') names.add(`seeks in ${claim.path}#${id}`);
    else {
      names.add(`seeks of ${place}#${id}`);
      const path = resolvePath(folderOf(claim.path), place);
      if (path !== null) names.add(`seeks in ${path}#${id}`);
    }
  };
  for (const { address } of claim.relations) seek(address);
  for (const { kind, target } of claim.evidence) if (kind === 'claim') seek(target);
  return names;
}

/** The names under which others may seek a claim. */
function namesSoughtFor(claim: ClaimRecord, id: string): string[] {
  const names = [`seeks ${id}`, `seeks in ${claim.path}#${id}`];
  if (claim.fileSource !== null) names.push(`seeks of ${claim.fileSource}#${id}`);
  return names;
}
