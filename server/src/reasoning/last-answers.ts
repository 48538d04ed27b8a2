import type { ConflictTally } from './conflict-tally.ts';
import type { ClaimRecord, Conflict } from './model.ts';

/** A cache of one entry per question: several rules ask the same of a file one after another. */
export class LastAnswers {
  /** The conflicts of a file. */
  conflicts: { readonly path: string; readonly conflicts: readonly Conflict[] } | null = null;
  /** The tallies of its claims, by handle. */
  tallies: { readonly path: string; readonly tallies: ReadonlyMap<number, ConflictTally> } | null = null;
  /** The claims of a file. */
  claims: { readonly path: string; readonly claims: readonly ClaimRecord[] } | null = null;
  /** The claim asked about last. */
  asked: { readonly claim: ClaimRecord; readonly handle: number } | null = null;

  /** Drops all: claims were added, removed or moved. */
  forget(): void {
    this.forgetConflicts();
    this.claims = null;
    this.asked = null;
  }

  /** Drops what depends on conflicts. */
  forgetConflicts(): void {
    this.conflicts = null;
    this.tallies = null;
  }
}
