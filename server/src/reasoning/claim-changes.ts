/** What became of the claims of a file when others took their place. */
import type { ClaimRecord } from './model.ts';
import { hasOwnWords, isAdjudication } from './verdict.ts';
import { movedRecord } from './records.ts';

/**
 * Claims as objects, in the order of their text. They may count from somewhere in it, such as the beginnings of
 * their blocks, and are moved to where they stand when somebody asks for them.
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

  /** What the claim says; its ranges mean nothing. */
  saying(place: number): ClaimRecord {
    return this.own[place]!;
  }

  /** Where the claim begins. */
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

/** What became of a file's claims: handles that came and went; all others kept theirs and their meaning. */
export interface StoreChange {
  readonly removed: readonly Handled[];
  readonly added: readonly Handled[];
}

/** A claim and its number. */
export interface Handled {
  readonly handle: number;
  readonly claim: ClaimRecord;
}

/** Which claims of a file keep their handles: those that say the same as before, in front of all that changed and after it. */
export interface KeptClaims {
  /** How many at the beginning, and how many at the end. */
  readonly head: number;
  readonly tail: number;
}

/** Compares the claims that a file had, so many and by their places, with those that it has now. */
export function keptClaims(before: number, old: (place: number) => ClaimRecord, now: LiveClaims): KeptClaims {
  let head = 0;
  while (head < before && head < now.length && sameMeaning(old(head), now.saying(head))) head++;
  let tail = 0;
  const most = Math.min(before, now.length) - head;
  const last = (count: number) => count - 1 - tail;
  while (tail < most && sameMeaning(old(last(before)), now.saying(last(now.length)))) tail++;
  return { head, tail };
}

/** Whether two claims say the same, be their words and places what they may; of a verdict it counts whether it has words. */
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
    sameList(a.about, b.about, (x, y) => x === y) &&
    sameList(a.relations, b.relations, (x, y) => x.kind === y.kind && x.address === y.address) &&
    sameList(a.evidence, b.evidence, (x, y) => x.target === y.target && x.kind === y.kind) &&
    sameList(a.citations, b.citations, (x, y) => x.key === y.key) &&
    // A verdict without words settles nothing.
    (a.text === b.text || !isAdjudication(a) || hasOwnWords(a) === hasOwnWords(b))
  );
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((item, i) => same(item, b[i]!));
}

/** One claim for each id that only one of the two lists holds, or holds in another number. */
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
