import type { ClaimGraph } from './claim-graph.ts';
import { Components } from '../text/components.ts';
import { isDead, type Conflicts } from './conflicts.ts';
import type { ChainStep, Conflict } from './model.ts';
import type { ClaimRecords } from '../store/model.ts';

/** Search limit: the number of claims followed from one. No argument that someone reads is longer. */
export const FARTHEST = 500;
/** Search limit: the number of examined pairs of an implied claim and its rival, for one claim. */
const MOST_PAIRS = 2000;

/** An asserter's own claim, and the chain from it to a claim that it implies. */
interface Way {
  readonly start: number;
  readonly steps: readonly number[];
}

/** The consequences of a claim. */
export interface FoundConsequences {
  readonly conflicts: readonly Conflict[];
  /** Whether the search was complete. */
  readonly areAll: boolean;
}

const NONE: FoundConsequences = { conflicts: [], areAll: true };

/** From which claim one was reached, and over how many steps. */
interface Reached {
  readonly from: number | null;
  readonly distance: number;
}

/**
 * Conflicts of the third kind: an asserter's own claims imply, step by step, claims that exclude each other.
 * A breadth-first search along `implies`, and against it from the rival, so that the first chain is the
 * shortest. Rejected and withdrawn claims imply nothing. Reports do not commit the reporter.
 */
export class Consequences {
  /** Which claims imply one with rivals, since the last change. */
  private readonly contested: Components;
  /**
   * By claim and asserter: the asserter's nearest claim that implies it; null where there is none. Since the
   * last change.
   */
  private readonly nearestOf = new Map<string, Way | null>();

  constructor(
    private readonly store: ClaimRecords,
    private readonly graph: ClaimGraph,
    private readonly conflicts: Conflicts,
  ) {
    this.contested = new Components(
      (at) => this.onward(at),
      (at) => this.conflicts.rivals.of(at).handles.length > 0,
    );
  }

  /** Drops the caches after a change. */
  forget(): void {
    this.contested.clear();
    if (this.nearestOf.size > 0) this.nearestOf.clear();
  }

  /**
   * The conflicts that a claim of an asserter leads to, alone or with another claim of the same asserter. At
   * most one for each other claim: a standing one before a settled one, one that is no hint before a hint, then
   * the one with the shortest explanation.
   */
  of(handle: number): FoundConsequences {
    if (!this.graph.isAnyNamed('implies')) return NONE;
    const claim = this.store.claim(handle);
    const holders = this.conflicts.asserters.holders(claim);
    if (holders.length === 0 || isDead(claim) || !this.contested.leadsToMarked(handle)) return NONE;
    const reached = this.reach(handle);
    const best = new Map<string, { conflict: Conflict; length: number }>();
    let left = MOST_PAIRS;
    for (const end of reached.keys()) {
      const { handles: rivals } = this.conflicts.rivals.of(end);
      for (const asserter of rivals.length > 0 ? holders : []) {
        const way = this.nearest(end, asserter);
        if (way?.start !== handle) continue;
        for (const rival of rivals) {
          // No implication is involved: the first two kinds cover it.
          if (end === handle && this.graph.sources(rival, 'implies').length === 0) continue;
          if (left-- <= 0) return { conflicts: conflictsOf(best), areAll: false };
          const found = this.clash(end, rival, asserter, way);
          if (!found) continue;
          const key = `${asserter}\n${found.other}`;
          const known = best.get(key);
          if (!known || isBetter(found, known)) best.set(key, found);
        }
      }
    }
    return { conflicts: conflictsOf(best), areAll: reached.size <= FARTHEST };
  }

  /** Adds all claims whose conflicts of the third kind may change with those of these claims. */
  collect(handles: Iterable<number>, near: Set<number>): void {
    if (!this.graph.isAnyNamed('implies')) return;
    const all = [...handles];
    const backward = (at: number) => this.graph.sources(at, 'implies');
    this.layers(all, backward, near);
    const ends = this.layers(all, (at) => this.graph.targets(at, 'implies'), new Set());
    // Only the nearest of the claims that imply it is told.
    const told = new Set(ends);
    this.conflicts.rivals.collect(ends, told);
    this.layers(told, backward, near);
  }

  /** Adds what a breadth-first search reaches within 2 × `FARTHEST` steps: a chain to each of two ends. */
  private layers(
    from: Iterable<number>,
    onward: (at: number) => readonly number[],
    found: Set<number>,
  ): Set<number> {
    const seen = new Set(from);
    let layer = [...seen];
    for (let steps = 0; layer.length > 0 && steps <= 2 * FARTHEST; steps++) {
      const next: number[] = [];
      for (const at of layer) {
        found.add(at);
        for (const other of onward(at))
          if (!seen.has(other)) {
            seen.add(other);
            next.push(other);
          }
      }
      layer = next;
    }
    return found;
  }

  /** The conflict of `end`, implied by `start`, with `rival`, if the asserter is committed to both. */
  private clash(
    end: number,
    rival: number,
    asserter: string,
    left: Way,
  ): { conflict: Conflict; length: number; other: number } | null {
    if (isDead(this.store.claim(rival)) || isDead(this.store.claim(end))) return null;
    const { start } = left;
    const right = this.nearest(rival, asserter);
    if (!right) return null;
    const length = left.steps.length + right.steps.length - 2;
    if (length === 0) return null; // both are the asserter's own claims: the first two kinds cover it
    const clash = this.conflicts.between(end, rival);
    if (!clash) return null;
    const swap =
      this.graph.compare(start, right.start) > 0 ||
      (start === right.start && this.graph.compare(end, rival) > 0);
    const [one, two] = swap ? [right, left] : [left, right];
    // A verdict on something else may name the one claim that both chains begin with.
    const standing =
      one.start === two.start
        ? { settlement: null, pending: null }
        : this.conflicts.standing(one.start, two.start);
    const settlement = clash.settlement ?? standing.settlement;
    const conflict: Conflict = {
      kind: 'consequence',
      a: this.store.claim(one.start),
      b: this.store.claim(two.start),
      declaredBy: [],
      clashes: [],
      within: [asserter],
      misreport: null,
      years: null,
      hedged:
        clash.hedged ||
        this.store.claim(one.start).certainty === 'low' ||
        this.store.claim(two.start).certainty === 'low',
      settlement,
      pending: settlement === null ? (clash.pending ?? standing.pending) : null,
      consequence: { asserter, left: this.explain(one.steps), right: this.explain(two.steps), clash },
    };
    return { conflict, length, other: right.start };
  }

  /** The asserter's claim that implies `end` in the fewest steps, and the chain from it to `end`. */
  private nearest(end: number, asserter: string): Way | null {
    const question = `${end} ${asserter}`;
    let known = this.nearestOf.get(question);
    if (known === undefined) this.nearestOf.set(question, (known = this.findNearest(end, asserter)));
    return known;
  }

  private findNearest(end: number, asserter: string): Way | null {
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

  private onward(at: number): readonly number[] {
    const targets = this.graph.targets(at, 'implies');
    return targets.length > 0 ? targets.filter((target) => !isDead(this.store.claim(target))) : targets;
  }

  /** What a claim implies, breadth first; up to one more than the limit, so that callers see it exceeded. */
  private reach(handle: number): Map<number, Reached> {
    const reached = new Map<number, Reached>([[handle, { from: null, distance: 0 }]]);
    // A Map iterates in insertion order and may grow meanwhile, so it is the queue of the search.
    for (const [at, { distance }] of reached) {
      if (reached.size > FARTHEST) break;
      for (const next of this.onward(at))
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

function conflictsOf(best: ReadonlyMap<string, { readonly conflict: Conflict }>): Conflict[] {
  return [...best.values()].map(({ conflict }) => conflict);
}

/** A standing conflict before a settled one, one that is no hint before a hint, then the shorter chain, then the addresses of the clash. */
function isBetter(
  a: { readonly conflict: Conflict; readonly length: number },
  b: { readonly conflict: Conflict; readonly length: number },
): boolean {
  const settled = Number(a.conflict.settlement !== null) - Number(b.conflict.settlement !== null);
  if (settled !== 0) return settled < 0;
  const hedged = Number(a.conflict.hedged) - Number(b.conflict.hedged);
  if (hedged !== 0) return hedged < 0;
  if (a.length !== b.length) return a.length < b.length;
  return clashKey(a.conflict) < clashKey(b.conflict);
}

function clashKey(conflict: Conflict): string {
  const clash = conflict.consequence!.clash;
  return `${clash.a.address}\n${clash.b.address}`;
}
