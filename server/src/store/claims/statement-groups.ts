import { bisect } from '../../text/bisect.ts';
import type { SearchableStatements, SearchBudget } from '../model.ts';

/** From so many statements of one name on they are looked through by value and time. */
export const MANY = 128;

/** An entry of the index of statements: who states it, the hash of the value, the days of which it speaks. */
export interface StatementEntry {
  readonly claim: number;
  readonly mark: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What very many claims state of one property of one actor: by value, and by time. So of all that say the same only
 * one is compared, and of a long chronicle only what speaks of the same days is looked at. The order of a search
 * depends on what is stated alone: one that is broken off has found the same after whatever edits.
 */
export class StatementGroups implements SearchableStatements {
  /** By value, in the order of files and text. */
  private readonly entries: readonly StatementEntry[];
  /** Where the entries of each value begin, and the end of all. */
  private readonly starts: number[] = [];
  /** First and last day of each value. */
  private readonly firsts: number[] = [];
  private readonly lasts: number[] = [];
  /** Places of entries by their first day; up to each the latest of their last days. */
  private readonly byFirst: Int32Array;
  private readonly latest: Float64Array;
  /** Places of entries by where they speak of, once somebody asked. */
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
   * Visits the claims that state, of days among those from `from` to `to`, a value that `opposes` chooses by its mark
   * and one who states it, until `visit` says no or the budget is used up. Returns whether all were visited.
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

  /** The entries that speak of a place, as `keyOf` has it of their claims; by value, in the order of files and text. */
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

  /** As `forEachOpposing`, of some entries only. */
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
