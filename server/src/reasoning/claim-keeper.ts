import { ClaimBase } from './claim-base.ts';
import { differentIds, LiveClaims, type StoreChange } from './claim-changes.ts';
import type { ClaimTables, PackedFile } from '../store/model.ts';
import { sameContext } from './context.ts';
import type { ClaimRecord, ReasoningChange, ReasoningContext } from './model.ts';
import { ReasoningIndex } from './reasoning-index.ts';
import { registerClaim } from './registration.ts';

/** Takes changes of claims in, keeps the indexes consistent, and says which files a change concerns. */
export class ClaimKeeper {
  private readonly base: ClaimBase;
  /** The read side. */
  readonly reasoning: ReasoningIndex;

  /** `tables` must be empty. */
  constructor(tables: ClaimTables) {
    this.base = new ClaimBase(tables);
    this.reasoning = new ReasoningIndex(this.base);
  }

  /** Sets properties, places and authors. If anything changed, the answer names every file with claims. */
  setContext(context: ReasoningContext): ReasoningChange {
    if (context.ends) this.base.conflicts.telling.ends = context.ends;
    if (sameContext(this.base.context, context)) return { affected: new Set(), changed: false };
    this.base.context = context;
    this.base.conflicts.setContext(context);
    this.base.consequences.forget();
    this.base.quiet.forgetAll();
    this.base.counted.clear();
    this.base.last.forgetConflicts();
    this.base.nearness.forget();
    const affected = new Set<string>();
    for (const path of this.base.store.paths())
      if (this.base.store.handlesIn(path).length > 0) affected.add(path);
    return { affected, changed: true };
  }

  /**
   * Replaces the claims of a file by these, in the order of its text. `source` is the work whose text the
   * file is; it may be left out where the file has claims already. With `starts`, the offsets in each claim
   * are relative to its start. The answer names the other files whose findings may change: those of rivals,
   * of claims named and naming, and of addresses that did not resolve.
   */
  replace(
    path: string,
    claims: readonly ClaimRecord[],
    source: string | null = claims[0]?.fileSource ?? null,
    starts: readonly number[] | null = null,
  ): ReasoningChange {
    const known = this.base.store.has(path);
    const live = new LiveClaims(claims, starts);
    // Rebuilt at the next search, not at each keystroke.
    this.base.words.drop(path);
    const { handles, ...change } = this.base.store.compare(path, live);
    const movesPlaces = !known || source !== this.base.store.sourceOf(path);
    if (change.removed.length === 0 && change.added.length === 0) {
      this.exchange(path, source, live, change, handles);
      return {
        affected: new Set(movesPlaces ? this.othersWaiting(path) : []),
        changed: !known,
      };
    }
    const near = new Set<number>();
    const renamed = differentIds(change.removed, change.added);
    this.base.nearness.collect(
      change.removed.map(({ handle }) => handle),
      near,
    );
    this.base.nearness.collectSeekers(renamed, near);

    this.exchange(path, source, live, change, handles);
    for (const { handle } of change.removed) near.delete(handle);
    const added = change.added.map(({ handle }) => handle);
    for (const handle of added) near.add(handle);
    this.base.nearness.collect(added, near);
    this.base.nearness.collectSeekers(renamed, near);
    this.base.quiet.forget(near);
    if (this.base.counted.size > 0) for (const handle of near) this.base.counted.delete(handle);
    const affected = this.base.nearness.filesOf(near, path);
    if (movesPlaces || renamed.length > 0) for (const other of this.othersWaiting(path)) affected.add(other);
    return { affected, changed: true };
  }

  private othersWaiting(path: string): string[] {
    return [...this.base.waiting].filter((other) => other !== path);
  }

  /**
   * As `replace`, for a file whose claims are packed. With `inBulk` the claims that a new file concerns are not
   * computed: the first reading of a workspace checks everything afterwards.
   */
  load(path: string, file: PackedFile, source: string | null, inBulk: boolean): ReasoningChange {
    if (!inBulk || this.base.store.has(path))
      return this.replace(path, this.base.tables.unpack(path, source, file), source);
    this.base.last.forget();
    this.base.nearness.forget();
    this.base.quiet.forgetAll();
    this.base.counted.clear();
    this.base.graph.setSource(path, null, source);
    const handles = this.base.tables.load(path, source, file, (handle, kinds) => {
      this.base.graph.register(handle, kinds);
      this.forgetAll(handle);
    });
    this.base.places.addPath(path);
    this.base.quiet.forget(handles);
    return { affected: new Set(), changed: true };
  }

  /** Sorts the indexes after many loads, so that the first query need not. */
  prepare(): void {
    this.base.tables.prepare();
    this.base.places.prepare();
  }

  private exchange(
    path: string,
    source: string | null,
    claims: LiveClaims,
    change: StoreChange,
    handles: readonly number[],
  ): void {
    this.base.last.forget();
    if (source !== this.base.store.sourceOf(path)) {
      this.base.quiet.forgetAll();
      this.base.counted.clear();
      this.base.nearness.forget();
      this.base.conflicts.rivals.forgetAnswers();
      this.forgetWays();
    }
    if (change.removed.length > 0 || change.added.length > 0) this.base.nearness.forget();
    for (const { handle, claim } of change.removed) this.unregister(handle, claim);
    this.base.graph.setSource(path, this.base.store.sourceOf(path), source);
    if (!this.base.store.has(path)) this.base.places.addPath(path);
    this.base.store.settle(path, source, claims, change, handles);
    for (const { handle, claim } of change.added) this.register(handle, claim);
  }

  private register(handle: number, claim: ClaimRecord): void {
    let kinds = 0;
    registerClaim(claim, this.base.times, {
      entry: (hash, mark) => {
        this.base.index.add(hash, handle, mark);
        kinds |= mark;
      },
      statement: (name, mark, from, to) => this.base.statements.add(name, mark, handle, from, to),
    });
    this.base.graph.register(handle, kinds);
    this.forgetAll(handle);
  }

  private unregister(handle: number, claim: ClaimRecord): void {
    registerClaim(claim, this.base.times, {
      entry: (hash, mark) => this.base.index.delete(hash, handle, mark),
      statement: (name, mark) => this.base.statements.delete(name, mark, handle),
    });
    this.base.graph.register(handle, 0);
    this.forgetAll(handle);
  }

  /** Drops the caches for a claim that was added or removed, and for claims near it. */
  private forgetAll(handle: number): void {
    this.base.conflicts.forget(handle);
    this.base.counted.delete(handle);
    this.forgetWays();
  }

  private forgetWays(): void {
    this.base.consequences.forget();
    this.base.support.forget();
  }

  /** Removes a file and its claims. */
  remove(path: string): ReasoningChange {
    const { affected } = this.replace(path, []);
    if (this.base.store.has(path)) this.base.places.deletePath(path);
    this.base.store.drop(path);
    this.base.waiting.delete(path);
    return { affected: new Set([...affected, ...this.base.waiting]), changed: true };
  }
}
