import type { Actor } from '../actors/model.ts';
import { sharingOf, type NamedActor } from './sharing.ts';

/** What changed in the registers. */
export interface Renewal {
  /** Whether any name was added, removed, or belongs to another actor now. */
  readonly areOthers: boolean;
  /** Whether the order of the actors changed. */
  readonly areRearranged: boolean;
}

/** The names of all registered actors, and what changed in them when a register was read again. */
export class ActorNames {
  private actors: readonly NamedActor[] = [];
  private readonly changed = new Map<string, number>();
  /** Actor id → its index in the order of the registers. */
  private places: ReadonlyMap<string, number> = new Map();

  /** Incremented when any name changes. */
  version = 0;

  /**
   * All that decides which names are ambiguous in a text (see `sharingOf`). Empty where no two actors share a
   * name.
   */
  sharing = '';

  /** Cached results of `inOrder`: the list for a name that many share is asked for repeatedly. */
  private ordered = new WeakMap<readonly string[], readonly string[]>();

  /** In an order of its own, so that what is found by names does not depend on the order of the registers. */
  all(): readonly NamedActor[] {
    return this.actors;
  }

  /** The version in which a name of that actor last changed. */
  changedIn(id: string): number {
    return this.changed.get(id) ?? 0;
  }

  /** Sorts actors into the order of the registers. */
  inOrder(ids: readonly string[]): readonly string[] {
    let ordered = this.ordered.get(ids);
    if (!ordered) this.ordered.set(ids, (ordered = this.sorted(ids)));
    return ordered;
  }

  private sorted(ids: readonly string[]): readonly string[] {
    return [...ids].sort((a, b) => (this.places.get(a) ?? 0) - (this.places.get(b) ?? 0));
  }

  /** Replaces the names by what the registers hold now. */
  update(registered: Iterable<{ readonly actor: Actor }>): Renewal {
    const namesOf = new Map<string, Set<string>>();
    for (const { actor } of registered) {
      const names = namesOf.get(actor.id.text) ?? new Set();
      namesOf.set(actor.id.text, names);
      for (const { text } of [actor.name, ...actor.aliases]) names.add(text);
    }
    const byId = new Map(Array.from(namesOf, ([id, names]) => [id, [...names]] as const));
    const before = new Map(this.actors.map((actor) => [actor.id, actor.names]));
    const different = [...byId].filter(([id, names]) => !sameNames(before.get(id), names)).map(([id]) => id);
    const gone = [...before.keys()].filter((id) => !byId.has(id));
    const areRearranged = this.arrange(byId);
    if (different.length === 0 && gone.length === 0) return { areOthers: false, areRearranged };
    this.version++;
    for (const id of [...different, ...gone]) this.changed.set(id, this.version);
    this.actors = [...byId].map(([id, names]) => ({ id, names })).sort((a, b) => (a.id < b.id ? -1 : 1));
    this.sharing = sharingOf(this.actors);
    return { areOthers: true, areRearranged };
  }

  /** Replaces the order of the registers. Returns whether the order of the remaining actors changed. */
  private arrange(byId: ReadonlyMap<string, unknown>): boolean {
    const before = [...this.places.keys()].filter((id) => byId.has(id));
    const now = [...byId.keys()].filter((id) => this.places.has(id));
    this.ordered = new WeakMap();
    this.places = new Map([...byId.keys()].map((id, place) => [id, place]));
    return now.some((id, i) => id !== before[i]);
  }
}

function sameNames(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a !== undefined && a.length === b.length && a.every((name, i) => name === b[i]);
}
