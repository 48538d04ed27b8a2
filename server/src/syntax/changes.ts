import type { Splice } from '../text/document-text.ts';
import { bisect } from '../text/bisect.ts';

/** `[oldFrom, oldTo)` of a text became `[from, to)` of another. */
export interface Change {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
}

/** Stretches that lie no further apart are one: what stands between them would be read again in any case. */
const NEAR = 32;

/**
 * What several splices come to, each counted in the text that the one before it left: stretches in the order of the
 * text, apart from each other, outside of which nothing changed. Insertions count as well, as stretches that were empty.
 */
export function changesOf(splices: readonly Splice[]): readonly Change[] {
  const changes: { -readonly [Part in keyof Change]: Change[Part] }[] = [];
  for (const { from, to, insert } of splices) {
    const by = insert.length - (to - from);
    const first = bisect(changes.length, (i) => changes[i]!.to + NEAR >= from);
    const behind = bisect(changes.length, (i) => changes[i]!.from > to + NEAR, first);
    // What lies before a stretch moved by what those before it came to.
    const moved = (i: number) => (i < 0 ? 0 : changes[i]!.to - changes[i]!.oldTo);
    const oldFrom = Math.min(behind > first ? changes[first]!.oldFrom : Infinity, from - moved(first - 1));
    const oldTo =
      behind > first && changes[behind - 1]!.to >= to ? changes[behind - 1]!.oldTo : to - moved(behind - 1);
    const come = {
      oldFrom,
      oldTo,
      from: behind > first ? Math.min(changes[first]!.from, from) : from,
      to: Math.max(behind > first ? changes[behind - 1]!.to : to, to) + by,
    };
    for (let i = behind; i < changes.length; i++) {
      changes[i]!.from += by;
      changes[i]!.to += by;
    }
    changes.splice(first, behind - first, come);
  }
  return changes;
}
