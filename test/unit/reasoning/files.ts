/** Workspaces of claims for tests. */
import { ClaimKeeper } from '../../../server/src/reasoning/claim-keeper.ts';
import { packedStore } from '../../../server/src/store/packed-store.ts';
import type { ReasoningIndex } from '../../../server/src/reasoning/reasoning-index.ts';
import type { ReasoningContext } from '../../../server/src/reasoning/model.ts';
import { claimsOf, context, type Brief } from './claims.ts';

/** Path → claims, and the work whose text it is. */
export type Files = Record<string, { source?: string; claims: readonly Brief[] }>;

/** A keeper of these files. */
export function keeperOf(files: Files, given: ReasoningContext = context): ClaimKeeper {
  const keeper = new ClaimKeeper(packedStore.claims());
  keeper.setContext(given);
  for (const [path, { source = null, claims }] of Object.entries(files))
    keeper.replace(path, claimsOf(path, source, claims), source);
  return keeper;
}

/** The read side of a keeper of these files. */
export function indexOf(files: Files, given: ReasoningContext = context): ReasoningIndex {
  return keeperOf(files, given).reasoning;
}

/** One file, no source. */
export function notes(...claims: Brief[]): ReasoningIndex {
  return indexOf({ 'notes.md': { claims } });
}

/** The ids of some claims, in their order. */
export function ids(claims: readonly { readonly id: string | null }[]): string {
  return claims.map(({ id }) => id).join(' ');
}
