import type { ClaimRecord } from './model.ts';

/** Whether the two are one claim, in the text as it was read last. */
export function isSame(a: ClaimRecord, b: ClaimRecord): boolean {
  return a.path === b.path && a.range.from === b.range.from;
}
