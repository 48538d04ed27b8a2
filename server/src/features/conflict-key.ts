import type { Conflict } from '../reasoning/model.ts';

/** What tells a conflict from others: the addresses of its two sides. */
export function conflictKey({ a, b }: Pick<Conflict, 'a' | 'b'>): string {
  return `${a.address}\n${b.address}`;
}
