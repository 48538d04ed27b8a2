import { PackedClaimTables } from './claims/packed-tables.ts';
import type { Store } from './model.ts';
import { NameIndex } from './names/name-index.ts';
import { CondensedSummary, LastUnpacked } from './summaries/condensed-summary.ts';

const ignore = (): void => undefined;

/** The compact store: bytes and typed arrays. */
export const packedStore: Store = {
  claims: (broken = ignore) => new PackedClaimTables(broken),
  names: () => new NameIndex(),
  summaries(broken = ignore) {
    const last = new LastUnpacked(broken);
    return { keep: (path, summary) => new CondensedSummary(path, summary, last) };
  },
};
