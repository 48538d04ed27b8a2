import type { Splice } from '../text/document-text.ts';
import { bisect } from '../text/bisect.ts';

/** `[oldFrom, oldTo)` of a text became `[from, to)` of another. */
export interface Change {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Changes closer than this, in UTF-16 units, are merged: the text between them would be read again anyway.
 */
const NEAR = 32;

/**
 * The combined effect of several splices, each in the offsets of the text that the one before it left.
 * Returns disjoint stretches in the order of the text; outside them nothing changed. An insertion is a
 * stretch that was empty.
 */
export function changesOf(splices: readonly Splice[]): readonly Change[] {
  const changes: { -readonly [Part in keyof Change]: Change[Part] }[] = [];
  for (const { from, to, insert } of splices) {
    const by = insert.length - (to - from);
    const first = bisect(changes.length, (i) => changes[i]!.to + NEAR >= from);
    const behind = bisect(changes.length, (i) => changes[i]!.from > to + NEAR, first);
    // The text before a stretch is shifted by all earlier changes.
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
