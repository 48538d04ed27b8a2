import { PlainClaimTables } from './claims/plain-tables.ts';
import type { Store } from './model.ts';
import { PlainNames } from './names/plain-names.ts';
import { unpackSummary } from './summaries/condensed-summary.ts';

/** The reference store: plain maps and objects. Used by tests and benchmarks. */
export const plainStore: Store = {
  claims: () => new PlainClaimTables(),
  names: () => new PlainNames(),
  summaries: () => ({ keep: unpackSummary }),
};
