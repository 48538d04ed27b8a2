import type { ClaimGraph } from './claim-graph.ts';
import type { ClaimRecord, Settlement } from './model.ts';
import { decides } from './verdict.ts';
import type { ClaimRecords } from '../store/model.ts';

/** Whether a claim no longer stands: it is rejected or withdrawn. */
export function isDead(claim: ClaimRecord): boolean {
  return claim.status === 'rejected' || claim.status === 'withdrawn';
}

/**
 * The adjudication that passes a claim over: it resolves it with others, and prefers some of those. Null where there is
 * none.
 */
export function passedOverBy(handle: number, store: ClaimRecords, graph: ClaimGraph): number | null {
  for (const judge of graph.sources(handle, 'resolves')) {
    const verdict = store.claim(judge);
    if (isDead(verdict) || !decides(verdict) || graph.names(judge, 'prefers', handle)) continue;
    const isPreferring = graph
      .targets(judge, 'prefers')
      .some((upheld) => graph.names(judge, 'resolves', upheld));
    if (isPreferring) return judge;
  }
  return null;
}

/** What settles conflicts: an adjudication of both sides, or the status of one. */
export class Settlements {
  constructor(
    private readonly store: ClaimRecords,
    private readonly graph: ClaimGraph,
  ) {}

  /** The adjudication of a conflict between the two, the first of several; null where there is none. */
  judge(first: number, second: number): number | null {
    return this.verdict(first, second, true);
  }

  /** The adjudication of the two that is open or not worded yet; null where there is none. */
  pending(first: number, second: number): number | null {
    return this.verdict(first, second, false);
  }

  private verdict(first: number, second: number, hasDecided: boolean): number | null {
    for (const judge of this.graph.sources(first, 'resolves')) {
      if (!this.graph.names(judge, 'resolves', second)) continue;
      const claim = this.store.claim(judge);
      if (!isDead(claim) && decides(claim) === hasDecided) return judge;
    }
    return null;
  }

  /** Why a conflict of the two is settled; null while it stands. */
  of(first: number, second: number): Settlement | null {
    const judge = this.judge(first, second);
    if (judge !== null) {
      const preferred = this.graph
        .targets(judge, 'prefers')
        .map((handle) => this.store.claim(handle).address);
      return { kind: 'resolved', by: this.store.claim(judge), preferred };
    }
    for (const claim of [this.store.claim(first), this.store.claim(second)])
      if (claim.status === 'rejected' || claim.status === 'withdrawn') return { kind: claim.status, claim };
    return null;
  }
}
