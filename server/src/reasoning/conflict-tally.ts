import type { ClaimGraph } from './claim-graph.ts';
import type { Conflicts } from './conflicts.ts';
import type { Consequences } from './consequences.ts';
import type { ClaimRecord, Conflict } from './model.ts';
import { isSame } from './is-same.ts';

/** Some conflicts of a claim. */
export interface SomeConflicts {
  /** The first by file and position, hints last; at most `MOST_TOLD`. */
  readonly told: readonly Conflict[];
  /** The number of rivals; a claim that contradicts itself counts as its own rival. */
  readonly count: number;
}

/** The standing conflicts of one kind that a claim is in. */
export interface ConflictsOfKind extends SomeConflicts {
  /** Those told at this claim, and those told at the other end. */
  readonly here: SomeConflicts;
  readonly elsewhere: SomeConflicts;
}

/** A summary of a claim's conflicts. */
export interface ConflictTally {
  /** Declared or by proposition, between different asserters. */
  readonly between: ConflictsOfKind;
  /** Declared or by proposition, within one asserter's claims. */
  readonly within: ConflictsOfKind;
  /** Declared or by proposition, between a report and the reported author's own text. */
  readonly misreports: ConflictsOfKind;
  readonly byConsequence: ConflictsOfKind;
  /** How many stand, of whatever kind, and how many are settled. */
  readonly unsettled: number;
  /** How many of the standing ones have an adjudication that is open or not worded yet. */
  readonly pending: number;
  readonly settled: number;
  /**
   * How many of the standing ones have this claim as their first side, so that each counts with one claim
   * only.
   */
  readonly first: number;
  /** Whether all rivals were compared; if not, the numbers are lower bounds. */
  readonly wereAllCompared: boolean;
  /** Whether all its consequences were followed. */
  readonly wereAllFollowed: boolean;
}

/** The maximum number of listed conflicts of a kind for one claim; the rest are only counted. */
export const MOST_TOLD = 10;

const NONE: SomeConflicts = { told: [], count: 0 };
const NOTHING: ConflictsOfKind = { ...NONE, here: NONE, elsewhere: NONE };

/** The tally of a claim that is in no conflict. */
export const NO_CONFLICTS: ConflictTally = {
  between: NOTHING,
  within: NOTHING,
  misreports: NOTHING,
  byConsequence: NOTHING,
  unsettled: 0,
  pending: 0,
  settled: 0,
  first: 0,
  wereAllCompared: true,
  wereAllFollowed: true,
};

/** All conflicts that are listed for a claim. */
export function toldConflicts({ between, within, misreports, byConsequence }: ConflictTally): Conflict[] {
  return [...between.told, ...within.told, ...misreports.told, ...byConsequence.told];
}

/** Some rivals by handle: the first of them, and their number. */
interface SomeRivals {
  readonly told: readonly number[];
  readonly count: number;
}

interface RivalsOfKind extends SomeRivals {
  readonly here: SomeRivals;
  readonly elsewhere: SomeRivals;
}

/** Conflicts with rivals by handle, which stay valid when claims move. */
export interface CountedRivals {
  readonly between: RivalsOfKind;
  readonly within: RivalsOfKind;
  readonly misreports: RivalsOfKind;
  readonly unsettled: number;
  readonly pending: number;
  readonly settled: number;
  readonly first: number;
}

/** Counts the conflicts of a claim without building any. */
export function countRivals(handle: number, conflicts: Conflicts, graph: ClaimGraph): CountedRivals {
  const [between, within, misreports] = [new GatheringOfKind(), new GatheringOfKind(), new GatheringOfKind()];
  let [unsettled, pending, settled, first] = [0, 0, 0, 0];
  for (const other of conflicts.rivals.of(handle).handles) {
    const weight = conflicts.weigh(handle, other);
    if (!weight) continue;
    if (weight.isSettled) {
      settled++;
      continue;
    }
    unsettled++;
    if (weight.isPending) pending++;
    if (graph.compare(handle, other) <= 0) first++;
    const isElsewhere = conflicts.toldAt(handle, other) === 'other';
    (weight.isMisreport ? misreports : weight.isWithin ? within : between).add(
      other,
      weight.isHedged,
      isElsewhere,
    );
  }
  return {
    between: between.counted(),
    within: within.counted(),
    misreports: misreports.counted(),
    unsettled,
    pending,
    settled,
    first,
  };
}

/** The tally of a claim from its counted rivals. Builds only the conflicts that are listed. */
export function tallyOf(
  handle: number,
  counted: CountedRivals,
  conflicts: Conflicts,
  consequences: Consequences,
): ConflictTally {
  const { areAll } = conflicts.rivals.of(handle);
  const followed = consequences.of(handle);
  const { unsettled, pending, settled, first } = counted;
  if (unsettled + settled + followed.conflicts.length === 0 && areAll && followed.areAll) return NO_CONFLICTS;
  // A rival is among all of its kind and among those of one end.
  const built = new Map<number, Conflict | null>();
  const conflictWith = (other: number): Conflict | null => {
    let conflict = built.get(other);
    if (conflict === undefined) built.set(other, (conflict = conflicts.between(handle, other)));
    return conflict;
  };
  const told = ({ told: rivals, count }: SomeRivals): SomeConflicts =>
    count === 0 ? NONE : { told: rivals.flatMap((other) => conflictWith(other) ?? []), count };
  const ofKind = (kind: RivalsOfKind): ConflictsOfKind =>
    kind.count === 0 ? NOTHING : { ...told(kind), here: told(kind.here), elsewhere: told(kind.elsewhere) };
  const standing = followed.conflicts.filter(({ settlement }) => settlement === null);
  const claim = conflicts.claimOf(handle);
  const other = ({ a, b }: Conflict) => (isSame(a, claim) ? b : a);
  const followedTo = (some: readonly Conflict[]): SomeConflicts => ({
    told: [...some].sort((a, b) => Number(a.hedged) - Number(b.hedged)).slice(0, MOST_TOLD),
    count: new Set(some.map((conflict) => placeOf(other(conflict)))).size,
  });
  const isElsewhere = (conflict: Conflict) => conflicts.toldAtClaim(claim, other(conflict)) === 'other';
  return {
    between: ofKind(counted.between),
    within: ofKind(counted.within),
    misreports: ofKind(counted.misreports),
    byConsequence: {
      ...followedTo(standing),
      here: followedTo(standing.filter((conflict) => !isElsewhere(conflict))),
      elsewhere: followedTo(standing.filter(isElsewhere)),
    },
    unsettled: unsettled + standing.length,
    pending: pending + standing.filter((conflict) => conflict.pending !== null).length,
    settled: settled + followed.conflicts.length - standing.length,
    first: first + standing.filter(({ a }) => isSame(a, claim)).length,
    wereAllCompared: areAll,
    wereAllFollowed: followed.areAll,
  };
}

function placeOf({ path, range }: ClaimRecord): string {
  return `${path}#${range.from}`;
}

/** Counts claims and keeps the first of them. */
class Gathering {
  private readonly firm: number[] = [];
  private readonly hedged: number[] = [];
  private count = 0;

  add(other: number, isHedged: boolean): void {
    this.count++;
    const some = isHedged ? this.hedged : this.firm;
    if (some.length < MOST_TOLD) some.push(other);
  }

  counted(): { told: number[]; count: number } {
    return {
      told: [...this.firm, ...this.hedged].slice(0, MOST_TOLD),
      count: this.count,
    };
  }
}

/** The same for conflicts of one kind, divided by the end at which they are told. */
class GatheringOfKind {
  private readonly all = new Gathering();
  private readonly here = new Gathering();
  private readonly elsewhere = new Gathering();

  add(other: number, isHedged: boolean, isElsewhere: boolean): void {
    this.all.add(other, isHedged);
    (isElsewhere ? this.elsewhere : this.here).add(other, isHedged);
  }

  counted(): RivalsOfKind {
    return { ...this.all.counted(), here: this.here.counted(), elsewhere: this.elsewhere.counted() };
  }
}
