import type { Actor } from '../actors/model.ts';

/** An actor by the names that a text may call it. */
export interface NamedActor {
  readonly id: string;
  readonly names: readonly string[];
}

/** Past so many shared names, every change of a name counts as one that matters to them. */
const MOST_SHARED = 50;

/** The names of all registered actors, and what changed of them when a register was read again. */
export class ActorNames {
  private actors: readonly NamedActor[] = [];
  private readonly changed = new Map<string, number>();

  /** Rises whenever any name changes. */
  version = 0;

  /**
   * All that decides which names are ambiguous in a text: the names that actors may share and those that hold
   * one of them. Empty where no two actors share a name.
   */
  sharing = '';

  all(): readonly NamedActor[] {
    return this.actors;
  }

  /** The version in which names of that actor last changed. */
  changedIn(id: string): number {
    return this.changed.get(id) ?? 0;
  }

  /** Takes over what the registers say now; whether any name came, went or is another's. */
  update(registered: Iterable<{ readonly actor: Actor }>): boolean {
    const byId = new Map<string, string[]>();
    for (const { actor } of registered) {
      const names = byId.get(actor.id.text) ?? [];
      byId.set(actor.id.text, names);
      for (const { text } of [actor.name, ...actor.aliases]) if (!names.includes(text)) names.push(text);
    }
    const before = new Map(this.actors.map((actor) => [actor.id, actor.names]));
    const different = [...byId].filter(([id, names]) => !sameNames(before.get(id), names)).map(([id]) => id);
    const gone = [...before.keys()].filter((id) => !byId.has(id));
    if (different.length === 0 && gone.length === 0) return false;
    this.version++;
    for (const id of [...different, ...gone]) this.changed.set(id, this.version);
    this.actors = [...byId].map(([id, names]) => ({ id, names }));
    this.sharing = sharingOf(this.actors);
    return true;
  }
}

function sameNames(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a !== undefined && a.length === b.length && a.every((name, i) => name === b[i]);
}

function sharingOf(actors: readonly NamedActor[]): string {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, names } of actors)
    for (const name of names) {
      const key = letters(name);
      if (key === '') continue;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, id);
      else if (owner !== id) shared.add(key);
    }
  if (shared.size === 0) return '';
  const keys = [...shared];
  const matters = (name: string) =>
    keys.length > MOST_SHARED || keys.some((key) => letters(name).includes(key));
  return actors
    .flatMap(({ id, names }) => names.filter(matters).map((name) => `${id}\t${name}`))
    .sort()
    .join('\n');
}

/**
 * A name's letters alone, without a plural's `s`: names that could agree with the same words of a text come to
 * the same. That some others do too costs a search and no false report.
 */
function letters(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .replace(/s$/, '');
}
