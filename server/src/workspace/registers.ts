import type { Actor, ActorRegister } from '../actors/model.ts';
import { citekeysIn } from '../facts/front-matter.ts';
import type { Token } from '../facts/model.ts';
import type { LineIndex } from '../text/line-index.ts';
import { SortedNames } from '../text/sorted-names.ts';
import { matcherOf } from './glob.ts';
import { names } from './names.ts';
import { isGlob, resolvePath } from './paths.ts';
import type { Project } from './project.ts';
import { isDataPath } from './scope.ts';

/** The project's `actors`, prepared for lookup: plain paths, and globs. */
interface Named {
  readonly paths: ReadonlySet<string | null>;
  readonly matches: (path: string) => boolean;
}

/** Cached by the list object, since every file is tested. A project that is read again has a new list. */
const known = new WeakMap<readonly Token[], Named>();

function namedIn(declared: readonly Token[]): Named {
  let named = known.get(declared);
  if (!named) {
    const paths = new Set(declared.map(({ text }) => resolvePath('', text)));
    const matches = matcherOf(declared.flatMap(({ text }) => (isGlob(text) ? [text] : [])));
    known.set(declared, (named = { paths, matches }));
  }
  return named;
}

/**
 * Whether the project names `path` as a register: by its path, or by a glob, which matches data files only.
 */
export function isRegisterOf({ actors }: Pick<Project, 'actors'>, path: string): boolean {
  const { paths, matches } = namedIn(actors);
  return paths.has(path) || (isDataPath(path) && matches(path));
}

export interface ActorAt {
  readonly path: string;
  readonly actor: Actor;
}

/** A loaded register. */
export interface LoadedRegister {
  readonly path: string;
  readonly lines: LineIndex;
  readonly content: ActorRegister;
}

const NOBODY: readonly ActorAt[] = [];

/** The registers that were read, ordered by path, and their actors by id. */
export class Registers {
  private files = new Map<string, LoadedRegister>();
  private areInOrder = true;
  /** The cached answer of `holdAll`, which every document and register asks for. */
  private held: { readonly declared: readonly Token[]; readonly areAll: boolean } | null = null;
  /** The ids of all actors, sorted on the first query for a near one. */
  private ids: SortedNames | null = null;
  /** Registers with the lifetime of an actor. */
  private readonly telling = new Set<string>();
  private actorsById = new Map<string, Map<string, readonly ActorAt[]>>();

  /** Whether any register has the lifetime of an actor. */
  get tellLifetimes(): boolean {
    return this.telling.size > 0;
  }

  get size(): number {
    return this.files.size;
  }

  paths(): IterableIterator<string> {
    this.order();
    return this.files.keys();
  }

  get(path: string): LoadedRegister | undefined {
    return this.files.get(path);
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  set(path: string, lines: LineIndex, content: ActorRegister): void {
    this.files.set(path, { path, lines, content });
    this.held = null;
    const byId = new Map<string, ActorAt[]>();
    for (const actor of content.actors) {
      const same = byId.get(actor.id.text);
      if (same) same.push({ path, actor });
      else byId.set(actor.id.text, [{ path, actor }]);
    }
    this.ids = null;
    if (content.actors.some(({ active }) => active)) this.telling.add(path);
    else this.telling.delete(path);
    const isNew = !this.actorsById.has(path);
    this.actorsById.set(path, byId);
    if (isNew) this.areInOrder = false;
  }

  /** Sorts the registers on demand, since many may be added one after another. */
  private order(): void {
    if (this.areInOrder) return;
    this.areInOrder = true;
    this.files = inOrder(this.files);
    this.actorsById = inOrder(this.actorsById);
  }

  /** Removes a register. Returns whether there was one. */
  delete(path: string): boolean {
    this.actorsById.delete(path);
    this.telling.delete(path);
    this.ids = null;
    this.held = null;
    return this.files.delete(path);
  }

  /** Whether every register that the list names has been read. */
  holdAll(declared: readonly Token[]): boolean {
    if (this.held?.declared === declared) return this.held.areAll;
    const areAll = declared.every(({ text }) => {
      if (isGlob(text)) return true;
      const path = resolvePath('', text);
      return path !== null && this.has(path);
    });
    this.held = { declared, areAll };
    return areAll;
  }

  /** Every actor with that id, in the order of the registers. */
  actors(id: string): readonly ActorAt[] {
    this.order();
    let found = NOBODY;
    for (const byId of this.actorsById.values()) {
      const here = byId.get(id);
      if (here) found = found.length === 0 ? here : [...found, ...here];
    }
    return found;
  }

  /** The id nearest in spelling to an unknown one; null where none is near. */
  nearestId(id: string): string | null {
    this.ids ??= SortedNames.of(new Set([...this.all()].map(({ actor }) => actor.id.text)));
    return this.ids.nearest(id)?.name ?? null;
  }

  *all(): Generator<ActorAt> {
    this.order();
    for (const byId of this.actorsById.values()) for (const same of byId.values()) yield* same;
  }
}

function inOrder<T>(byPath: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...byPath].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Possible citekeys of an actor's works: those under `works`, and all targets of its relations. */
export function worksOf({ works, relations }: Actor): string[] {
  return [...works, ...relations.flatMap(({ targets }) => targets)].map(({ text }) => text);
}

/** The names that a register seeks: the actors and works that its actors are related to, and their works. */
export function soughtByRegister(register: ActorRegister): Set<string> {
  const sought = new Set<string>();
  for (const actor of register.actors) {
    const { relations, works } = actor;
    for (const { targets } of relations)
      for (const { text } of targets) sought.add(names.actor(text)).add(names.citekey(text));
    for (const { text } of [...works, ...worksCited(actor)]) sought.add(names.citekey(text));
  }
  return sought;
}

/** The works that an entry cites as evidence. */
export function worksCited({ cite }: Actor): Token[] {
  if (!cite) return [];
  const { from, to } = cite.range;
  // Where the text differs from what is written (an escape, say), only the whole can have a range.
  const isLiteral = to - from === cite.text.length;
  return citekeysIn(cite.text, from)
    .filter(({ text }) => text !== '*')
    .map((key) => (isLiteral ? key : { ...key, range: cite.range }));
}
