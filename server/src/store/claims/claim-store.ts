import {
  keptClaims,
  type Handled,
  type LiveClaims,
  type StoreChange,
} from '../../reasoning/claim-changes.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import type { ClaimRecords, PackedClaims } from '../model.ts';
import { blankClaim, packClaims, unpackClaim } from './packed-claims.ts';
import { Remembered } from '../../reasoning/remembered.ts';

/** How many files keep their claims as objects: those updated last, which includes what editors have open. */
const LIVE_FILES = 48;
/**
 * How many unpacked claims of other files are cached. A larger cache only adds work for the garbage
 * collector.
 */
const REMEMBERED = 128;
const FIRST_SIZE = 256;

interface StoredFile {
  readonly path: string;
  source: string | null;
  /** In the order of the text. The index is the claim's place in `live` or `packed`. */
  handles: readonly number[];
  live: LiveClaims | null;
  packed: PackedClaims | null;
}

/**
 * The claims of all files, under numbers (handles). A claim keeps its handle while its meaning stays the
 * same, wherever it moves in its file. Most files are kept packed, and their claims are unpacked one by one
 * on demand.
 *
 * What that buys, against claims as objects in maps (`bench/stores.ts records`, 10,000 documents of 40
 * claims, all out of the cache): a start of 2.6 s of processor time instead of 6.9 s, 222 MB of memory
 * instead of 800 MB.
 */
export class ClaimStore implements ClaimRecords {
  private readonly files = new Map<string, StoredFile>();
  private fileOf: (StoredFile | undefined)[] = [];
  private placeOf = new Uint32Array(FIRST_SIZE);
  private readonly free: number[] = [];
  private readonly live = new Set<StoredFile>();
  private readonly unpacked = new Remembered<number, ClaimRecord>(REMEMBERED);
  /** The file that is being queried, with its claims as far as they were unpacked. */
  private atHand: { readonly file: StoredFile; readonly claims: (ClaimRecord | undefined)[] } | null = null;
  private count = 0;

  /**
   * `broken` is called with the path of a file whose packed claims cannot be decoded, so that it is read
   * again.
   */
  constructor(private readonly broken: (path: string) => void) {}

  /** How many claims there are. */
  get size(): number {
    return this.count;
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

  /** The handles of a file's claims in the order of its text. */
  handlesIn(path: string): readonly number[] {
    return this.files.get(path)?.handles ?? [];
  }

  /**
   * The claim of a handle. A released handle gives a claim that says nothing: a corrupt cache may still have
   * names that lead to it.
   */
  claim(handle: number): ClaimRecord {
    const file = this.fileOf[handle];
    if (!file) return NO_CLAIM;
    const place = this.placeOf[handle]!;
    if (file.live) return file.live.at(place);
    if (this.atHand?.file === file) return (this.atHand.claims[place] ??= this.unpack(file, place));
    let claim = this.unpacked.get(handle);
    if (!claim) {
      claim = this.unpack(file, place);
      this.unpacked.set(handle, claim);
    }
    return claim;
  }

  private unpack({ path, source, packed }: StoredFile, place: number): ClaimRecord {
    try {
      return unpackClaim(packed!, place, path, source);
    } catch {
      // The packed bytes are corrupt.
      this.broken(path);
      return blankClaim(path, source);
    }
  }

  /** Whether the handle's file keeps its claims as objects, as open files do. */
  isLive(handle: number): boolean {
    return this.fileOf[handle]?.live !== null;
  }

  /** Where the claim of a handle begins in its file. */
  fromOf(handle: number): number {
    const live = this.fileOf[handle]?.live;
    return live ? live.from(this.placeOf[handle]!) : this.claim(handle).range.from;
  }

  /** Makes a file the one whose unpacked claims are cached, before many queries about it. */
  take(path: string): void {
    const file = this.files.get(path);
    if (file && this.atHand?.file !== file) this.atHand = { file, claims: [] };
  }

  pathOf(handle: number): string {
    return this.fileOf[handle]?.path ?? '';
  }

  /** The claim's index among those of its file. */
  placeIn(handle: number): number {
    return this.placeOf[handle]!;
  }

  compare(path: string, claims: LiveClaims): StoreChange & { readonly handles: readonly number[] } {
    const file = this.files.get(path);
    const before = file ? file.handles : [];
    const old = (place: number) => file!.live?.saying(place) ?? this.claim(before[place]!);
    const { head, tail } = keptClaims(before.length, old, claims);
    const removed = before
      .slice(head, before.length - tail)
      .map((handle) => ({ handle, claim: this.claim(handle) }));
    const added: Handled[] = [];
    for (let place = head; place < claims.length - tail; place++)
      added.push({ handle: this.newHandle(), claim: claims.at(place) });
    const handles = [
      ...before.slice(0, head),
      ...added.map(({ handle }) => handle),
      ...before.slice(before.length - tail),
    ];
    return { removed, added, handles };
  }

  /** Applies what `compare` found. */
  settle(
    path: string,
    source: string | null,
    claims: LiveClaims,
    change: StoreChange,
    handles: readonly number[],
  ): void {
    let file = this.files.get(path);
    if (!file) this.files.set(path, (file = { path, source, handles, live: claims, packed: null }));
    if (this.atHand?.file === file) this.atHand = null;
    for (const { handle } of change.removed) this.release(handle);
    for (const handle of file.handles) this.unpacked.delete(handle);
    file.source = source;
    file.handles = handles;
    file.live = claims;
    file.packed = null;
    handles.forEach((handle, place) => {
      this.fileOf[handle] = file;
      this.placeOf[handle] = place;
    });
    this.count += change.added.length - change.removed.length;
    this.keepLive(file);
  }

  /**
   * Adds a file that has no claims here yet, keeping the packed bytes as they are. Returns the handles in the
   * order of the text.
   */
  load(path: string, source: string | null, packed: PackedClaims): readonly number[] {
    const size = packed.starts.length - 1;
    const handles = Array.from({ length: size }, () => this.newHandle());
    const file: StoredFile = { path, source, handles, live: null, packed };
    this.files.set(path, file);
    for (let place = 0; place < size; place++) {
      this.fileOf[handles[place]!] = file;
      this.placeOf[handles[place]!] = place;
    }
    this.count += size;
    return handles;
  }

  /** Forgets a file whose claims were removed already. */
  drop(path: string): void {
    const file = this.files.get(path);
    if (!file) return;
    if (this.atHand?.file === file) this.atHand = null;
    this.live.delete(file);
    this.files.delete(path);
  }

  private keepLive(file: StoredFile): void {
    this.live.delete(file);
    this.live.add(file);
    if (this.live.size <= LIVE_FILES) return;
    const [oldest] = this.live;
    this.live.delete(oldest!);
    oldest!.packed = packClaims(oldest!.live!.all());
    oldest!.live = null;
  }

  private newHandle(): number {
    const handle = this.free.pop() ?? this.fileOf.length;
    if (handle === this.fileOf.length) this.fileOf.push(undefined);
    if (handle >= this.placeOf.length) {
      const larger = new Uint32Array(this.placeOf.length * 2);
      larger.set(this.placeOf);
      this.placeOf = larger;
    }
    return handle;
  }

  private release(handle: number): void {
    this.fileOf[handle] = undefined;
    this.unpacked.delete(handle);
    this.free.push(handle);
  }
}

/** What a released handle gives. */
const NO_CLAIM = blankClaim('', null);
