import { addressesOf, type ClaimGraph } from './claim-graph.ts';
import { Components } from '../text/components.ts';
import { isDead, passedOverBy } from './settlement.ts';
import type { ClaimRecord, Grounds } from './model.ts';
import { Remembered } from './remembered.ts';
import type { ClaimRecords } from '../store/model.ts';

/** Search limit: the number of claims followed from one. */
export const FARTHEST = 500;
/** Search limit: the number of grounds followed to find whether all support comes from one work. */
export const MOST_GROUNDS = 200;
const REMEMBERED = 4096;

/** Support between claims: `supports`, and `evidence` in the other direction. */
export class Support {
  /** Strongly connected components of the support graph, since the last change. */
  private readonly components = new Components((at) => this.leaners(at));
  private readonly leanersOf = new Remembered<number, readonly number[]>(REMEMBERED);

  constructor(
    private readonly store: ClaimRecords,
    private readonly graph: ClaimGraph,
  ) {}

  /** Drops the caches after a change. */
  forget(): void {
    this.components.clear();
    this.leanersOf.clear();
  }

  /** The claims that support this one, or are named in its evidence. */
  upholders(handle: number): readonly number[] {
    return this.merged(this.graph.sources(handle, 'supports'), this.graph.targets(handle, 'evidence'));
  }

  /** The claims that this one supports, or that name it in their evidence. */
  leaners(handle: number): readonly number[] {
    let leaners = this.leanersOf.get(handle);
    if (!leaners) {
      leaners = this.merged(this.graph.targets(handle, 'supports'), this.graph.sources(handle, 'evidence'));
      this.leanersOf.set(handle, leaners);
    }
    return leaners;
  }

  private merged(some: readonly number[], others: readonly number[]): readonly number[] {
    return some.length + others.length === 0 ? some : this.graph.sorted([...new Set([...some, ...others])]);
  }

  grounds(handle: number): Grounds {
    const claim = this.store.claim(handle);
    return {
      claims: this.upholders(handle).map((upholder) => this.store.claim(upholder)),
      works: worksOf(claim),
      hasNote: claim.hasNote,
      inSource: claim.fileSource !== null,
    };
  }

  /**
   * Whether the claim has no support: no citation, note, evidence or standing supporter, and its file is no source.
   * Unresolved evidence counts, since it has a finding of its own. A claim whose supporters are all rejected or
   * withdrawn is not counted here, but by `fallenGrounds`.
   */
  restsOnNothing(handle: number): boolean {
    const claim = this.store.claim(handle);
    if (claim.fileSource !== null || claim.hasNote || claim.citations.length > 0) return false;
    if (claim.evidence.length > 0) return false;
    const supporters = this.graph.sources(handle, 'supports').map((supporter) => this.store.claim(supporter));
    return supporters.every((supporter) => supporter.status === 'open');
  }

  /** The adjudication that passes a claim over in favour of another; null where there is none. */
  passedOverBy(handle: number): number | null {
    return passedOverBy(handle, this.store, this.graph);
  }

  /** The claim's grounds, if all of them are rejected, withdrawn or passed over; else none. */
  fallenGrounds(handle: number): ClaimRecord[] {
    const claim = this.store.claim(handle);
    if (claim.fileSource !== null || claim.hasNote || claim.citations.length > 0) return [];
    if (worksOf(claim).length > 0) return [];
    // Unresolved evidence may be sound; it has a finding of its own.
    const named = addressesOf(claim, 'evidence');
    if (named.some((address) => this.graph.resolve(claim.path, address) === null)) return [];
    const upholders = this.upholders(handle);
    const haveFallen = upholders.every(
      (upholder) => isDead(this.store.claim(upholder)) || this.passedOverBy(upholder) !== null,
    );
    return haveFallen ? upholders.map((upholder) => this.store.claim(upholder)) : [];
  }

  /**
   * The shortest cycle of support through this claim: each supports the next, the last supports the first. Of
   * length 1 where a claim names itself. Null without one, or where the search limit is reached.
   */
  circle(handle: number): ClaimRecord[] | null {
    if (!this.isInCircle(handle)) return null;
    const from = new Map<number, number | null>([[handle, null]]);
    for (const at of from.keys()) {
      if (from.size > FARTHEST) return null;
      for (const next of this.leaners(at)) {
        if (next === handle) {
          const circle: ClaimRecord[] = [];
          for (let back: number | null = at; back !== null; back = from.get(back)!)
            circle.push(this.store.claim(back));
          return circle.reverse();
        }
        if (!from.has(next) && this.components.areInOneCircle(handle, next)) from.set(next, at);
      }
    }
    return null;
  }

  /** Whether a claim supports itself through any number of others. */
  isInCircle(handle: number): boolean {
    return this.leaners(handle).length > 0 && this.components.isInCircle(handle);
  }

  /** All claims that depend on these, directly or through others; without themselves. */
  dependants(handles: readonly number[]): Set<number> {
    const found = new Set<number>(handles);
    for (const at of found) for (const next of this.leaners(at)) found.add(next);
    for (const handle of handles) found.delete(handle);
    return found;
  }

  /** The claims that this one both supports and contradicts. */
  twoMinded(handle: number): ClaimRecord[] {
    return this.graph
      .targets(handle, 'supports')
      .filter((target) => this.graph.names(handle, 'contradicts', target))
      .map((target) => this.store.claim(target));
  }

  /**
   * The one work that all support of the claim comes from, and by how many ways. Null when there are several
   * works, none, or a ground without a work. Null for a claim in a source, which is its own ground.
   */
  singleSource(handle: number): { work: string; ways: number; isWhole: boolean } | null {
    if (this.store.claim(handle).fileSource !== null) return null;
    const seen = new Set<number>([handle]);
    const works = new Set<string>();
    let [ways, followed] = [0, 0];
    for (const at of seen) {
      if (++followed > MOST_GROUNDS) break;
      const claim = this.store.claim(at);
      const own = claim.fileSource === null ? worksOf(claim) : [claim.fileSource];
      const upholders =
        claim.fileSource === null ? this.upholders(at).filter((h) => !isDead(this.store.claim(h))) : [];
      if (own.length === 0 && upholders.length === 0) return null;
      own.forEach((work) => works.add(work));
      ways += own.length;
      upholders.forEach((upholder) => seen.add(upholder));
      if (works.size > 1) return null;
    }
    const [work] = works;
    return work === undefined ? null : { work, ways, isWhole: followed <= MOST_GROUNDS };
  }
}

/** The works cited for a claim: in it, after it, or in its evidence. */
function worksOf(claim: ClaimRecord): string[] {
  const evidence = claim.evidence.filter(({ kind }) => kind === 'citation').map(({ target }) => target);
  return [...new Set([...claim.citations.map(({ key }) => key), ...evidence])];
}
