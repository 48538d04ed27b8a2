import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import type { Library } from '../workspace/library.ts';
import type { Documents } from './documents.ts';

/** The files whose findings may have changed since somebody last asked. */
export class StaleFiles {
  private changed = new Set<string>();
  /** Files in which something may stand elsewhere now, though it says the same. */
  private moved = new Set<string>();
  /** As `changed`, since views last asked; null while none has. */
  private outdated: Set<string> | null = null;
  private count = 0;

  /** Grows with every change that may concern any file. */
  get changes(): number {
    return this.count;
  }

  mark(paths: Iterable<string>): void {
    for (const path of paths) this.add(path);
    this.count++;
  }

  add(path: string): void {
    this.count++;
    this.changed.add(path);
    this.outdated?.add(path);
  }

  addMoved(path: string): void {
    this.count++;
    this.moved.add(path);
  }

  /**
   * Hands over the files whose findings may say something else now, and with them the bibliographies that `readers`
   * names: their entries may be cited no more, or now.
   */
  take(readers: (taken: ReadonlySet<string>) => Iterable<string> = () => []): Set<string> {
    const taken = this.changed;
    this.changed = new Set();
    // Documents come and go, and so do what they cite and where from.
    if (taken.size > 0) for (const path of readers(taken)) taken.add(path);
    return taken;
  }

  /** The files of which something may be otherwise, beside where it stands, since this was last called. */
  takeOutdated(): ReadonlySet<string> {
    const taken = this.outdated ?? new Set();
    this.outdated = new Set();
    return taken;
  }

  /**
   * Hands over the files whose findings may point at a place that has moved: those of the other side of a
   * conflict. Less urgent than `take`. Of what points into a register or bibliography only the open documents
   * are named: the others would be too many, and are right again when they are next checked.
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
