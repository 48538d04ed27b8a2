import type { ClaimRecord, Statement } from '../../reasoning/model.ts';
import { statementsOf } from '../../reasoning/says.ts';
import { pairOf } from '../../text/hash.ts';
import { actorLabel } from '../../workspace/labels.ts';
import type { Grouping } from '../../protocol/views.ts';
import type { ConflictCount, TalliedClaims } from './tallied-claims.ts';

/** The contribution of one file's claims to a tree. */
export interface Tally {
  /** The number of claims, filtered or not. */
  readonly claims: number;
  /** Standing conflicts whose first side is in the file, so that each is counted in one file. */
  readonly unsettled: number;
  /** Three numbers for each branch: its subject, its number of claims, and how many of these are contested. */
  readonly branches: Uint32Array;
}

/** How many combinations of grouping and filter are cached: those of the two trees, and the previous one. */
const WAYS = 3;

const NO_CLAIMS: Tally = { claims: 0, unsettled: 0, branches: new Uint32Array(0) };

/** The cached tallies of one combination, by file. */
interface Way {
  readonly tallies: Map<string, Tally>;
  /** The library version for which a filter read the names of works and actors. */
  version: number;
}

/**
 * The contribution of each file to the trees of claims and actors, cached: after an edit only the files that it
 * concerns are counted again.
 */
export class ClaimTallies {
  /** By grouping and filter, the most recent last. */
  private readonly kept = new Map<string, Way>();
  private readonly numbers = new Map<string, number>();
  private readonly subjects: string[] = [];
  /** By file: the hashes of the questions that its claims answer. */
  private readonly stated = new Map<string, Float64Array>();

  /** Drops the results of files whose claims may have changed. */
  forget(paths: Iterable<string>): void {
    for (const path of paths) {
      for (const { tallies } of this.kept.values()) tallies.delete(path);
      this.stated.delete(path);
    }
  }

  /** The tally of a file. For subjects see `subjectsOf`, for the filter `filterOf`. */
  of(path: string, grouping: Grouping, filter: string, request: TalliedClaims): Tally {
    const way = this.way(`${grouping} ${filter}`);
    const { tallies } = way;
    const { library } = request;
    if (filter !== '' && way.version !== library.version) tallies.clear();
    way.version = library.version;
    let tally = tallies.get(path);
    if (!tally) tallies.set(path, (tally = this.count(path, grouping, filterOf(filter), request)));
    return tally;
  }

  /** Visits the branches of a tally; `subject` is an interned number (see `subjectOf`). */
  forEachBranch(
    { branches }: Tally,
    visit: (subject: number, claims: number, contested: number) => void,
  ): void {
    for (let at = 0; at < branches.length; at += 3)
      visit(branches[at]!, branches[at + 1]!, branches[at + 2]!);
  }

  subjectOf(number: number): string {
    return this.subjects[number]!;
  }

  /** The number of claims on the branch of a subject. */
  claimsOn({ branches }: Tally, subject: string): number {
    const number = this.numbers.get(subject);
    if (number !== undefined)
      for (let at = 0; at < branches.length; at += 3) if (branches[at] === number) return branches[at + 1]!;
    return 0;
  }

  /** The questions (actor and property) that a file’s claims answer, as 53-bit hashes, to be counted. */
  questionsIn(path: string, request: TalliedClaims): Float64Array {
    let hashes = this.stated.get(path);
    if (!hashes) {
      const pair = new Uint32Array(2);
      const claims = request.reasoning.claimsIn(path);
      const hashOf = ({ actor, proposition }: Statement): number => {
        pairOf(`${actor} ${proposition.property.text}`, pair, 0);
        return pair[0]! * 2 ** 21 + (pair[1]! >>> 11);
      };
      hashes = Float64Array.from(claims.flatMap((claim) => statementsOf(claim).map(hashOf)));
      this.stated.set(path, hashes);
    }
    return hashes;
  }

  private way(name: string): Way {
    const way = this.kept.get(name) ?? { tallies: new Map<string, Tally>(), version: 0 };
    this.kept.delete(name);
    this.kept.set(name, way);
    for (const [oldest] of this.kept)
      if (this.kept.size > WAYS) this.kept.delete(oldest);
      else break;
    return way;
  }

  private count(path: string, grouping: Grouping, wanted: Wanted, request: TalliedClaims): Tally {
    const claims = request.reasoning.claimsIn(path);
    if (claims.length === 0) return NO_CLAIMS;
    const counted = new Map<string, { claims: number; contested: number }>();
    const conflicts = request.conflictsIn(path);
    for (const claim of claims) {
      if (!wanted(claim, request)) continue;
      const own = conflicts.of(claim);
      const contested = request.isContested(claim, own) ? 1 : 0;
      for (const subject of subjectsOf(claim, grouping, request, own)) {
        const before = counted.get(subject);
        if (before) {
          before.claims++;
          before.contested += contested;
        } else counted.set(subject, { claims: 1, contested });
      }
    }
    const branches = new Uint32Array(counted.size * 3);
    let at = 0;
    for (const [subject, { claims, contested }] of counted) {
      branches.set([this.numberOf(subject), claims, contested], at);
      at += 3;
    }
    return { claims: claims.length, unsettled: conflicts.unsettled, branches };
  }

  private numberOf(subject: string): number {
    let number = this.numbers.get(subject);
    if (number === undefined) {
      number = this.subjects.push(subject) - 1;
      this.numbers.set(subject, number);
    }
    return number;
  }
}

/** The branches of a claim: several, if it has several asserters or is about several actors. */
export function subjectsOf(
  claim: ClaimRecord,
  grouping: Grouping,
  request: TalliedClaims,
  conflicts?: ConflictCount,
): readonly string[] {
  switch (grouping) {
    case 'file':
      return [claim.path];
    case 'asserter':
      return request.reasoning.asserters.of(claim);
    case 'actor': {
      const actors = request.actorsOf(claim);
      return actors.length > 0 ? actors : [''];
    }
    case 'status':
      return [request.standing(claim, conflicts)];
  }
}

type Wanted = (claim: ClaimRecord, request: TalliedClaims) => boolean;

/** A predicate for claims that contain all words of a filter, ignoring case. */
export function filterOf(filter: string): Wanted {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (claim, request) => {
    const { library } = request;
    const known = [
      claim.id ?? '',
      claim.text,
      claim.path,
      claim.says?.text ?? '',
      claim.when?.text ?? '',
      claim.where?.text ?? '',
      ...claim.by,
      ...(claim.via ?? []),
      ...request.asserterNames(claim),
      ...request.actorsOf(claim).flatMap((id) => [id, actorLabel(id, library) ?? '']),
    ]
      .join('\n')
      .toLowerCase();
    return words.every((word) => known.includes(word));
  };
}
