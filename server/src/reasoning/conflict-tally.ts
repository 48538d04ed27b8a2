import type { ClaimGraph } from './claim-graph.ts';
import type { Conflicts } from './conflicts.ts';
import type { Consequences } from './consequences.ts';
import type { ClaimRecord, Conflict } from './model.ts';
import { isSame } from './is-same.ts';

/** Some conflicts of a claim. */
export interface SomeConflicts {
  /** The first by file and place, those that are hints after the others; no more than `MOST_TOLD`. */
  readonly told: readonly Conflict[];
  /** With how many claims, itself counted where it contradicts itself. */
  readonly count: number;
}

/** The conflicts of one kind that a claim is in and that stand. */
export interface ConflictsOfKind extends SomeConflicts {
  /** Those that are told at this claim, and those that are told at the other end. */
  readonly here: SomeConflicts;
  readonly elsewhere: SomeConflicts;
}

/** What the conflicts of a claim come to. */
export interface ConflictTally {
  /** Declared or by proposition, between asserters. */
  readonly between: ConflictsOfKind;
  /** Declared or by proposition, within what one asserter holds. */
  readonly within: ConflictsOfKind;
  readonly byConsequence: ConflictsOfKind;
  /** How many stand, of whatever kind, and how many are at rest. */
  readonly unsettled: number;
  /** Of those that stand, how many have a verdict that is open or not worded yet. */
  readonly pending: number;
  readonly settled: number;
  /** Of those that stand, how many have this claim for their first side: so each is counted with one claim. */
  readonly first: number;
  /** Whether the claim was compared with all that speak of the same; else the numbers are what was found until then. */
  readonly wereAllCompared: boolean;
  /** Whether its consequences were followed to the end. */
  readonly wereAllFollowed: boolean;
}

/** So many conflicts of a kind are told of one claim; of the others there is the number. */
export const MOST_TOLD = 10;

const NONE: SomeConflicts = { told: [], count: 0 };
const NOTHING: ConflictsOfKind = { ...NONE, here: NONE, elsewhere: NONE };

/** The tally of a claim that is in no conflict. */
export const NO_CONFLICTS: ConflictTally = {
  between: NOTHING,
  within: NOTHING,
  byConsequence: NOTHING,
  unsettled: 0,
  pending: 0,
  settled: 0,
  first: 0,
  wereAllCompared: true,
  wereAllFollowed: true,
};

/** The conflicts of all kinds that are told of a claim. */
export function toldConflicts({ between, within, byConsequence }: ConflictTally): Conflict[] {
  return [...between.told, ...within.told, ...byConsequence.told];
}

/** Some rivals by number: the first of them, and how many there are. */
interface SomeRivals {
  readonly told: readonly number[];
  readonly count: number;
}

interface RivalsOfKind extends SomeRivals {
  readonly here: SomeRivals;
  readonly elsewhere: SomeRivals;
}

/** Conflicts with rivals by number, which hold wherever the claims move. */
export interface CountedRivals {
  readonly between: RivalsOfKind;
  readonly within: RivalsOfKind;
  readonly unsettled: number;
  readonly pending: number;
  readonly settled: number;
  readonly first: number;
}

/** Counts the conflicts of a claim with its rivals, without putting any together. */
export function countRivals(handle: number, conflicts: Conflicts, graph: ClaimGraph): CountedRivals {
  const [between, within] = [new GatheringOfKind(), new GatheringOfKind()];
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
    (weight.isWithin ? within : between).add(other, weight.isHedged, isElsewhere);
  }
  return {
    between: between.counted(),
    within: within.counted(),
    unsettled,
    pending,
    settled,
    first,
  };
}

/** The tally of a claim whose rivals are counted; only those conflicts are put together that are told. */
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
  const told = ({ told: rivals, count }: SomeRivals): SomeConflicts =>
    count === 0 ? NONE : { told: rivals.flatMap((other) => conflicts.between(handle, other) ?? []), count };
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

/** The same of conflicts of one kind, and of those of them that are told at one end or the other. */
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
