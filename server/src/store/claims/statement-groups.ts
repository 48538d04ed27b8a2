import { bisect } from '../../text/bisect.ts';
import type { SearchableStatements, SearchBudget } from '../model.ts';

/** A name with at least this many statements is indexed by value and time. */
export const MANY = 128;

/** An entry of the statement index: the claim, the hash of the value, and the first and last day. */
export interface StatementEntry {
  readonly claim: number;
  readonly mark: number;
  readonly from: number;
  readonly to: number;
}

/**
 * An index of very many statements of one property of one actor, by value and by time. So only one of all
 * equal values is compared, and of a long chronicle only what overlaps in time is looked at. The order of a
 * search depends on the statements alone: a search that hits its budget finds the same after any sequence of
 * edits.
 */
export class StatementGroups implements SearchableStatements {
  /** By value, then in the order of files and text. */
  private readonly entries: readonly StatementEntry[];
  /** The index of the first entry of each value, then the number of entries. */
  private readonly starts: number[] = [];
  /** First and last day of each value. */
  private readonly firsts: number[] = [];
  private readonly lasts: number[] = [];
  /**
   * Indexes of entries sorted by first day. `latest` has the running maximum of their last days, for the
   * binary search.
   */
  private readonly byFirst: Int32Array;
  private readonly latest: Float64Array;
  /** Indexes of entries by place, built on the first query. */
  private byWhere: Map<string, number[]> | null = null;

  /** `compare` is the order of claims in files and text. */
  constructor(entries: StatementEntry[], compare: (claim: number, other: number) => number) {
    this.entries = entries.sort(
      (a, b) => a.mark - b.mark || (a.claim === b.claim ? 0 : compare(a.claim, b.claim)),
    );
    entries.forEach(({ mark, from, to }, place) => {
      if (place === 0 || mark !== entries[place - 1]!.mark) {
        this.starts.push(place);
        this.firsts.push(from);
        this.lasts.push(to);
      }
      const group = this.firsts.length - 1;
      this.firsts[group] = Math.min(this.firsts[group]!, from);
      this.lasts[group] = Math.max(this.lasts[group]!, to);
    });
    this.starts.push(entries.length);
    this.byFirst = Int32Array.from(entries.keys()).sort(
      (a, b) => entries[a]!.from - entries[b]!.from || a - b,
    );
    this.latest = new Float64Array(entries.length);
    let latest = -Infinity;
    this.byFirst.forEach((place, i) => {
      latest = Math.max(latest, entries[place]!.to);
      this.latest[i] = latest;
    });
  }

  /**
   * Visits claims with a statement that overlaps the days `from` to `to` and whose value `opposes` selects.
   * `opposes` gets the value's mark and one claim with that value. Stops when `visit` returns false or the
   * budget is used up. Returns whether all were visited.
   */
  forEachOpposing(
    from: number,
    to: number,
    budget: SearchBudget,
    opposes: (mark: number, claim: number) => boolean,
    visit: (claim: number) => boolean,
  ): boolean {
    const begin = bisect(this.latest.length, (i) => this.latest[i]! >= from);
    const end = bisect(this.byFirst.length, (i) => this.entries[this.byFirst[i]!]!.from > to);
    return end - begin < this.firsts.length
      ? this.inTime(begin, end, from, budget, opposes, visit)
      : this.byValue(from, to, budget, opposes, visit);
  }

  /** How many entries there are. */
  get size(): number {
    return this.entries.length;
  }

  /**
   * The entries whose claim has the place `key` (`keyOf` gives a claim's place), by value, then in the order
   * of files and text.
   */
  at(key: string, keyOf: (claim: number) => string): readonly number[] {
    if (!this.byWhere) {
      this.byWhere = new Map();
      for (let entry = 0; entry < this.entries.length; entry++) {
        const where = keyOf(this.entries[entry]!.claim);
        const some = this.byWhere.get(where);
        if (some) some.push(entry);
        else this.byWhere.set(where, [entry]);
      }
    }
    return this.byWhere.get(key) ?? NOTHING;
  }

  /** As `forEachOpposing`, for some entries only. */
  forEachOpposingOf(
    some: readonly number[],
    { from, to }: { readonly from: number; readonly to: number },
    budget: SearchBudget,
    opposes: (mark: number, claim: number) => boolean,
    visit: (claim: number) => boolean,
  ): boolean {
    for (const entry of some) {
      if (budget.left-- <= 0) return false;
      const { claim, mark, from: first, to: last } = this.entries[entry]!;
      if (first <= to && last >= from && opposes(mark, claim) && !visit(claim)) return false;
    }
    return true;
  }

  private inTime(
    begin: number,
    end: number,
    from: number,
    budget: SearchBudget,
    opposes: (mark: number, claim: number) => boolean,
    visit: (claim: number) => boolean,
  ): boolean {
    for (let i = begin; i < end; i++) {
      if (budget.left-- <= 0) return false;
      const { claim, mark, to } = this.entries[this.byFirst[i]!]!;
      if (to >= from && opposes(mark, claim) && !visit(claim)) return false;
    }
    return true;
  }

  private byValue(
    from: number,
    to: number,
    budget: SearchBudget,
    opposes: (mark: number, claim: number) => boolean,
    visit: (claim: number) => boolean,
  ): boolean {
    for (let group = 0; group < this.firsts.length; group++) {
      if (budget.left-- <= 0) return false;
      if (this.lasts[group]! < from || this.firsts[group]! > to) continue;
      const start = this.starts[group]!;
      const { mark, claim } = this.entries[start]!;
      if (!opposes(mark, claim)) continue;
      for (let place = start; place < this.starts[group + 1]!; place++) {
        if (budget.left-- <= 0) return false;
        const entry = this.entries[place]!;
        if (entry.from <= to && entry.to >= from && !visit(entry.claim)) return false;
      }
    }
    return true;
  }
}

const NOTHING: readonly number[] = [];
