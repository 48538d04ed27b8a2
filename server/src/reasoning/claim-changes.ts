/** What changed between two versions of a file's claims. */
import type { ClaimRecord } from './model.ts';
import { hasOwnWords, isAdjudication } from './verdict.ts';
import { movedRecord } from './records.ts';

/**
 * Claims as objects, in the order of their text. Their offsets may be relative (to their blocks, say), and
 * are shifted on demand.
 */
export class LiveClaims {
  private readonly placed: ClaimRecord[] = [];

  constructor(
    private readonly own: readonly ClaimRecord[],
    private readonly starts: readonly number[] | null = null,
  ) {}

  get length(): number {
    return this.own.length;
  }

  /** What the claim says. Its ranges are not valid. */
  saying(place: number): ClaimRecord {
    return this.own[place]!;
  }

  /** The offset at which the claim begins. */
  from(place: number): number {
    return this.own[place]!.range.from + (this.starts?.[place] ?? 0);
  }

  at(place: number): ClaimRecord {
    return (this.placed[place] ??= movedRecord(this.own[place]!, this.starts?.[place] ?? 0));
  }

  all(): ClaimRecord[] {
    return this.own.map((_, place) => this.at(place));
  }
}

/** What changed: handles that were added and removed. All others kept theirs and their meaning. */
export interface StoreChange {
  readonly removed: readonly Handled[];
  readonly added: readonly Handled[];
}

/** A claim and its handle. */
export interface Handled {
  readonly handle: number;
  readonly claim: ClaimRecord;
}

/** Which claims of a file keep their handles: the common prefix and suffix of the two versions. */
export interface KeptClaims {
  /** Lengths of the common prefix and suffix. */
  readonly head: number;
  readonly tail: number;
}

/** Compares the `before` old claims of a file, by index, with the new ones. */
export function keptClaims(before: number, old: (place: number) => ClaimRecord, now: LiveClaims): KeptClaims {
  let head = 0;
  while (head < before && head < now.length && sameMeaning(old(head), now.saying(head))) head++;
  let tail = 0;
  const most = Math.min(before, now.length) - head;
  const last = (count: number) => count - 1 - tail;
  while (tail < most && sameMeaning(old(last(before)), now.saying(last(now.length)))) tail++;
  return { head, tail };
}

/**
 * Whether two claims have the same meaning. Words and positions do not count, but for an adjudication it
 * counts whether it has words.
 */
function sameMeaning(a: ClaimRecord, b: ClaimRecord): boolean {
  if (a === b) return true;
  return (
    a.id === b.id &&
    a.fileSource === b.fileSource &&
    a.on === b.on &&
    a.says?.text === b.says?.text &&
    a.when?.text === b.when?.text &&
    a.where?.text === b.where?.text &&
    a.status === b.status &&
    a.certainty === b.certainty &&
    a.hasNote === b.hasNote &&
    a.hasPlaceholder === b.hasPlaceholder &&
    sameList(a.by, b.by, (x, y) => x === y) &&
    sameList(a.via ?? [], b.via ?? [], (x, y) => x === y) &&
    sameList(a.about, b.about, (x, y) => x === y) &&
    sameList(a.relations, b.relations, (x, y) => x.kind === y.kind && x.address === y.address) &&
    sameList(a.evidence, b.evidence, (x, y) => x.target === y.target && x.kind === y.kind) &&
    sameList(a.citations, b.citations, (x, y) => x.key === y.key) &&
    // An adjudication without words settles nothing.
    (a.text === b.text || !isAdjudication(a) || hasOwnWords(a) === hasOwnWords(b))
  );
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((item, i) => same(item, b[i]!));
}

/** One claim for each id that occurs a different number of times in the two lists. */
export function differentIds(before: readonly Handled[], after: readonly Handled[]): ClaimRecord[] {
  const counts = new Map<string, { claim: ClaimRecord; count: number }>();
  const count = (list: readonly Handled[], by: number) => {
    for (const { claim } of list) {
      if (claim.id === null) continue;
      const key = `${claim.id}\n${claim.fileSource ?? ''}`;
      const known = counts.get(key);
      if (known) known.count += by;
      else counts.set(key, { claim, count: by });
    }
  };
  count(before, 1);
  count(after, -1);
  return [...counts.values()].filter(({ count: left }) => left !== 0).map(({ claim }) => claim);
}
