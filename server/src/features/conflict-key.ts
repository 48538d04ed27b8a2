import type { Conflict } from '../reasoning/model.ts';

/** The identity of a conflict: the addresses of its two sides. */
export function conflictKey({ a, b }: Pick<Conflict, 'a' | 'b'>): string {
  return `${a.address}\n${b.address}`;
}
