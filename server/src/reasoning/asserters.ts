/** Who asserts a claim, under one name whatever name the claim uses. */
import type { ClaimRecord } from './model.ts';

/** The canonical id of the writer of notes that are no source and name nobody in `by`. */
export const WRITER = '';

/**
 * Knows that a work and those who wrote it are one asserter. A work that several people wrote is asserted by
 * each of them, which does not make them one person: what one of them wrote alone is not held by the others.
 */
export class Asserters {
  constructor(private readonly authors: ReadonlyMap<string, readonly string[]>) {}

  /** The canonical ids behind a citekey or actor id: the authors of a work, where a register knows them. */
  canonical(id: string): readonly string[] {
    const authors = this.authors.get(id);
    return authors && authors.length > 0 ? authors : [id];
  }

  /** Who asserts the claim, canonical, without doubles. */
  of(claim: ClaimRecord): readonly string[] {
    if (claim.by.length > 0) return [...new Set(claim.by.flatMap((id) => this.canonical(id)))];
    return claim.fileSource === null ? [WRITER] : this.canonical(claim.fileSource);
  }

  /** Whether the claim stands in a source and tells what somebody else asserts. */
  isReport(claim: ClaimRecord): boolean {
    if (claim.fileSource === null || claim.by.length === 0) return false;
    const own = this.canonical(claim.fileSource);
    return !this.of(claim).some((id) => own.includes(id));
  }

  /** What the asserters hold in their own words, or by the reading of somebody who is no source: no report. */
  holders(claim: ClaimRecord): readonly string[] {
    return this.isReport(claim) ? [] : this.of(claim);
  }

  /**
   * The asserters within whose own claims a conflict of the two would lie. What one source reports of somebody
   * counts against that person's other words only where the same source reports these too: otherwise the
   * report may be what is wrong.
   */
  shared(a: ClaimRecord, b: ClaimRecord): string[] {
    const reports = [this.isReport(a), this.isReport(b)];
    if (reports[0] !== reports[1] || (reports[0] && a.path !== b.path)) return [];
    const others = this.of(b);
    return this.of(a).filter((id) => others.includes(id));
  }
}
