import type { ClaimRecord } from '../../reasoning/model.ts';
import type { ReasoningIndex } from '../../reasoning/reasoning-index.ts';
import type { Standing } from '../../protocol/views.ts';
import type { Library } from '../../workspace/library.ts';

/** How many of a claim's conflicts stand, and how many are settled. */
export interface ConflictCount {
  readonly unsettled: number;
  readonly settled: number;
}

/** The conflicts in one file. */
export interface FileConflicts {
  /** The number of standing ones whose first side is in the file. */
  readonly unsettled: number;
  /** Those of one of its claims. */
  of(claim: ClaimRecord): ConflictCount;
}

/** What the tallies need to know of claims. */
export interface TalliedClaims {
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  /** The conflicts of all claims in a file. */
  conflictsIn(path: string): FileConflicts;
  /** Whether a claim has a standing conflict and is not dead. */
  isContested(claim: ClaimRecord, conflicts: ConflictCount): boolean;
  /** The standing of a claim; `conflicts` if they are counted already. */
  standing(claim: ClaimRecord, conflicts?: ConflictCount): Standing;
  asserterNames(claim: ClaimRecord): string[];
  /** The actors that a claim is about, or its propositions name. */
  actorsOf(claim: ClaimRecord): string[];
}
