import { folderOf, resolvePath } from './paths.ts';
import type { Unreadable } from './unreadable.ts';

/**
 * The result of reading a citation style: why it cannot be used, null when it can; or why it was not read.
 */
export type StyleState =
  { readonly status: 'read'; readonly problem: string | null } | { readonly status: Unreadable };

/**
 * The files that the value of `csl` in the file `by` may mean; the first that can be read counts. Relative to
 * that file, then to the root. None where it is a style's name or URL.
 */
export function styleFiles(by: string, name: string): string[] {
  const places = [resolvePath(folderOf(by), name), resolvePath('', name)];
  return [...new Set(places)].filter((path): path is string => path?.toLowerCase().endsWith('.csl') ?? false);
}

/** The read side. */
export type KnownStyles = Pick<Styles, 'areRead' | 'stateFor'>;

/**
 * The citation styles that documents and the project file name: who names which file, and the state of each.
 */
export class Styles {
  private readonly named = new Map<string, readonly string[]>();
  private readonly namers = new Map<string, Set<string>>();
  private readonly states = new Map<string, StyleState>();
  private readonly unread = new Set<string>();

  /** Sets the value of `csl` in the file `by`; null where it has none. */
  setName(by: string, name: string | null): void {
    const before = this.named.get(by) ?? NONE;
    const now = name === null ? NONE : styleFiles(by, name);
    if (before.length === now.length && before.every((path, i) => path === now[i])) return;
    for (const path of before) this.dropNamer(path, by);
    for (const path of now) this.addNamer(path, by);
    if (now.length > 0) this.named.set(by, now);
    else this.named.delete(by);
  }

  /** Returns the named files that have not been read since they last changed, and marks them as taken. */
  takeUnread(): string[] {
    const taken = [...this.unread];
    this.unread.clear();
    return taken;
  }

  /** Whether no file waits to be read. */
  get areRead(): boolean {
    return this.unread.size === 0;
  }

  /** Sets the state of a file. If it changed, returns the files that name it. */
  setState(path: string, state: StyleState): readonly string[] {
    const namers = this.namers.get(path);
    if (!namers) return NONE;
    const before = this.states.get(path);
    this.states.set(path, state);
    return before && sameState(before, state) ? NONE : [...namers];
  }

  /** Marks a file as changed, to be read again if it is named. The old state counts until then. */
  change(path: string): void {
    if (this.namers.has(path)) this.unread.add(path);
  }

  /** As `change`, for every file whose size may be on the other side of the limit now. */
  changeAll(): void {
    for (const path of this.namers.keys()) this.unread.add(path);
  }

  /** The state of the style that `by` names; null while it is unknown, or where no file is named. */
  stateFor(by: string): StyleState | null {
    let last: StyleState | null = null;
    for (const path of this.named.get(by) ?? NONE) {
      const state = this.states.get(path);
      if (!state) return null;
      if (state.status === 'read') return state;
      if (last === null || last.status === 'missing') last = state;
    }
    return last;
  }

  private addNamer(path: string, by: string): void {
    const namers = this.namers.get(path);
    if (namers) namers.add(by);
    else {
      this.namers.set(path, new Set([by]));
      this.unread.add(path);
    }
  }

  private dropNamer(path: string, by: string): void {
    const namers = this.namers.get(path);
    namers?.delete(by);
    if (namers?.size !== 0) return;
    this.namers.delete(path);
    this.states.delete(path);
    this.unread.delete(path);
  }
}

const NONE: readonly string[] = [];

function sameState(a: StyleState, b: StyleState): boolean {
  return a.status === b.status && (a.status !== 'read' || b.status !== 'read' || a.problem === b.problem);
}
