/** Who asserts a claim, under one name whatever name the claim uses. */
import type { ClaimRecord } from './model.ts';

/** The canonical id of the writer of notes that are no source and name nobody in `by`. */
export const WRITER = '';

/** The work on which the writer makes a claim that one citation follows directly; null where another asserts it. */
export function writesOn({ by, fileSource, on }: ClaimRecord): string | null {
  return by.length === 0 && fileSource === null ? (on ?? null) : null;
}

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
    const [one, other] = [this.voiceOf(a), this.voiceOf(b)];
    return mayShare(one, other) ? one.asserters.filter((id) => isAmong(id, other)) : [];
  }

  /** Who asserts a claim, and whether it is a report, to be compared with others. */
  voiceOf(claim: ClaimRecord): Voice {
    return {
      path: claim.path,
      asserters: this.of(claim),
      works: claim.fileSource === null ? claim.by : [claim.fileSource],
      isReport: this.isReport(claim),
    };
  }
}

/** In whose name a claim speaks. */
export interface Voice {
  readonly path: string;
  /** Canonical. */
  readonly asserters: readonly string[];
  /** The work in whose text it stands, or those to which it is ascribed; actors may be among these. */
  readonly works: readonly string[];
  readonly isReport: boolean;
}

/** Whether there are asserters that `shared` names. */
export function isShared(a: Voice, b: Voice): boolean {
  return mayShare(a, b) && a.asserters.some((id) => isAmong(id, b));
}

function mayShare(a: Voice, b: Voice): boolean {
  return a.isReport === b.isReport && (!a.isReport || a.path === b.path);
}

function isAmong(id: string, { asserters }: Voice): boolean {
  return asserters.includes(id);
}
