import { EDGE_KINDS, type ClaimGraph } from './claim-graph.ts';
import type { Conflicts } from './conflicts.ts';
import type { Consequences } from './consequences.ts';
import type { ClaimRecord } from './model.ts';
import type { Support } from './support.ts';
import type { ClaimRecords } from '../store/model.ts';

/** Which claims have something to do with which: whom a change concerns. */
export class Nearness {
  /** The last answer of `filesNear`, until claims change what they say: what is typed seldom does. */
  private last: { readonly path: string; readonly files: ReadonlySet<string> } | null = null;

  constructor(
    private readonly store: ClaimRecords,
    private readonly graph: ClaimGraph,
    private readonly conflicts: Conflicts,
    private readonly consequences: Consequences,
    private readonly support: Support,
  ) {}

  /** Claims say something else than when it was last asked. */
  forget(): void {
    this.last = null;
  }

  /** Adds to `near` all claims that these may have something to do with. */
  collect(handles: readonly number[], near: Set<number>): void {
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

  /** Adds those that seek an id which came or went, and all that is near what they may have found under it. */
  collectSeekers(renamed: readonly ClaimRecord[], near: Set<number>): void {
    const found = new Set<number>();
    for (const claim of renamed) {
      for (const seeker of this.graph.seekers(claim)) near.add(seeker);
      for (const namesake of this.graph.namesakes(claim)) found.add(namesake);
    }
    for (const handle of found) near.add(handle);
    this.collect([...found], near);
  }

  /** The other files whose findings speak of a claim of `path`, or may. */
  filesNear(path: string): ReadonlySet<string> {
    if (this.last?.path === path) return this.last.files;
    const near = new Set<number>();
    this.collect(this.store.handlesIn(path), near);
    this.last = { path, files: this.filesOf(near, path) };
    return this.last.files;
  }

  /** The files that hold these claims, `but` left out. */
  filesOf(handles: Iterable<number>, but: string): Set<string> {
    const files = new Set<string>();
    for (const handle of handles) files.add(this.store.pathOf(handle));
    files.delete(but);
    return files;
  }
}
