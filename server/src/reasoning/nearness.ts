import { EDGE_KINDS, type ClaimGraph } from './claim-graph.ts';
import type { Conflicts } from './conflicts.ts';
import type { Consequences } from './consequences.ts';
import type { ClaimRecord } from './model.ts';
import type { Support } from './support.ts';
import type { ClaimRecords } from '../store/model.ts';

/** Which claims depend on which: the claims that a change concerns. */
export class Nearness {
  /** The last answer of `filesNear`, until the meaning of claims changes, which few keystrokes do. */
  private last: { readonly path: string; readonly files: ReadonlySet<string> } | null = null;

  constructor(
    private readonly store: ClaimRecords,
    private readonly graph: ClaimGraph,
    private readonly conflicts: Conflicts,
    private readonly consequences: Consequences,
    private readonly support: Support,
  ) {}

  /** Drops the cached answer after a change of meaning. */
  forget(): void {
    this.last = null;
  }

  /** Adds to `near` all claims that may depend on these. */
  collect(handles: readonly number[], near: Set<number>): void {
    this.conflicts.rivals.collect(handles, near);
    const judged = new Set<number>();
    for (const handle of handles) {
      for (const kind of EDGE_KINDS) for (const target of this.graph.targets(handle, kind)) near.add(target);
      for (const seeker of this.graph.seekers(this.store.claim(handle))) near.add(seeker);
      for (const one of this.graph.targets(handle, 'resolves')) judged.add(one);
    }
    this.consequences.collect([...judged, ...handles], near);
    // A verdict may take the ground from what rests on the claims that it names.
    for (const one of judged) near.add(one);
    for (const other of this.support.dependants([...handles, ...judged])) near.add(other);
  }

  /**
   * Adds those that seek an id which was added or removed, and all near what they may have found under it.
   */
  collectSeekers(renamed: readonly ClaimRecord[], near: Set<number>): void {
    const found = new Set<number>();
    for (const claim of renamed) {
      for (const seeker of this.graph.seekers(claim)) near.add(seeker);
      for (const namesake of this.graph.namesakes(claim)) found.add(namesake);
    }
    for (const handle of found) near.add(handle);
    this.collect([...found], near);
  }

  /** The other files whose findings may depend on a claim of `path`. */
  filesNear(path: string): ReadonlySet<string> {
    if (this.last?.path === path) return this.last.files;
    const near = new Set<number>();
    this.collect(this.store.handlesIn(path), near);
    this.last = { path, files: this.filesOf(near, path) };
    return this.last.files;
  }

  /** The files that hold these claims, without `but`. */
  filesOf(handles: Iterable<number>, but: string): Set<string> {
    const files = new Set<string>();
    for (const handle of handles) files.add(this.store.pathOf(handle));
    files.delete(but);
    return files;
  }
}
