import type { ClaimRecord } from './model.ts';

/** Whether two records are the same claim, in the text as it was last read. */
export function isSame(a: ClaimRecord, b: ClaimRecord): boolean {
  return a.path === b.path && a.range.from === b.range.from;
}
