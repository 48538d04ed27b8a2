import { addressesOf, type ClaimGraph } from './claim-graph.ts';
import { Components } from '../text/components.ts';
import { isDead } from './settlement.ts';
import type { ClaimRecord, Grounds } from './model.ts';
import { Remembered } from './remembered.ts';
import type { ClaimRecords } from '../store/model.ts';

/** More claims than this are not followed from one. */
export const FARTHEST = 500;
/** Nor more than these when it is asked on which work all rests: nobody has so many claims from one. */
export const MOST_GROUNDS = 200;
const REMEMBERED = 4096;

/** What rests on what: `supports` and claims named in `evidence`, which say the same in two directions. */
export class Support {
  /** Since the last change: which claims lie in circles. */
  private readonly components = new Components((at) => this.leaners(at));
  private readonly leanersOf = new Remembered<number, readonly number[]>(REMEMBERED);

  constructor(
    private readonly store: ClaimRecords,
    private readonly graph: ClaimGraph,
  ) {}

  /** Claims have changed. */
  forget(): void {
    this.components.clear();
    this.leanersOf.clear();
  }

  /** The claims that uphold this one: they support it, or its evidence names them. */
  upholders(handle: number): readonly number[] {
    return this.merged(this.graph.sources(handle, 'supports'), this.graph.targets(handle, 'evidence'));
  }

  /** The claims that this one upholds. */
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
   * Whether the claim rests on nothing at all: no citation, no note, no evidence (even such as leads nowhere:
   * that is a fault of its own), no supporter that stands, and its file is no source. A claim whose every
   * supporter is rejected or withdrawn does not rest on nothing but on what has fallen.
   */
  restsOnNothing(handle: number): boolean {
    const claim = this.store.claim(handle);
    if (claim.fileSource !== null || claim.hasNote || claim.citations.length > 0) return false;
    if (claim.evidence.length > 0) return false;
    const supporters = this.graph.sources(handle, 'supports').map((supporter) => this.store.claim(supporter));
    return supporters.every((supporter) => supporter.status === 'open');
  }

  /** The rejected or withdrawn claims that the claim rests on, when it rests on nothing else; else none. */
  fallenGrounds(handle: number): ClaimRecord[] {
    const claim = this.store.claim(handle);
    if (claim.fileSource !== null || claim.hasNote || claim.citations.length > 0) return [];
    if (worksOf(claim).length > 0) return [];
    // Evidence that leads nowhere may be sound: that it leads nowhere is what has to be said of it.
    const named = addressesOf(claim, 'evidence');
    if (named.some((address) => this.graph.resolve(claim.path, address) === null)) return [];
    const { claims } = this.grounds(handle);
    return claims.every(isDead) ? [...claims] : [];
  }

  /**
   * The shortest circle of claims that uphold one another and lead back to this one: it upholds the second, that
   * one the third, and the last one upholds it again. Alone in it where a claim names itself. Null without one, and
   * where the circle is longer than can be followed.
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

  /** Whether a claim supports itself, by way of however many. */
  isInCircle(handle: number): boolean {
    return this.leaners(handle).length > 0 && this.components.isInCircle(handle);
  }

  /** All claims that lean on these, directly or through others; not themselves. */
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
   * The one work that all support of the claim leads back to, and by how many ways; null when there are several
   * works, none, or a ground that leads back to no work. A claim in a source rests on that source: no question.
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

/** The works that are cited for a claim, in it, after it or in its evidence. */
function worksOf(claim: ClaimRecord): string[] {
  const evidence = claim.evidence.filter(({ kind }) => kind === 'citation').map(({ target }) => target);
  return [...new Set([...claim.citations.map(({ key }) => key), ...evidence])];
}
