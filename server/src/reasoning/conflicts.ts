import { Asserters, isShared, misreports, type Voice } from './asserters.ts';
import type { ClaimGraph } from './claim-graph.ts';
import { clashesOf, type ComparedBy } from './comparing.ts';
import { Kin } from './kin.ts';
import type { Clash, ClaimRecord, Conflict, ReasoningContext } from './model.ts';
import { Places } from './place.ts';
import { Rivals } from './rivals.ts';
import type { Sayings } from './says.ts';
import { isDead, Settlements } from './settlement.ts';
import { Telling, type ToldAt } from './telling.ts';
import type { Times } from './time.ts';
import { Understanding, type Understood } from './understanding.ts';
import type { Values } from './values.ts';
import type { ClaimRecords, StatementTable } from '../store/model.ts';

/** The statements of two claims that exclude each other. */
interface Clashes {
  readonly clashes: readonly Clash[];
  readonly isUncertain: boolean;
}

/** What a conflict amounts to, without building it. */
export interface Weight {
  /** Whether one asserter holds both claims. */
  readonly isWithin: boolean;
  readonly isHedged: boolean;
  readonly isSettled: boolean;
  /** Whether an adjudication exists that has decided nothing yet. */
  readonly isPending: boolean;
  /** Whether one is a report that the reported author's own text contradicts. */
  readonly isMisreport: boolean;
}

/** All weights, indexed by five bits: within, hint, settled, pending, misreport. */
const WEIGHTS: readonly Weight[] = Array.from({ length: 32 }, (_, bits) => ({
  isWithin: (bits & 1) !== 0,
  isHedged: (bits & 2) !== 0,
  isSettled: (bits & 4) !== 0,
  isPending: (bits & 8) !== 0,
  isMisreport: (bits & 16) !== 0,
}));

/** Conflicts of the first two kinds: declared, and by proposition. */
export class Conflicts {
  asserters = new Asserters(new Map());
  readonly rivals: Rivals;
  readonly telling = new Telling();
  private readonly settlements: Settlements;
  private readonly understanding: Understanding;
  private timelessSpan: number | null = null;
  private by: ComparedBy;

  constructor(
    private readonly store: ClaimRecords,
    private readonly graph: ClaimGraph,
    statements: StatementTable,
    times: Times,
    sayings: Sayings,
    private readonly values: Values,
  ) {
    this.understanding = new Understanding(store, times, sayings, values);
    this.settlements = new Settlements(store, graph);
    this.rivals = new Rivals(
      store,
      graph,
      statements,
      values,
      (handle) => this.understand(handle),
      () => this.by,
    );
    this.by = this.comparedBy(new Places(new Map()), new Kin(new Map()));
  }

  private comparedBy(places: Places, kin: Kin): ComparedBy {
    return { values: this.values, places, kin, areFarApart: (a, b) => this.areFarApart(a, b) };
  }

  setContext(context: ReasoningContext): void {
    this.values.declare(context.properties);
    this.by = this.comparedBy(new Places(context.places), new Kin(context.kin ?? new Map()));
    this.timelessSpan = context.timelessSpan ?? null;
    this.asserters = new Asserters(context.authors);
    this.understanding.clear();
    this.rivals.clear();
  }

  /** Which actors belong to which. */
  get kin(): Kin {
    return this.by.kin;
  }

  claimOf(handle: number): ClaimRecord {
    return this.store.claim(handle);
  }

  /** Drops the caches for a claim that was added or removed. */
  forget(handle: number): void {
    this.understanding.forget(handle);
    this.rivals.forget(handle);
  }

  /** Where the conflict of two claims is told. */
  toldAt(one: number, other: number): ToldAt {
    const order = one === other ? 0 : this.graph.compare(one, other);
    return this.telling.at(this.understand(one), this.understand(other), order);
  }

  /** As `toldAt`, for claims that are unpacked already. */
  toldAtClaim(one: ClaimRecord, other: ClaimRecord): ToldAt {
    const order =
      one.path === other.path ? one.range.from - other.range.from : one.path < other.path ? -1 : 1;
    return this.telling.at(this.asserters.voiceOf(one), this.asserters.voiceOf(other), order);
  }

  private understand(handle: number): Understood {
    return this.understanding.of(handle, this.asserters);
  }

  /**
   * The conflicts of a claim, in the order of the other side's file and position. At most `most`, standing
   * ones first.
   */
  of(handle: number, most = Infinity): Conflict[] {
    const { handles } = this.rivals.of(handle);
    return this.foremost(handle, handles, most).flatMap((other) => this.between(handle, other) ?? []);
  }

  private foremost(handle: number, rivals: readonly number[], most: number): readonly number[] {
    if (rivals.length <= most) return rivals;
    const [standing, settled]: [number[], number[]] = [[], []];
    for (const other of rivals) {
      const weight = this.weigh(handle, other);
      if (weight) (weight.isSettled ? settled : standing).push(other);
      if (standing.length === most) return standing;
    }
    return [...standing, ...settled].slice(0, most);
  }

  /** As `between`, without building the conflict; null when there is none. */
  weigh(one: number, other: number): Weight | null {
    const { graph } = this;
    if (graph.names(one, 'resolves', other) || graph.names(other, 'resolves', one)) return null;
    const [a, b] = [this.understand(one), this.understand(other)];
    const isDeclared = graph.names(one, 'contradicts', other) || graph.names(other, 'contradicts', one);
    const clash = isDeclared ? 'certain' : this.clash(a, b, one === other);
    if (clash === null) return null;
    const isHedged = a.isLow || b.isLow || a.isOpen || b.isOpen || clash === 'uncertain';
    const isSettled = a.isDead || b.isDead || this.settlements.judge(one, other) !== null;
    const isPending = !isSettled && this.settlements.pending(one, other) !== null;
    const bits = (one === other || isShared(a, b) ? 1 : 0) | (isHedged ? 2 : 0) | (isSettled ? 4 : 0);
    const isMisreport = misreports(a, b) || misreports(b, a);
    return WEIGHTS[bits | (isPending ? 8 : 0) | (isMisreport ? 16 : 0)]!;
  }

  /** Whether two claims, or the propositions of one, exclude each other; and whether that is certain. */
  private clash(a: Understood, b: Understood, isOne: boolean): 'certain' | 'uncertain' | null {
    let found: 'uncertain' | null = null;
    for (const { isUncertain } of clashesOf(a, b, isOne, this.by)) {
      if (!isUncertain) return 'certain';
      found = 'uncertain';
    }
    return found;
  }

  /** Whether the works of two claims without times are further apart than the project's `timeless-span`. */
  private areFarApart(a: Voice, b: Voice): boolean {
    if (this.timelessSpan === null) return false;
    const [one, other] = [this.telling.yearOf(a), this.telling.yearOf(b)];
    return one !== null && other !== null && Math.abs(one - other) > this.timelessSpan;
  }

  /** The conflict between two claims, settled or not; null when there is none. Symmetric. */
  between(one: number, other: number): Conflict | null {
    const { graph } = this;
    const [first, second] = graph.compare(one, other) <= 0 ? [one, other] : [other, one];
    if (graph.names(first, 'resolves', second) || graph.names(second, 'resolves', first)) return null;
    const [a, b] = [this.store.claim(first), this.store.claim(second)];
    const declaredBy = [
      ...(graph.names(first, 'contradicts', second) ? [a.address] : []),
      ...(first !== second && graph.names(second, 'contradicts', first) ? [b.address] : []),
    ];
    const { clashes, isUncertain } = this.clashes(first, second);
    if (declaredBy.length === 0 && clashes.length === 0) return null;
    const onlyUncertain = declaredBy.length === 0 && isUncertain;
    const [left, right] = [this.understand(first), this.understand(second)];
    return {
      kind: declaredBy.length > 0 ? 'declared' : 'proposition',
      a,
      b,
      declaredBy,
      clashes,
      within: first === second ? [...this.asserters.of(a)] : this.asserters.shared(a, b),
      misreport: misreports(left, right) ? a : misreports(right, left) ? b : null,
      years: clashes.length > 0 ? this.yearsOf(left, right) : null,
      hedged: left.isLow || right.isLow || left.isOpen || right.isOpen || onlyUncertain,
      ...this.standing(first, second),
      consequence: null,
    };
  }

  private clashes(first: number, second: number): Clashes {
    const [left, right] = [this.understand(first), this.understand(second)];
    const clashes: Clash[] = [];
    let isUncertain = true;
    // Certain ones first: the first of them is told.
    const found = [...clashesOf(left, right, first === second, this.by)].sort(
      (a, b) => Number(a.isUncertain) - Number(b.isUncertain),
    );
    for (const { a, b, general, belonging, part, ...clash } of found) {
      isUncertain &&= clash.isUncertain;
      clashes.push({
        actor: a.actor,
        property: a.property,
        a: a.saying,
        b: b.saying,
        declaration: this.values.declarationOf(a.property),
        kin: general && belonging && { actor: b.actor, general, belonging },
        part,
      });
    }
    return { clashes, isUncertain: clashes.length > 0 && isUncertain };
  }

  /** The years of the works of two claims without times; null where one is unknown. */
  private yearsOf(a: Understood, b: Understood): Conflict['years'] {
    if (a === b || a.when !== null || b.when !== null) return null;
    const [one, other] = [this.telling.yearOf(a), this.telling.yearOf(b)];
    return one === null || other === null ? null : [one, other];
  }

  /** The settlement of a conflict, or the adjudication that is pending. */
  standing(first: number, second: number): Pick<Conflict, 'settlement' | 'pending'> {
    const settlement = this.settlements.of(first, second);
    const pending = settlement === null ? this.settlements.pending(first, second) : null;
    return { settlement, pending: pending === null ? null : this.store.claim(pending) };
  }
}

export { isDead };
