import { keptClaims, LiveClaims, type Handled, type StoreChange } from '../../reasoning/claim-changes.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import type {
  ClaimNames,
  ClaimRecords,
  ClaimTables,
  ClaimWords,
  PackedFile,
  SearchableStatements,
  StatementTable,
} from '../model.ts';
import { blankClaim, unpackClaims } from './packed-claims.ts';
import { registerLoaded } from './packed-registrations.ts';
import { MANY, StatementGroups, type StatementEntry } from './statement-groups.ts';

interface PlainFile {
  readonly path: string;
  readonly source: string | null;
  readonly handles: readonly number[];
  readonly claims: LiveClaims;
}

/** Claims as objects in maps: the reference that `ClaimStore` is compared with. */
export class PlainRecords implements ClaimRecords {
  private readonly files = new Map<string, PlainFile>();
  private readonly places = new Map<number, { readonly file: PlainFile; readonly place: number }>();
  private next = 0;

  get size(): number {
    return this.places.size;
  }

  paths(): IterableIterator<string> {
    return this.files.keys();
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  sourceOf(path: string): string | null {
    return this.files.get(path)?.source ?? null;
  }

  handlesIn(path: string): readonly number[] {
    return this.files.get(path)?.handles ?? [];
  }

  claim(handle: number): ClaimRecord {
    const at = this.places.get(handle);
    return at ? at.file.claims.at(at.place) : blankClaim('', null);
  }

  pathOf(handle: number): string {
    return this.places.get(handle)?.file.path ?? '';
  }

  placeIn(handle: number): number {
    return this.places.get(handle)?.place ?? 0;
  }

  fromOf(handle: number): number {
    return this.claim(handle).range.from;
  }

  isLive(): boolean {
    return true;
  }

  take(): void {
    // Nothing to cache.
  }

  compare(path: string, claims: LiveClaims): StoreChange & { readonly handles: readonly number[] } {
    const before = this.handlesIn(path);
    const { head, tail } = keptClaims(before.length, (place) => this.claim(before[place]!), claims);
    const end = before.length - tail;
    const removed = before.slice(head, end).map((handle) => ({ handle, claim: this.claim(handle) }));
    const added: Handled[] = [];
    for (let place = head; place < claims.length - tail; place++)
      added.push({ handle: this.next++, claim: claims.at(place) });
    const handles = [...before.slice(0, head), ...added.map(({ handle }) => handle), ...before.slice(end)];
    return { removed, added, handles };
  }

  settle(
    path: string,
    source: string | null,
    claims: LiveClaims,
    { removed }: Pick<StoreChange, 'removed'>,
    handles: readonly number[],
  ): void {
    for (const { handle } of removed) this.places.delete(handle);
    const file = { path, source, handles, claims };
    this.files.set(path, file);
    handles.forEach((handle, place) => this.places.set(handle, { file, place }));
  }

  load(path: string, source: string | null, claims: readonly ClaimRecord[]): readonly number[] {
    const handles = claims.map(() => this.next++);
    this.settle(path, source, new LiveClaims(claims), { removed: [] }, handles);
    return handles;
  }

  drop(path: string): void {
    this.files.delete(path);
  }
}

/** The reference for `HashMultimap`. */
class PlainNames implements ClaimNames {
  private readonly entries = new Map<number, { readonly handle: number; readonly mark: number }[]>();

  add(name: number, handle: number, mark: number): void {
    const list = this.entries.get(name >>> 0);
    if (list) list.push({ handle, mark });
    else this.entries.set(name >>> 0, [{ handle, mark }]);
  }

  delete(name: number, handle: number, mark: number): void {
    const list = this.entries.get(name >>> 0) ?? [];
    const at = list.findIndex((entry) => entry.handle === handle && entry.mark === mark);
    if (at >= 0) list.splice(at, 1);
    if (list.length === 0) this.entries.delete(name >>> 0);
  }

  get(name: number): number[] {
    return this.entries.get(name >>> 0)?.map(({ handle }) => handle) ?? [];
  }

  forEach(name: number, visit: (handle: number, mark: number) => void): void {
    for (const { handle, mark } of this.entries.get(name >>> 0) ?? []) visit(handle, mark);
  }
}

/** The reference for `StatementIndex`. */
class PlainStatements implements StatementTable {
  private readonly entries = new Map<number, StatementEntry[]>();
  private readonly groups = new Map<number, StatementGroups>();

  add(name: number, mark: number, claim: number, from: number, to: number): void {
    this.groups.delete(name | 0);
    const list = this.entries.get(name | 0) ?? [];
    this.entries.set(name | 0, list);
    list.push({ claim, mark: mark | 0, from, to });
  }

  delete(name: number, mark: number, claim: number): void {
    this.groups.delete(name | 0);
    const list = this.entries.get(name | 0) ?? [];
    const at = list.findIndex((entry) => entry.claim === claim && entry.mark === (mark | 0));
    if (at >= 0) list.splice(at, 1);
    if (list.length === 0) this.entries.delete(name | 0);
  }

  forEachMeeting(
    name: number,
    from: number,
    to: number,
    visit: (handle: number, mark: number) => void,
  ): void {
    for (const entry of this.entries.get(name | 0) ?? [])
      if (from <= entry.to && entry.from <= to) visit(entry.claim, entry.mark);
  }

  countOf(name: number): number {
    return this.entries.get(name | 0)?.length ?? 0;
  }

  groupsOf(name: number, compare: (handle: number, other: number) => number): SearchableStatements | null {
    if (this.countOf(name) < MANY) return null;
    let groups = this.groups.get(name | 0);
    if (!groups)
      this.groups.set(name | 0, (groups = new StatementGroups([...this.entries.get(name | 0)!], compare)));
    return groups;
  }

  groupsOfAll(
    names: Iterable<number>,
    compare: (handle: number, other: number) => number,
  ): SearchableStatements {
    return new StatementGroups(Array.from(names, (name) => this.entries.get(name | 0) ?? []).flat(), compare);
  }
}

/** The reference for `WordSieves`: every file may hold every word. */
const everywhere: ClaimWords = { mayHold: () => true, drop: () => undefined };

/** Claims and their indexes in plain maps. */
export class PlainClaimTables implements ClaimTables {
  readonly records = new PlainRecords();
  readonly names = new PlainNames();
  readonly statements = new PlainStatements();
  readonly words = everywhere;

  load(
    path: string,
    source: string | null,
    file: PackedFile,
    loaded: (handle: number, marks: number) => void,
  ): readonly number[] {
    const handles = this.records.load(path, source, this.unpack(path, source, file));
    registerLoaded(handles, file.registrations, this, loaded);
    return handles;
  }

  unpack(path: string, source: string | null, file: PackedFile): ClaimRecord[] {
    return unpackClaims(file.claims, path, source);
  }

  prepare(): void {
    // Nothing to sort.
  }
}
