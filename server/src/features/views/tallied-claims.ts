import type { ClaimRecord } from '../../reasoning/model.ts';
import type { ReasoningIndex } from '../../reasoning/reasoning-index.ts';
import type { Standing } from '../../protocol/views.ts';
import type { Library } from '../../workspace/library.ts';

/** How many of a claim's conflicts stand, and how many are at rest. */
export interface ConflictCount {
  readonly unsettled: number;
  readonly settled: number;
}

/** The conflicts in one file. */
export interface FileConflicts {
  /** How many stand that have their first side in the file. */
  readonly unsettled: number;
  /** Those of one of its claims. */
  of(claim: ClaimRecord): ConflictCount;
}

/** What is asked about claims that are counted. */
export interface TalliedClaims {
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  /** The conflicts of all claims in a file. */
  conflictsIn(path: string): FileConflicts;
  /** Whether a claim is held up by a conflict that stands. */
  isContested(claim: ClaimRecord, conflicts: ConflictCount): boolean;
  /** How a claim stands; `conflicts` for whom they are counted already. */
  standing(claim: ClaimRecord, conflicts?: ConflictCount): Standing;
  asserterNames(claim: ClaimRecord): string[];
  /** Whom a claim is about, or its propositions name. */
  actorsOf(claim: ClaimRecord): string[];
}
