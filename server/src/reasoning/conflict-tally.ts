import type { ClaimGraph } from './claim-graph.ts';
import type { Conflicts } from './conflicts.ts';
import type { Consequences } from './consequences.ts';
import type { ClaimRecord, Conflict } from './model.ts';

/** The conflicts of one kind that a claim is in and that stand. */
export interface ConflictsOfKind {
  /** The first by file and place, those that are hints behind the others; no more than `MOST_TOLD`. */
  readonly told: readonly Conflict[];
  /** With how many claims, itself counted where it contradicts itself. */
  readonly count: number;
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

const NOTHING: ConflictsOfKind = { told: [], count: 0 };

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

/** Conflicts with rivals by number, which hold wherever the claims move. */
export interface CountedRivals {
  readonly between: {
    readonly told: readonly number[];
    readonly count: number;
  };
  readonly within: { readonly told: readonly number[]; readonly count: number };
  readonly unsettled: number;
  readonly pending: number;
  readonly settled: number;
  readonly first: number;
}

/** Counts the conflicts of a claim with its rivals, without putting any together. */
export function countRivals(handle: number, conflicts: Conflicts, graph: ClaimGraph): CountedRivals {
  const [between, within] = [new Gathering(), new Gathering()];
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
    (weight.isWithin ? within : between).add(other, weight.isHedged);
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
  const told = ({ told: rivals, count }: CountedRivals['between']): ConflictsOfKind => ({
    told: rivals.flatMap((other) => conflicts.between(handle, other) ?? []),
    count,
  });
  const standing = followed.conflicts.filter(({ settlement }) => settlement === null);
  const claim = conflicts.claimOf(handle);
  return {
    between: told(counted.between),
    within: told(counted.within),
    byConsequence: {
      told: [...standing].sort((a, b) => Number(a.hedged) - Number(b.hedged)).slice(0, MOST_TOLD),
      count: new Set(standing.map((conflict) => placeOf(isSame(conflict.a, claim) ? conflict.b : conflict.a)))
        .size,
    },
    unsettled: unsettled + standing.length,
    pending: pending + standing.filter((conflict) => conflict.pending !== null).length,
    settled: settled + followed.conflicts.length - standing.length,
    first: first + standing.filter(({ a }) => isSame(a, claim)).length,
    wereAllCompared: areAll,
    wereAllFollowed: followed.areAll,
  };
}

function isSame(a: ClaimRecord, b: ClaimRecord): boolean {
  return a.path === b.path && a.range.from === b.range.from;
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
