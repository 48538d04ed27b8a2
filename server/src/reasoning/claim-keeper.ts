import type { Asserters } from './asserters.ts';
import { ClaimGraph, EDGE_KINDS } from './claim-graph.ts';
import { ClaimStore, differentIds, LiveClaims, type StoreChange } from './claim-store.ts';
import { ClaimWords } from './claim-words.ts';
import type { ConflictTally, CountedRivals } from './conflict-tally.ts';
import { Conflicts } from './conflicts.ts';
import { Consequences } from './consequences.ts';
import { sameContext } from './context.ts';
import { HashMultimap } from './hash-multimap.ts';
import type { ClaimRecord, Conflict, ReasoningChange, ReasoningContext } from './model.ts';
import { unpackClaims } from './packed-claims.ts';
import type { PackedFile } from './packed-file.ts';
import { PlaceNames } from './place-names.ts';
import { QuietClaims } from './quiet-claims.ts';
import { PackedRegistrations, registerClaim, type Registrar } from './registration.ts';
import { Sayings } from './says.ts';
import { StatementIndex } from './statement-index.ts';
import { Support } from './support.ts';
import { Times } from './time.ts';
import { Values } from './values.ts';

/**
 * Keeps the claims of a workspace and the names by which they find each other in line with its files, and says whom a
 * change concerns.
 */
export class ClaimKeeper {
  protected readonly store = new ClaimStore();
  protected readonly index = new HashMultimap();
  protected readonly statements = new StatementIndex();
  /** What addresses may begin with. */
  private readonly places = new PlaceNames();
  protected readonly graph = new ClaimGraph(this.store, this.index, this.places);
  protected readonly conflicts: Conflicts;
  protected readonly consequences: Consequences;
  protected readonly support = new Support(this.store, this.graph);
  protected readonly words = new ClaimWords();
  protected readonly quiet = new QuietClaims();
  /** Of claims in very many conflicts how many they are, until something near changes its meaning. */
  protected readonly counted = new Map<number, CountedRivals>();
  /** Files last told of addresses that do not lead to one claim: what comes or goes may be nearer to what they mean. */
  protected readonly waiting = new Set<string>();
  /** The conflicts of the file that was last asked about: several rules ask one after the other. */
  protected lastConflicts: {
    readonly path: string;
    readonly conflicts: Conflict[];
  } | null = null;
  /** What those of each of its claims come to, by handle; likewise. */
  protected lastTallies: {
    readonly path: string;
    readonly tallies: ReadonlyMap<number, ConflictTally>;
  } | null = null;
  /** The claims of that file, for the same reason. */
  protected lastClaims: {
    readonly path: string;
    readonly claims: readonly ClaimRecord[];
  } | null = null;
  /** The claim that is being asked about. */
  protected asked: {
    readonly claim: ClaimRecord;
    readonly handle: number;
  } | null = null;
  /** The answer of `filesNear` since claims last changed what they say: what is typed seldom does. */
  private lastNear: {
    readonly path: string;
    readonly files: ReadonlySet<string>;
  } | null = null;
  protected context: ReasoningContext = {
    properties: new Map(),
    places: new Map(),
    authors: new Map(),
  };

  /** Reads `when` and dates among values; may be shared by rules that need to read times. */
  readonly times = new Times();
  /** Reads what claims say. */
  readonly sayings = new Sayings();
  /** Reads values as the project declares their properties. */
  readonly values = new Values(this.times);

  constructor() {
    this.conflicts = new Conflicts(
      this.store,
      this.graph,
      this.statements,
      this.times,
      this.sayings,
      this.values,
    );
    this.consequences = new Consequences(this.store, this.graph, this.conflicts);
  }

  /** How many claims there are. */
  get size(): number {
    return this.store.size;
  }

  get asserters(): Asserters {
    return this.conflicts.asserters;
  }

  get properties(): ReasoningContext['properties'] {
    return this.context.properties;
  }

  /** Takes over properties, places and authors. The answer names every file with claims if anything changed. */
  setContext(context: ReasoningContext): ReasoningChange {
    if (sameContext(this.context, context)) return { affected: new Set(), changed: false };
    this.context = context;
    this.conflicts.setContext(context);
    this.consequences.forget();
    this.quiet.forgetAll();
    this.counted.clear();
    this.lastConflicts = null;
    this.lastTallies = null;
    this.lastNear = null;
    const affected = new Set<string>();
    for (const path of this.store.paths()) if (this.store.handlesIn(path).length > 0) affected.add(path);
    return { affected, changed: true };
  }

  /**
   * Puts the claims of a file, in the order of its text, in place of those it had. `source` is the work whose
   * text the file is; it need be given only where the file has no claims. With `starts`, the offsets in each claim
   * count from there. The answer names the other files whose
   * findings may differ now: those of rivals, of claims named and naming, of those that waited for an id.
   */
  replace(
    path: string,
    claims: readonly ClaimRecord[],
    source: string | null = claims[0]?.fileSource ?? null,
    starts: readonly number[] | null = null,
  ): ReasoningChange {
    const known = this.store.has(path);
    const live = new LiveClaims(claims, starts);
    // Looked at again when somebody searches, not at each keystroke.
    this.words.drop(path);
    const { handles, ...change } = this.store.compare(path, live);
    const movesPlaces = !known || source !== this.store.sourceOf(path);
    if (change.removed.length === 0 && change.added.length === 0) {
      this.exchange(path, source, live, change, handles);
      return {
        affected: new Set(movesPlaces ? this.othersWaiting(path) : []),
        changed: !known,
      };
    }
    const near = new Set<number>();
    const renamed = differentIds(change.removed, change.added);
    this.collectNear(
      change.removed.map(({ handle }) => handle),
      near,
    );
    this.collectSeekers(renamed, near);

    this.exchange(path, source, live, change, handles);
    for (const { handle } of change.removed) near.delete(handle);
    const added = change.added.map(({ handle }) => handle);
    for (const handle of added) near.add(handle);
    this.collectNear(added, near);
    this.collectSeekers(renamed, near);
    this.quiet.forget(near);
    if (this.counted.size > 0) for (const handle of near) this.counted.delete(handle);
    const affected = this.filesOf(near, path);
    if (movesPlaces || renamed.length > 0) for (const other of this.othersWaiting(path)) affected.add(other);
    return { affected, changed: true };
  }

  private othersWaiting(path: string): string[] {
    return [...this.waiting].filter((other) => other !== path);
  }

  /**
   * As `replace`, for a file that is packed already. With `inBulk` it is not asked whom a new file concerns: for the
   * first reading of a workspace, when everything will be checked anyhow.
   */
  load(path: string, file: PackedFile, source: string | null, inBulk: boolean): ReasoningChange {
    if (!inBulk || this.store.has(path))
      return this.replace(path, unpackClaims(file.claims, path, source), source);
    this.lastConflicts = null;
    this.lastTallies = null;
    this.lastClaims = null;
    this.asked = null;
    this.lastNear = null;
    this.quiet.forgetAll();
    this.counted.clear();
    this.graph.setSource(path, null, source);
    const registrations = new PackedRegistrations(file.registrations);
    const handles = this.store.load(path, source, file.claims);
    this.places.addPath(path);
    this.quiet.forget(handles);
    let [handle, kinds] = [0, 0];
    const registrar: Registrar = {
      entry: (hash, mark) => {
        this.index.add(hash, handle, mark);
        kinds |= mark;
      },
      statement: (name, mark, from, to) => this.statements.add(name, mark, handle, from, to),
    };
    for (handle of handles) {
      kinds = 0;
      registrations.next(registrar);
      this.graph.register(handle, kinds);
      this.forgetAll(handle);
    }
    this.words.take(path, file.sieve);
    return { affected: new Set(), changed: true };
  }

  /** Makes ready for questions after much was loaded: otherwise the first of them would wait. */
  prepare(): void {
    this.index.sort();
    this.places.prepare();
  }

  private exchange(
    path: string,
    source: string | null,
    claims: LiveClaims,
    change: StoreChange,
    handles: number[],
  ): void {
    this.lastConflicts = null;
    this.lastTallies = null;
    this.lastClaims = null;
    this.asked = null;
    if (source !== this.store.sourceOf(path)) {
      this.quiet.forgetAll();
      this.counted.clear();
      this.lastNear = null;
      this.conflicts.rivals.forgetAnswers();
      this.forgetWays();
    }
    if (change.removed.length > 0 || change.added.length > 0) this.lastNear = null;
    for (const { handle, claim } of change.removed) this.unregister(handle, claim);
    this.graph.setSource(path, this.store.sourceOf(path), source);
    if (!this.store.has(path)) this.places.addPath(path);
    this.store.settle(path, source, claims, change, handles);
    for (const { handle, claim } of change.added) this.register(handle, claim);
  }

  private register(handle: number, claim: ClaimRecord): void {
    let kinds = 0;
    registerClaim(claim, this.times, {
      entry: (hash, mark) => {
        this.index.add(hash, handle, mark);
        kinds |= mark;
      },
      statement: (name, mark, from, to) => this.statements.add(name, mark, handle, from, to),
    });
    this.graph.register(handle, kinds);
    this.forgetAll(handle);
  }

  private unregister(handle: number, claim: ClaimRecord): void {
    registerClaim(claim, this.times, {
      entry: (hash, mark) => this.index.delete(hash, handle, mark),
      statement: (name, mark) => this.statements.delete(name, mark, handle),
    });
    this.graph.register(handle, 0);
    this.forgetAll(handle);
  }

  /** Forgets what was worked out of a claim that came or went, and of those that it may have to do with. */
  private forgetAll(handle: number): void {
    this.conflicts.forget(handle);
    this.counted.delete(handle);
    this.forgetWays();
  }

  private forgetWays(): void {
    this.consequences.forget();
    this.support.forget();
  }

  /** Forgets a file. */
  remove(path: string): ReasoningChange {
    const { affected } = this.replace(path, []);
    if (this.store.has(path)) this.places.deletePath(path);
    this.store.drop(path);
    this.waiting.delete(path);
    return { affected: new Set([...affected, ...this.waiting]), changed: true };
  }

  /** All claims that these may have something to do with. */
  private collectNear(handles: readonly number[], near: Set<number>): void {
    this.conflicts.rivals.collect(handles, near);
    const judged = new Set<number>();
    for (const handle of handles) {
      for (const kind of EDGE_KINDS) for (const target of this.graph.targets(handle, kind)) near.add(target);
      for (const seeker of this.graph.seekers(this.store.claim(handle))) near.add(seeker);
      for (const one of this.graph.targets(handle, 'resolves')) judged.add(one);
    }
    this.consequences.collect([...judged, ...handles], near);
    for (const other of this.support.dependants(handles)) near.add(other);
  }

  /** Those that seek an id which came or went, and all that is near what they may have found under it. */
  private collectSeekers(renamed: readonly ClaimRecord[], near: Set<number>): void {
    const found = new Set<number>();
    for (const claim of renamed) {
      for (const seeker of this.graph.seekers(claim)) near.add(seeker);
      for (const namesake of this.graph.namesakes(claim)) found.add(namesake);
    }
    for (const handle of found) near.add(handle);
    this.collectNear([...found], near);
  }

  /** The other files whose findings speak of a claim of `path`, or may. */
  filesNear(path: string): ReadonlySet<string> {
    if (this.lastNear?.path === path) return this.lastNear.files;
    const near = new Set<number>();
    this.collectNear(this.store.handlesIn(path), near);
    this.lastNear = { path, files: this.filesOf(near, path) };
    return this.lastNear.files;
  }

  private filesOf(handles: Iterable<number>, but: string): Set<string> {
    const files = new Set<string>();
    for (const handle of handles) files.add(this.store.pathOf(handle));
    files.delete(but);
    return files;
  }
}
