import type { ClaimRecord } from '../../reasoning/model.ts';
import type { ReasoningIndex } from '../../reasoning/reasoning-index.ts';
import { folderOf, relativeTo } from '../../workspace/paths.ts';

/**
 * The shortest address that leads to `claim` from the file at `from`. Within a file always `#id`, which stays valid
 * if another file uses the same id. Null where none does: for a claim without an id, or with a duplicate.
 */
export function shortestAddress(claim: ClaimRecord, from: string, reasoning: ReasoningIndex): string | null {
  const { id, path, fileSource } = claim;
  if (id === null) return null;
  const addresses =
    path === from
      ? [`#${id}`]
      : [
          id,
          ...(fileSource === null ? [] : [`${fileSource}#${id}`]),
          `${relativeTo(folderOf(from), path)}#${id}`,
        ].sort((a, b) => a.length - b.length);
  return addresses.find((address) => leadsTo(address, claim, from, reasoning)) ?? null;
}

function leadsTo(address: string, claim: ClaimRecord, from: string, reasoning: ReasoningIndex): boolean {
  const resolution = reasoning.resolveAddress(from, address);
  return (
    resolution.status === 'resolved' &&
    resolution.claim.path === claim.path &&
    resolution.claim.range.from === claim.range.from
  );
}
