import { firstDayOf, lastDayOf } from './claim-days.ts';
import { subjectName } from './claim-names.ts';
import { clashesOf, isCarried, type ComparedBy } from './comparing.ts';
import type { ClaimGraph } from './claim-graph.ts';
import { placeKey } from './place.ts';
import { Remembered } from './remembered.ts';
import { RememberedClaims } from './remembered-claims.ts';
import type { Understood, UnderstoodStatement } from './understanding.ts';
import { excludes, type Value, type Values } from './values.ts';
import type { ClaimRecords, SearchableStatements, SearchBudget, StatementTable } from '../store/model.ts';

/** The claims that may conflict with one. */
export interface FoundRivals {
  /** In the order of files and text. */
  readonly handles: readonly number[];
  /** Whether these are all. If not, a limit was reached. */
  readonly areAll: boolean;
}

/** The maximum number of counted rivals of a claim. */
export const MOST_RIVALS = 500;
/**
 * The same where more than `MOST_RIVALS` claims speak of one subject. Work grows with the square of the claims that
 * contradict each other until each has as many rivals as are counted.
 */
export const FEWER_RIVALS = 100;
/** Search limit: the number of values and claims examined for one claim. */
const MOST_LOOKED_AT = 8192;
/**
 * Search limit: the number of additive counts that one is compared with in full, since parts and wholes may be consistent
 * although they differ.
 */
export const MOST_PARTS_COMPARED = 400;
/**
 * Search limit: the number of pairs examined to find the claims that a change concerns; beyond that, it concerns all
 * with the same subject.
 */
const MOST_PAIRS = 1 << 16;
const REMEMBERED_PROPERTIES = 64;
const REMEMBERED_VALUES = 2048;
const REMEMBERED_PLACES = 1 << 16;
const REMEMBERED_MEMBERS = 256;
/** The place of claims without one. */
const ANYWHERE = '';

/** The days of a claim, and the key of its place where that agrees with no other. */
interface Circumstances {
  readonly from: number;
  readonly to: number;
  readonly alone: string | null;
}

/** A claim's statements by day, and the claims that may state something similar. */
interface Asked {
  readonly own: UnderstoodStatement;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds claims that share an actor and property, or that declare a contradiction. Uses the indexes, never a
 * walk over all claims, and stops at limits beyond which nobody could use the result.
 */
export class Rivals {
  /** Parsed values by property and mark: values repeat, and few claims need to be unpacked. */
  private readonly valuesOf = new Remembered<string, Remembered<number, Value>>(REMEMBERED_PROPERTIES);
  /** Places by handle, which take a lookup each to compute. */
  private readonly wheres = new Remembered<number, string>(REMEMBERED_PLACES);
  /** By property of a general actor: what is stated of its members, since the last change. */
  private readonly ofMembers = new Remembered<string, SearchableStatements>(REMEMBERED_MEMBERS);
  /** Answers since the last change, since each claim is queried several times. */
  private readonly found = new RememberedClaims<FoundRivals>();

  constructor(
    private readonly store: ClaimRecords,
    private readonly graph: ClaimGraph,
    private readonly statements: StatementTable,
    private readonly values: Values,
    private readonly understand: (handle: number) => Understood,
    private readonly by: () => ComparedBy,
  ) {}

  /** Drops all: the meaning of values may have changed. */
  clear(): void {
    this.valuesOf.clear();
    this.wheres.clear();
    this.forgetAnswers();
  }

  /** Drops the caches for a claim that was added or removed. */
  forget(handle: number): void {
    this.wheres.delete(handle);
    this.forgetAnswers();
  }

  /** Drops the answers. */
  forgetAnswers(): void {
    this.found.clear();
    this.ofMembers.clear();
  }

  /**
   * The claims that may conflict with this one: by values that exclude its own at a time that may be the
   * same, and by `contradicts` in either direction.
   */
  of(handle: number): FoundRivals {
    let found = this.found.get(handle);
    if (!found) {
      found = this.find(handle);
      this.found.set(handle, found, this.store.isLive(handle));
    }
    return found;
  }

  private find(handle: number): FoundRivals {
    const { graph } = this;
    const found = new Set<number>();
    const { statements, when, where } = this.understand(handle);
    const most = statements.some((own) => this.isCrowded(own)) ? FEWER_RIVALS : MOST_RIVALS;
    let areAll = true;
    const take = (other: number): boolean => {
      if (found.size < most) found.add(other);
      else if (!found.has(other)) areAll = false;
      return areAll;
    };
    for (const other of graph.targets(handle, 'contradicts')) if (!take(other)) break;
    if (areAll) for (const other of graph.sources(handle, 'contradicts')) if (!take(other)) break;
    const alone = where === null ? null : this.by().places.aloneKey(where);
    const takeNear = where === null ? take : (other: number) => !this.mayMeet(where, other) || take(other);
    // A claim with an unreadable time cannot be compared.
    if (when !== 'unreadable' && areAll) {
      const [from, to] = [firstDayOf(when), lastDayOf(when)];
      const budget = { left: MOST_LOOKED_AT };
      let parts = MOST_PARTS_COMPARED;
      const takePart = (other: number): boolean => {
        if (where !== null && !this.mayMeet(where, other)) return true;
        return parts-- > 0 && (!this.clashes(handle, other) || take(other));
      };
      for (const own of statements) {
        if (own.value.kind === 'text' || own.value.kind === 'invalid') continue;
        const takeOpposed = this.isAdditive(own) ? takePart : takeNear;
        const isWhole = this.forEachOpposing(own, { from, to, alone }, budget, takeOpposed);
        areAll &&= isWhole;
        if (!areAll) break;
      }
    }
    return { handles: found.size > 1 ? graph.sorted([...found]) : [...found], areAll };
  }

  /** Whether more claims speak of the same subject than are counted. */
  private isCrowded(own: UnderstoodStatement): boolean {
    if (this.statements.countOf(own.name) > MOST_RIVALS) return true;
    if (!this.mayBeCarried(own)) return false;
    const { kin } = this.by();
    let carried = 0;
    for (const name of this.namesOf(kin.generalsOf(own.actor).actors.keys(), own.property))
      carried += this.statements.countOf(name);
    if (kin.membersOf(own.actor).actors.size > 0) carried += this.statedOfMembers(own).size;
    return carried > MOST_RIVALS;
  }

  /** Whether another claim's place may agree: one that cannot would use up the budget. */
  private mayMeet(where: string, other: number): boolean {
    const theirs = this.whereOf(other);
    return theirs === ANYWHERE || this.by().places.compatible(where, theirs);
  }

  private whereOf(handle: number): string {
    let where = this.wheres.get(handle);
    if (where === undefined) this.wheres.set(handle, (where = this.understand(handle).where ?? ANYWHERE));
    return where;
  }

  /** Whether counts of parts and wholes may be consistent although they differ: then all are compared. */
  private isAdditive({ property, value }: UnderstoodStatement): boolean {
    return value.kind === 'quantity' && this.values.declarationOf(property)?.additive === true;
  }

  private clashes(one: number, other: number): boolean {
    for (const _ of clashesOf(this.understand(one), this.understand(other), one === other, this.by()))
      return true;
    return false;
  }

  /** Visits the claims that state the opposite: of the same actor, of those it belongs to, and of its members. */
  private forEachOpposing(
    own: UnderstoodStatement,
    circumstances: Circumstances,
    budget: SearchBudget,
    take: (other: number) => boolean,
  ): boolean {
    if (!this.forEachOpposingOf(own.name, own, circumstances, budget, take)) return false;
    if (!this.mayBeCarried(own)) return true;
    const { kin } = this.by();
    const generals = kin.generalsOf(own.actor);
    for (const general of generals.actors.keys())
      if (!this.forEachOpposingOf(subjectName(general, own.property), own, circumstances, budget, take))
        return false;
    const members = kin.membersOf(own.actor);
    if (members.actors.size === 0) return generals.areAll;
    const { from, to } = circumstances;
    const opposes = (mark: number, other: number) => mark !== own.mark && this.opposes(own, other, mark);
    const areAll = this.statedOfMembers(own).forEachOpposing(from, to, budget, opposes, take);
    return areAll && generals.areAll && members.areAll;
  }

  private mayBeCarried(own: UnderstoodStatement): boolean {
    return !this.by().kin.isEmpty && (isCarried(own) || this.isAdditive(own));
  }

  private statedOfMembers({ actor, property }: UnderstoodStatement): SearchableStatements {
    const key = `${actor} ${property}`;
    let stated = this.ofMembers.get(key);
    if (!stated) {
      stated = this.statements.groupsOfAll(
        this.namesOf(this.by().kin.membersOf(actor).actors.keys(), property),
        (a, b) => this.graph.compare(a, b),
      );
      this.ofMembers.set(key, stated);
    }
    return stated;
  }

  private *namesOf(actors: Iterable<string>, property: string): Generator<number> {
    for (const actor of actors) yield subjectName(actor, property);
  }

  private forEachOpposingOf(
    name: number,
    own: UnderstoodStatement,
    { from, to, alone }: Circumstances,
    budget: SearchBudget,
    take: (other: number) => boolean,
  ): boolean {
    const opposes = (mark: number, other: number) => mark !== own.mark && this.opposes(own, other, mark);
    const groups = this.statements.groupsOf(name, (a, b) => this.graph.compare(a, b));
    if (groups && alone !== null) {
      const keyOf = (claim: number) => placeKey(this.whereOf(claim));
      const [there, anywhere] = [groups.at(alone, keyOf), groups.at(ANYWHERE, keyOf)];
      if (there.length + anywhere.length < groups.size / 4)
        return groups.forEachOpposingOf(merged(there, anywhere), { from, to }, budget, opposes, take);
    }
    if (groups) return groups.forEachOpposing(from, to, budget, opposes, take);
    const others: number[] = [];
    this.statements.forEachMeeting(name, from, to, (other, mark) => {
      if (opposes(mark, other)) others.push(other);
    });
    // Sorted, so that a search that hits its limit does not depend on the order of edits.
    return this.graph.sorted(others).every(take);
  }

  /** Whether the value with that mark, which another claim states of the same property, excludes our own. */
  private opposes(own: UnderstoodStatement, other: number, mark: number): boolean {
    let values = this.valuesOf.get(own.property);
    if (!values) this.valuesOf.set(own.property, (values = new Remembered(REMEMBERED_VALUES)));
    let value = values.get(mark);
    if (!value) {
      const stated = this.understand(other).statements.find(
        (each) => each.mark === mark && each.property === own.property,
      );
      if (!stated) return false;
      values.set(mark, (value = stated.value));
    }
    return excludes(own.value, value, this.values.declarationOf(own.property)) !== null;
  }

  /**
   * Adds all claims that may conflict with one of these. For very many of one actor and property, adds all
   * with that subject.
   */
  collect(handles: Iterable<number>, near: Set<number>): void {
    const asked = new Map<number, Map<string, Asked>>();
    for (const handle of handles) {
      for (const kind of ['targets', 'sources'] as const)
        for (const other of this.graph[kind](handle, 'contradicts')) near.add(other);
      const { statements, when } = this.understand(handle);
      if (when === 'unreadable') continue;
      for (const own of statements) {
        const one = { own, from: firstDayOf(when), to: lastDayOf(when) };
        for (const name of this.namesNear(own)) {
          let some = asked.get(name);
          if (!some) asked.set(name, (some = new Map<string, Asked>()));
          some.set(`${own.mark} ${one.from} ${one.to}`, one);
        }
      }
    }
    for (const [name, some] of asked)
      if (some.size * this.statements.countOf(name) > MOST_PAIRS)
        this.statements.forEachMeeting(name, firstDayOf(null), lastDayOf(null), (other) => near.add(other));
      else
        for (const { own, from, to } of some.values())
          this.statements.forEachMeeting(name, from, to, (other, mark) => {
            if (mark !== own.mark && this.opposes(own, other, mark)) near.add(other);
          });
  }

  /** The names of statements of the same property, of the actor itself and of all that belong to it or contain it. */
  private *namesNear(own: UnderstoodStatement): Generator<number> {
    yield own.name;
    if (!this.mayBeCarried(own)) return;
    const { kin } = this.by();
    yield* this.namesOf(kin.generalsOf(own.actor).actors.keys(), own.property);
    for (const name of this.namesOf(kin.membersOf(own.actor).actors.keys(), own.property))
      if (this.statements.countOf(name) > 0) yield name;
  }
}

/** Merges two sorted lists. */
function merged(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const all: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;)
    all.push(j === b.length || (i < a.length && a[i]! < b[j]!) ? a[i++]! : b[j++]!);
  return all;
}
