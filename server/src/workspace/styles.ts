import { folderOf, resolvePath } from './paths.ts';
import type { Unreadable } from './unreadable.ts';

/** What the file of a citation style came to: why it cannot be used, null when it can; or why it was not read. */
export type StyleState =
  { readonly status: 'read'; readonly problem: string | null } | { readonly status: Unreadable };

/**
 * The files that the value of `csl` may mean in the file `by`, the first that can be read of which counts: beside it,
 * then at the root. None where it names no file, but a style by itself or its address.
 */
export function styleFiles(by: string, name: string): string[] {
  const places = [resolvePath(folderOf(by), name), resolvePath('', name)];
  return [...new Set(places)].filter((path): path is string => path?.toLowerCase().endsWith('.csl') ?? false);
}

/** What may be asked about styles by those who change none. */
export type KnownStyles = Pick<Styles, 'areRead' | 'stateFor'>;

/** The citation styles that documents and the project file name: who names which file, and what each came to. */
export class Styles {
  private readonly named = new Map<string, readonly string[]>();
  private readonly namers = new Map<string, Set<string>>();
  private readonly states = new Map<string, StyleState>();
  private readonly unread = new Set<string>();

  /** Takes note of the value of `csl` in the file `by`; null where it has none any more. */
  setName(by: string, name: string | null): void {
    const before = this.named.get(by) ?? NONE;
    const now = name === null ? NONE : styleFiles(by, name);
    if (before.length === now.length && before.every((path, i) => path === now[i])) return;
    for (const path of before) this.dropNamer(path, by);
    for (const path of now) this.addNamer(path, by);
    if (now.length > 0) this.named.set(by, now);
    else this.named.delete(by);
  }

  /** Hands over the files that somebody names and nobody has read since they last changed. */
  takeUnread(): string[] {
    const taken = [...this.unread];
    this.unread.clear();
    return taken;
  }

  /** Whether any file waits to be read. */
  get areRead(): boolean {
    return this.unread.size === 0;
  }

  /** Takes over what a file came to; returns the files that name it, if that is news. */
  setState(path: string, state: StyleState): readonly string[] {
    const namers = this.namers.get(path);
    if (!namers) return NONE;
    const before = this.states.get(path);
    this.states.set(path, state);
    return before && sameState(before, state) ? NONE : [...namers];
  }

  /** A file changed: it is to be read again where somebody names it. What it came to before counts until then. */
  change(path: string): void {
    if (this.namers.has(path)) this.unread.add(path);
  }

  /** As `change`, for every file that was over the limit or may be over it now. */
  changeAll(): void {
    for (const path of this.namers.keys()) this.unread.add(path);
  }

  /** What the style that `by` names came to; null while that is not known, or where no file is named. */
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
