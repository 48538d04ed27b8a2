import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import type { Library } from '../workspace/library.ts';
import type { Documents } from './documents.ts';

/** The files whose findings may have changed since the last query. */
export class StaleFiles {
  private changed = new Set<string>();
  /** Files with findings whose places may have moved, while their messages are unchanged. */
  private moved = new Set<string>();
  /** As `changed`, since the last query of views; null before the first. */
  private outdated: Set<string> | null = null;
  private count = 0;

  /** `marked` is told of each file, unless only its verdicts changed. */
  constructor(private readonly marked: (path: string) => void = () => undefined) {}

  /** Incremented with every change that may concern any file. */
  get changes(): number {
    return this.count;
  }

  mark(paths: Iterable<string>): void {
    for (const path of paths) this.add(path);
    this.count++;
  }

  add(path: string): void {
    this.addJudged(path);
    this.marked(path);
  }

  /** As `add`, for a document whose quotations were found to be otherwise than before. */
  addJudged(path: string): void {
    this.count++;
    this.changed.add(path);
    this.outdated?.add(path);
  }

  addMoved(path: string): void {
    this.count++;
    this.moved.add(path);
  }

  /**
   * Returns and clears the stale files. Adds the bibliographies that `readers` gives, since the set of cited
   * entries may have changed.
   */
  take(readers: (taken: ReadonlySet<string>) => Iterable<string> = () => []): Set<string> {
    const taken = this.changed;
    this.changed = new Set();
    // Which entries are cited may have changed.
    if (taken.size > 0) for (const path of readers(taken)) taken.add(path);
    return taken;
  }

  /** Returns and clears the files where more than positions may have changed. */
  takeOutdated(): ReadonlySet<string> {
    const taken = this.outdated ?? new Set();
    this.outdated = new Set();
    return taken;
  }

  /**
   * Returns and clears the files whose findings may point to a place that moved: those with the other side of
   * a conflict. Less urgent than `take`. For places in registers and bibliographies only open documents are
   * returned; the others would be too many, and are corrected at their next check.
   */
  takeMoved(library: Library, reasoning: ReasoningIndex, documents: Documents): Set<string> {
    const near = new Set<string>();
    for (const path of this.moved) {
      const others = library.summary(path) ? reasoning.filesNear(path) : documents.openPaths();
      for (const other of others) near.add(other);
    }
    this.moved = new Set();
    return near;
  }
}
