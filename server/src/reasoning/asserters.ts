/** Who asserts a claim, under a canonical name whatever name the claim uses. */
import type { ClaimRecord } from './model.ts';

/** The canonical id of the writer: of claims that are in no source and have no `by`. */
export const WRITER = '';

/**
 * The work that the writer comments on: that of the one citation directly after the claim. Null for claims of
 * others.
 */
export function writesOn({ by, fileSource, on }: ClaimRecord): string | null {
  return by.length === 0 && fileSource === null ? (on ?? null) : null;
}

/**
 * Treats a work and its authors as one asserter. A work by several authors is asserted by each of them, which
 * does not make them one person: what one of them wrote alone is not held by the others.
 */
export class Asserters {
  constructor(private readonly authors: ReadonlyMap<string, readonly string[]>) {}

  /** The canonical ids of a citekey or actor id: the authors of a work, where a register has them. */
  canonical(id: string): readonly string[] {
    const authors = this.authors.get(id);
    return authors && authors.length > 0 ? authors : [id];
  }

  /** The canonical ids of the claim's asserters, distinct. */
  of(claim: ClaimRecord): readonly string[] {
    if (claim.by.length > 0) return [...new Set(claim.by.flatMap((id) => this.canonical(id)))];
    return claim.fileSource === null ? [WRITER] : this.canonical(claim.fileSource);
  }

  /** Whether the claim reports what someone else asserts: in a source, or by a chain (`via`). */
  isReport(claim: ClaimRecord): boolean {
    if (claim.via) return true;
    if (claim.fileSource === null || claim.by.length === 0) return false;
    const own = this.canonical(claim.fileSource);
    return !this.of(claim).some((id) => own.includes(id));
  }

  /** The asserters who hold the claim themselves: none for a report, nor for a claim that is only put. */
  holders(claim: ClaimRecord): readonly string[] {
    return claim.status === 'open' || this.isReport(claim) ? [] : this.of(claim);
  }

  /**
   * The asserters who contradict themselves if the two claims conflict. What a source reports of someone counts
   * against that person's other words only where the same source reports these too. Otherwise the report may be at
   * fault.
   */
  shared(a: ClaimRecord, b: ClaimRecord): string[] {
    const [one, other] = [this.voiceOf(a), this.voiceOf(b)];
    return mayShare(one, other) ? one.asserters.filter((id) => isAmong(id, other)) : [];
  }

  /** A claim's asserters, works, and whether it is a report, for comparison with others. */
  voiceOf(claim: ClaimRecord): Voice {
    const isReport = this.isReport(claim);
    return {
      path: claim.path,
      asserters: this.of(claim),
      works: claim.fileSource === null ? claim.by : [claim.fileSource],
      isReport,
      reportedBy: isReport ? this.reporterOf(claim) : null,
      isOwnText: claim.fileSource !== null && !isReport,
      isOpen: claim.status === 'open',
    };
  }

  /** The way on which a report came, the same for two reports in one work. */
  private reporterOf({ via, fileSource, path }: ClaimRecord): string {
    const chain = (via ?? []).map((id) => this.canonical(id).join(' ')).join('\n');
    // In notes the reporting work is the last of the chain, whichever the file.
    return fileSource === null ? chain : `${path}\n${chain}`;
  }
}

/** Who speaks in a claim. */
export interface Voice {
  readonly path: string;
  /** Canonical ids. */
  readonly asserters: readonly string[];
  /** The work whose text the file is, or the works that the claim is ascribed to; may include actors. */
  readonly works: readonly string[];
  readonly isReport: boolean;
  /** For a report, by whom: equal for two reports that came the same way. */
  readonly reportedBy: string | null;
  /** Whether it is the work's own claim in the text of that work. */
  readonly isOwnText: boolean;
  /** Whether it is put, not held. */
  readonly isOpen: boolean;
}

/** Whether `shared` would return any asserter. */
export function isShared(a: Voice, b: Voice): boolean {
  return mayShare(a, b) && a.asserters.some((id) => isAmong(id, b));
}

function mayShare(a: Voice, b: Voice): boolean {
  return a.reportedBy === b.reportedBy && !a.isOpen && !b.isOpen;
}

/** Whether `report` reports an asserter of `own`, a claim of that asserter's own text. */
export function misreports(report: Voice, own: Voice): boolean {
  return (
    report.isReport &&
    own.isOwnText &&
    !own.isReport &&
    !own.isOpen &&
    report.asserters.some((id) => isAmong(id, own))
  );
}

function isAmong(id: string, { asserters }: Voice): boolean {
  return asserters.includes(id);
}
