import { PlainClaimTables } from './claims/plain-tables.ts';
import type { Store } from './model.ts';
import { PlainNames } from './names/plain-names.ts';
import { unpackSummary } from './summaries/condensed-summary.ts';

/** Keeps a workspace in plain maps and objects: to compare with, in tests and in benchmarks. */
export const plainStore: Store = {
  claims: () => new PlainClaimTables(),
  names: () => new PlainNames(),
  summaries: () => ({ keep: unpackSummary }),
};
