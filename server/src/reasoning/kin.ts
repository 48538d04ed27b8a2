/** Parts and kinds among actors, as registers relate them. */

/** The relations that carry a general claim to its members. */
export type KinRelation = 'part-of' | 'kind-of';

/** How a member belongs to a general actor: by one of the relations alone, or by both on the way. */
export type Belonging = KinRelation | 'both';

/** What a register says directly: an actor is a part of, or a kind of, another. */
export interface KinEdge {
  readonly by: KinRelation;
  readonly of: string;
}

/** The actors that belong to one, or that it belongs to. */
export interface Kindred {
  readonly actors: ReadonlyMap<string, Belonging>;
  /** Whether these are all. If not, a ceiling was reached. */
  readonly areAll: boolean;
}

interface Growing {
  readonly actors: Map<string, Belonging>;
  areAll: boolean;
}

/** Ceiling: the number of actors that one may belong to. No hierarchy that someone reads is deeper. */
export const MOST_ABOVE = 24;
/** Ceiling: the number of members of a general actor whose claims are compared with its own. */
export const MOST_BELOW = 500;
const NOBODY: Kindred = { actors: new Map(), areAll: true };

/**
 * Which actors belong to which, over any number of steps up to the ceilings. The same pairs are seen from both sides.
 * Of actors that belong to each other in a circle none is more general: between these nothing is carried.
 */
export class Kin {
  private readonly generals = new Map<string, Growing>();
  private readonly members = new Map<string, Growing>();

  constructor(private readonly above: ReadonlyMap<string, readonly KinEdge[]>) {
    // In an order of their own, so that which are left out does not depend on the order of registers.
    for (const member of [...above.keys()].sort()) this.place(member);
  }

  /** Whether nobody belongs to anybody. */
  get isEmpty(): boolean {
    return this.above.size === 0;
  }

  /** The general actors that one belongs to. */
  generalsOf(actor: string): Kindred {
    return this.generals.get(actor) ?? NOBODY;
  }

  /** The members of a general actor. */
  membersOf(actor: string): Kindred {
    return this.members.get(actor) ?? NOBODY;
  }

  /** How a member belongs to a general actor; null where it does not. */
  belonging(member: string, general: string): Belonging | null {
    const way = this.generals.get(member)?.actors.get(general);
    return way === undefined || this.generals.get(general)?.actors.has(member) ? null : way;
  }

  /** Whether an actor that one belongs to directly belongs to it in turn, or is it. */
  leadsBack(member: string, general: string): boolean {
    return member === general || this.generalsOf(general).actors.has(member);
  }

  private place(member: string): void {
    const { actors, areAll } = reach(member, this.above);
    const own: Growing = { actors: new Map(), areAll };
    for (const [general, way] of actors) {
      let members = this.members.get(general);
      if (!members) this.members.set(general, (members = { actors: new Map(), areAll: true }));
      if (members.actors.size === MOST_BELOW) {
        members.areAll = false;
        own.areAll = false;
        continue;
      }
      members.actors.set(member, way);
      own.actors.set(general, way);
    }
    this.generals.set(member, own);
  }
}

/** Breadth first, along each relation by itself, then along both. */
function reach(start: string, above: ReadonlyMap<string, readonly KinEdge[]>): Growing {
  const found: Growing = { actors: new Map(), areAll: true };
  for (const way of ['part-of', 'kind-of', 'both'] as const) {
    const queue = new Set([start]);
    for (const at of queue)
      for (const { by, of } of above.get(at) ?? []) {
        if (way !== 'both' && by !== way) continue;
        if (queue.size > MOST_ABOVE && !queue.has(of)) found.areAll = false;
        else queue.add(of);
      }
    for (const actor of queue)
      if (actor !== start && !found.actors.has(actor)) {
        if (found.actors.size < MOST_ABOVE) found.actors.set(actor, way);
        else found.areAll = false;
      }
  }
  return found;
}
