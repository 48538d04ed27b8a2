import type { ClaimGraph } from './claim-graph.ts';
import type { ClaimStore } from './claim-store.ts';
import { isDead, type Conflicts } from './conflicts.ts';
import type { ChainStep, Conflict } from './model.ts';

/** More claims than this are not followed from one: no argument that somebody reads runs so far. */
const FARTHEST = 5000;

/** How a claim was reached: from which, over how many steps. */
interface Reached {
  readonly from: number | null;
  readonly distance: number;
}

/**
 * Conflicts of the third kind: what an asserter's own claims imply, step by step, cannot all stand. Found from
 * the claim that is asked about, along `implies` and against it, breadth first: the first way is the shortest.
 * Rejected and withdrawn claims lead nowhere; reports commit nobody.
 */
export class Consequences {
  constructor(
    private readonly store: ClaimStore,
    private readonly graph: ClaimGraph,
    private readonly conflicts: Conflicts,
  ) {}

  /**
   * The conflicts that a claim of an asserter leads into, alone or together with another claim of the same
   * asserter: at most one for each such claim, with the shortest explanation, one that stands before a settled one.
   */
  of(handle: number): Conflict[] {
    if (!this.graph.isAnyNamed('implies')) return [];
    const claim = this.store.claim(handle);
    const holders = this.conflicts.asserters.holders(claim);
    if (holders.length === 0 || isDead(claim)) return [];
    const reached = this.forward(handle);
    const best = new Map<string, { conflict: Conflict; length: number }>();
    for (const end of reached.keys())
      for (const rival of this.conflicts.rivals(end)) {
        // Nobody says what implies either: of the two themselves the other kinds speak.
        if (end === handle && this.graph.sources(rival, 'implies').length === 0) continue;
        for (const asserter of holders) {
          const found = this.clash(handle, end, rival, asserter, reached);
          if (!found) continue;
          const key = `${asserter}\n${found.other}`;
          const known = best.get(key);
          if (!known || isBetter(found, known)) best.set(key, found);
        }
      }
    return [...best.values()].map(({ conflict }) => conflict);
  }

  /** Everything whose conflicts of the third kind may change with those of `handle`. */
  neighbourhood(handle: number): Set<number> {
    const near = new Set<number>();
    const upstream = (from: number) => {
      for (const other of this.reach(from, (at) => this.graph.sources(at, 'implies')).keys()) near.add(other);
    };
    upstream(handle);
    for (const end of this.reach(handle, (at) => this.graph.targets(at, 'implies')).keys()) {
      // Of those that lead to it the nearest one is told of.
      upstream(end);
      for (const rival of this.conflicts.rivals(end)) upstream(rival);
    }
    return near;
  }

  /** The clash of `end`, which `start` leads to, with `rival`, when the asserter is committed to both. */
  private clash(
    start: number,
    end: number,
    rival: number,
    asserter: string,
    reached: ReadonlyMap<number, Reached>,
  ): { conflict: Conflict; length: number; other: number } | null {
    if (isDead(this.store.claim(rival)) || isDead(this.store.claim(end))) return null;
    const left = this.nearest(end, asserter);
    const right = this.nearest(rival, asserter);
    if (left?.start !== start || !right) return null;
    const length = reached.get(end)!.distance + right.steps.length - 1;
    if (length === 0) return null; // both are the asserter's own words: a conflict of the first two kinds
    const clash = this.conflicts.between(end, rival);
    if (!clash) return null;
    const swap =
      this.graph.compare(start, right.start) > 0 ||
      (start === right.start && this.graph.compare(end, rival) > 0);
    const [one, two] = swap ? [right, left] : [left, right];
    const conflict: Conflict = {
      kind: 'consequence',
      a: this.store.claim(one.start),
      b: this.store.claim(two.start),
      declaredBy: [],
      clashes: [],
      within: [asserter],
      hedged:
        clash.hedged ||
        this.store.claim(one.start).certainty === 'low' ||
        this.store.claim(two.start).certainty === 'low',
      settlement: clash.settlement ?? this.conflicts.settlement(one.start, two.start),
      consequence: { asserter, left: this.explain(one.steps), right: this.explain(two.steps), clash },
    };
    return { conflict, length, other: right.start };
  }

  /** The asserter's own claim that implies `end` in the fewest steps, and the claims from there to `end`. */
  private nearest(end: number, asserter: string): { start: number; steps: number[] } | null {
    const holds = (handle: number) => {
      const claim = this.store.claim(handle);
      return !isDead(claim) && this.conflicts.asserters.holders(claim).includes(asserter);
    };
    if (holds(end)) return { start: end, steps: [end] };
    if (this.graph.sources(end, 'implies').length === 0) return null;
    const back = new Map<number, Reached>();
    let layer = [end];
    back.set(end, { from: null, distance: 0 });
    while (layer.length > 0 && back.size <= FARTHEST) {
      const start = this.graph.sorted(layer.filter(holds))[0];
      if (start !== undefined) {
        const steps = [start];
        for (let at = back.get(start)!.from; at !== null; at = back.get(at)!.from) steps.push(at);
        return { start, steps };
      }
      const next: number[] = [];
      for (const at of this.graph.sorted(layer))
        for (const source of this.graph.sources(at, 'implies')) {
          if (back.has(source) || isDead(this.store.claim(source))) continue;
          back.set(source, { from: at, distance: back.get(at)!.distance + 1 });
          next.push(source);
        }
      layer = next;
    }
    return null;
  }

  private forward(handle: number): Map<number, Reached> {
    return this.reach(handle, (at) =>
      this.graph.targets(at, 'implies').filter((target) => !isDead(this.store.claim(target))),
    );
  }

  private reach(handle: number, onward: (at: number) => readonly number[]): Map<number, Reached> {
    const reached = new Map<number, Reached>([[handle, { from: null, distance: 0 }]]);
    // A map may grow while it is walked, and is walked in the order of its growth: breadth first.
    for (const [at, { distance }] of reached) {
      if (reached.size > FARTHEST) break;
      for (const next of onward(at))
        if (!reached.has(next)) reached.set(next, { from: at, distance: distance + 1 });
    }
    return reached;
  }

  private explain(steps: readonly number[]): ChainStep[] {
    return steps.map((handle, i) => {
      const claim = this.store.claim(handle);
      const next = steps[i + 1];
      const relation =
        next === undefined
          ? undefined
          : claim.relations.find(
              ({ kind, address }) => kind === 'implies' && this.graph.resolve(claim.path, address) === next,
            );
      return { claim, implies: relation?.range ?? null };
    });
  }
}

/** One that stands before a settled one, then the shorter one, then by the addresses of the clash. */
function isBetter(
  a: { readonly conflict: Conflict; readonly length: number },
  b: { readonly conflict: Conflict; readonly length: number },
): boolean {
  const settled = Number(a.conflict.settlement !== null) - Number(b.conflict.settlement !== null);
  if (settled !== 0) return settled < 0;
  if (a.length !== b.length) return a.length < b.length;
  return clashKey(a.conflict) < clashKey(b.conflict);
}

function clashKey(conflict: Conflict): string {
  const clash = conflict.consequence!.clash;
  return `${clash.a.address}\n${clash.b.address}`;
}
