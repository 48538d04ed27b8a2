import type { ConflictTally } from './conflict-tally.ts';
import type { ClaimRecord, Conflict } from './model.ts';

/** A cache of one entry for each question: several rules ask the same of a file one after another. */
export class LastAnswers {
  /** The conflicts of a file. */
  conflicts: { readonly path: string; readonly conflicts: readonly Conflict[] } | null = null;
  /** What those of each of its claims come to, by handle. */
  tallies: { readonly path: string; readonly tallies: ReadonlyMap<number, ConflictTally> } | null = null;
  /** The claims of a file. */
  claims: { readonly path: string; readonly claims: readonly ClaimRecord[] } | null = null;
  /** The claim that is being asked about. */
  asked: { readonly claim: ClaimRecord; readonly handle: number } | null = null;

  /** Claims came, went or moved. */
  forget(): void {
    this.forgetConflicts();
    this.claims = null;
    this.asked = null;
  }

  /** What contradicts what may be otherwise. */
  forgetConflicts(): void {
    this.conflicts = null;
    this.tallies = null;
  }
}
