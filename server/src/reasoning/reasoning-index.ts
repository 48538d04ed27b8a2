import { namesAny, type EdgeKind } from './claim-graph.ts';
import { ClaimKeeper } from './claim-keeper.ts';
import { countRivals, NO_CONFLICTS, tallyOf, type ConflictTally } from './conflict-tally.ts';
import { sieveOf, WordQuery } from './claim-words.ts';
import type { ClaimRecord, Conflict, Grounds, Resolution, UnresolvedAddress } from './model.ts';
import { Question } from './quiet-claims.ts';
import { aboutName, sayingName } from './claim-names.ts';
import { propertiesOf, subjectsOf } from './subjects.ts';

/** How many files are passed over in a search before it rests. */
const PASSED_AT_ONCE = 512;
/** And how many claims before a search for conflicts does. */
const CLAIMS_AT_ONCE = 64;
/** So many conflicts of a claim are not counted again while nothing near it changes. */
const MANY = 16;

/** A question that is asked of one claim after the other (`ask`). */
export interface Inquiry {
  /** One of `Question`. */
  readonly question: number;
  /** A number for the state of whatever else is looked at beside claims. */
  readonly basis?: number;
  /** Tells at once of most claims that there is nothing to say of them. */
  readonly concerns?: (claim: ClaimRecord) => boolean;
}

/** A claim, or its address: `path#id`, `path#@offset`. */
export type ClaimReference = ClaimRecord | string;

/**
 * The claims of a workspace and what follows from them. It keeps the claims and the names by which they find
 * each other, and works everything else out when asked, so that nothing can be out of date; answers do not
 * depend on the order in which files were read or edited.
 */
export class ReasoningIndex extends ClaimKeeper {
  paths(): IterableIterator<string> {
    return this.store.paths();
  }

  /** The claims of a file in the order of its text. */
  claimsIn(path: string): readonly ClaimRecord[] {
    if (this.lastClaims?.path !== path)
      this.lastClaims = {
        path,
        claims: this.records(this.store.handlesIn(path)),
      };
    return this.lastClaims.claims;
  }

  /**
   * What `say` has to say of the claims of a file, in the order of the text. Claims of which that is nothing are
   * passed over when the same question is asked again, until their meaning changes, that of a claim near them,
   * or what else is looked at.
   */
  *ask<T>(
    path: string,
    { question, basis = 0, concerns }: Inquiry,
    say: (claim: ClaimRecord) => Iterable<T>,
  ): Generator<T> {
    this.quiet.restOn(question, basis);
    for (const handle of this.store.handlesIn(path)) {
      if (this.quiet.has(handle, question)) continue;
      let isQuiet = true;
      this.store.take(path);
      const claim = this.store.claim(handle);
      this.asked = { claim, handle };
      if (!concerns || concerns(claim))
        for (const said of say(claim)) {
          isQuiet = false;
          yield said;
        }
      if (isQuiet) this.quiet.add(handle, question);
    }
  }

  /** The claim at an address as claims carry it; undefined when there is none. */
  claim(address: string): ClaimRecord | undefined {
    const handle = this.handleOf(address);
    return handle === undefined ? undefined : this.store.claim(handle);
  }

  /** The claims that are about an actor or whose propositions name it, in the order of files and text. */
  claimsAbout(actor: string): ClaimRecord[] {
    const handles = this.index
      .get(aboutName(actor))
      .filter((handle) => subjectsOf(this.store.claim(handle)).has(actor));
    return this.records(this.graph.sorted([...new Set(handles)]));
  }

  /** The claims that state a property of anybody, in the order of files and text. */
  claimsSaying(property: string): ClaimRecord[] {
    const handles = this.index
      .get(sayingName(property))
      .filter((handle) => propertiesOf(this.store.claim(handle)).has(property));
    return this.records(this.graph.sorted([...new Set(handles)]));
  }

  /** As `claimsAbout`, one by one and in no order: there may be thousands. One or the other may be about others. */
  *eachAbout(actor: string): Generator<ClaimRecord> {
    for (const handle of this.index.get(aboutName(actor))) yield this.store.claim(handle);
  }

  /** As `claimsSaying`, one by one and in no order: there may be thousands. One or the other may say other things. */
  *eachSaying(property: string): Generator<ClaimRecord> {
    for (const handle of this.index.get(sayingName(property))) yield this.store.claim(handle);
  }

  /**
   * The claims with an address that leads to a claim `id` in the file at `path`, or would if there were one, in the
   * order of files and text. One or the other may name something else under the same id.
   */
  seekersOf(path: string, id: string): ClaimRecord[] {
    const handles = this.graph.seekers({
      path,
      id,
      fileSource: this.store.sourceOf(path),
    });
    return this.records(this.graph.sorted([...handles]));
  }

  /**
   * Searches for claims in whose name or words each word of `query` begins a word, without regard to case and
   * accents. Yields what it found file by file, so that the caller may rest in between, or stop.
   */
  *search(query: string): Generator<readonly ClaimRecord[]> {
    const wanted = new WordQuery(query);
    let passed = 0;
    for (const path of this.store.paths()) {
      if (!this.words.knows(path)) this.words.take(path, sieveOf(this.claimsIn(path)));
      if (this.words.mayHold(path, wanted))
        yield this.claimsIn(path).filter((claim) => wanted.matchesClaim(claim));
      else if (++passed % PASSED_AT_ONCE === 0) yield [];
    }
  }

  /** What an address, written in the file at `from`, leads to. */
  resolveAddress(from: string, address: string): Resolution {
    return this.graph.explain(from, address);
  }

  /** The relations and evidence of a file that do not lead to one claim. */
  unresolvedIn(path: string): UnresolvedAddress[] {
    const answers = this.ask(path, { question: Question.unresolved, concerns: namesAny }, (claim) => {
      const unresolved: UnresolvedAddress[] = [];
      const check = (attribute: EdgeKind, address: string, range: UnresolvedAddress['range']) => {
        if (this.graph.resolve(path, address) !== null) return;
        const resolution = this.graph.explain(path, address);
        if (resolution.status !== 'resolved')
          unresolved.push({ claim, attribute, address, range, resolution });
      };
      for (const { kind, address, range } of claim.relations) check(kind, address, range);
      for (const { kind, target, range } of claim.evidence)
        if (kind === 'claim') check('evidence', target, range);
      return unresolved;
    });
    const said = [...answers];
    if (said.length > 0) this.waiting.add(path);
    else this.waiting.delete(path);
    return said;
  }

  /** The claims that a claim names under `kind`; addresses that lead nowhere, or to several, are left out. */
  targetsOf(claim: ClaimReference, kind: EdgeKind): ClaimRecord[] {
    return this.withHandle(claim, [], (handle) => this.records(this.graph.targets(handle, kind)));
  }

  /** The claims that name a claim under `kind`. */
  sourcesOf(claim: ClaimReference, kind: EdgeKind): ClaimRecord[] {
    return this.withHandle(claim, [], (handle) => this.records(this.graph.sources(handle, kind)));
  }

  /** The claims that uphold a claim: they support it, or its evidence names them. */
  supportersOf(claim: ClaimReference): ClaimRecord[] {
    return this.withHandle(claim, [], (handle) => this.records(this.support.upholders(handle)));
  }

  /** The claims that a claim upholds. */
  leanersOf(claim: ClaimReference): ClaimRecord[] {
    return this.withHandle(claim, [], (handle) => this.records(this.support.leaners(handle)));
  }

  /** The claims that name a claim in `contradicts`. */
  contradictorsOf(claim: ClaimReference): ClaimRecord[] {
    return this.sourcesOf(claim, 'contradicts');
  }

  /**
   * The conflicts of a claim, settled ones too: declared, by proposition, and by consequence. Of a claim that
   * contradicts more than can be counted, those that are. With `most` the first so many, those that stand before the
   * others.
   */
  conflictsOf(claim: ClaimReference, most = Infinity): Conflict[] {
    return this.withHandle(claim, [], (handle) => this.allConflictsOf(handle, most));
  }

  /** What the conflicts of a claim come to, and the first of them. */
  conflictTally(claim: ClaimReference): ConflictTally {
    return this.withHandle(claim, NO_CONFLICTS, (handle) => this.tally(handle));
  }

  private tally(handle: number): ConflictTally {
    const known = this.lastTallies?.tallies.get(handle);
    if (known) return known;
    if (this.quiet.has(handle, Question.conflicts)) return NO_CONFLICTS;
    let counted = this.counted.get(handle);
    if (!counted) {
      counted = countRivals(handle, this.conflicts, this.graph);
      if (counted.unsettled + counted.settled >= MANY) this.counted.set(handle, counted);
    }
    const tally = tallyOf(handle, counted, this.conflicts, this.consequences);
    if (tally === NO_CONFLICTS) this.quiet.add(handle, Question.conflicts);
    return tally;
  }

  /** The claims in the file that are in conflicts or could not be compared with all, in the order of the text. */
  conflictTallies(path: string): readonly { readonly claim: ClaimRecord; readonly tally: ConflictTally }[] {
    const steps = this.findConflicts(path);
    for (let step = steps.next(); !step.done; step = steps.next());
    return [...this.lastTallies!.tallies].map(([handle, tally]) => ({
      claim: this.store.claim(handle),
      tally,
    }));
  }

  /** Finds the conflicts in a file so that `conflictTallies` has them at hand, and rests after some claims. */
  *findConflicts(path: string): Generator<void, void> {
    if (this.lastTallies?.path === path) return;
    const tallies = new Map<number, ConflictTally>();
    let left = CLAIMS_AT_ONCE;
    for (const handle of this.store.handlesIn(path)) {
      this.store.take(path);
      const tally = this.tally(handle);
      if (tally !== NO_CONFLICTS) tallies.set(handle, tally);
      if (--left > 0) continue;
      left = CLAIMS_AT_ONCE;
      yield;
    }
    this.lastTallies = { path, tallies };
  }

  /** All conflicts with a side in the file, each once; there may be very many. */
  conflictsIn(path: string): readonly Conflict[] {
    if (this.lastConflicts?.path === path) return this.lastConflicts.conflicts;
    const conflicts: Conflict[] = [];
    for (const handle of this.store.handlesIn(path)) {
      this.store.take(path);
      this.collectConflicts(path, handle, conflicts);
    }
    this.lastConflicts = { path, conflicts };
    return conflicts;
  }

  private allConflictsOf(handle: number, most = Infinity): Conflict[] {
    if (this.quiet.has(handle, Question.conflicts)) return [];
    const own = this.conflicts.of(handle, most);
    const further = this.consequences.of(handle).conflicts;
    return [...own, ...(most === Infinity ? further : further.slice(0, most - own.length))];
  }

  private collectConflicts(path: string, handle: number, conflicts: Conflict[]): void {
    for (const conflict of this.allConflictsOf(handle)) {
      const other =
        conflict.a.path === path && conflict.b.path === path
          ? this.handleOf(otherSide(conflict, this.store.claim(handle)))
          : undefined;
      if (other === undefined || this.store.placeIn(other) >= this.store.placeIn(handle))
        conflicts.push(conflict);
    }
  }

  grounds(claim: ClaimReference): Grounds {
    const none: Grounds = {
      claims: [],
      works: [],
      hasNote: false,
      inSource: false,
    };
    return this.withHandle(claim, none, (handle) => this.support.grounds(handle));
  }

  /** Whether a claim rests on nothing at all. */
  restsOnNothing(claim: ClaimReference): boolean {
    return this.withHandle(claim, false, (handle) => this.support.restsOnNothing(handle));
  }

  /** The rejected or withdrawn claims that a claim rests on and nothing else; none when it has other grounds. */
  fallenGrounds(claim: ClaimReference): ClaimRecord[] {
    return this.withHandle<ClaimRecord[]>(claim, [], (handle) => this.support.fallenGrounds(handle));
  }

  /** The shortest circle in which a claim supports itself, beginning with it; null without one. */
  circleOf(claim: ClaimReference): ClaimRecord[] | null {
    return this.withHandle<ClaimRecord[] | null>(claim, null, (handle) => this.support.circle(handle));
  }

  /** Whether a claim supports itself, by way of however many others. */
  isInCircle(claim: ClaimReference): boolean {
    return this.withHandle(claim, false, (handle) => this.support.isInCircle(handle));
  }

  /** The claims that a claim both supports and contradicts. */
  twoMindedAbout(claim: ClaimReference): ClaimRecord[] {
    return this.withHandle<ClaimRecord[]>(claim, [], (handle) => this.support.twoMinded(handle));
  }

  /** The one work that all support of a claim leads back to; null when there is not just one. */
  singleSource(claim: ClaimReference): { work: string; ways: number } | null {
    return this.withHandle<{ work: string; ways: number } | null>(claim, null, (handle) =>
      this.support.singleSource(handle),
    );
  }

  private withHandle<T>(claim: ClaimReference, nothing: T, answer: (handle: number) => T): T {
    const handle = this.handleOf(claim);
    return handle === undefined ? nothing : answer(handle);
  }

  private records(handles: readonly number[]): ClaimRecord[] {
    return handles.map((handle) => this.store.claim(handle));
  }

  private handleOf(reference: ClaimReference): number | undefined {
    if (reference === this.asked?.claim) return this.asked.handle;
    if (typeof reference !== 'string') {
      // They stand in the order of the text.
      const handles = this.store.handlesIn(reference.path);
      const known = this.lastClaims?.path === reference.path ? this.lastClaims.claims : null;
      const startOf = (place: number) => known?.[place]?.range.from ?? this.store.fromOf(handles[place]!);
      let [low, high] = [0, handles.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (startOf(middle) < reference.range.from) low = middle + 1;
        else high = middle;
      }
      return low < handles.length && startOf(low) === reference.range.from ? handles[low] : undefined;
    }
    const path = reference.slice(0, reference.lastIndexOf('#'));
    return this.store.handlesIn(path).find((handle) => this.store.claim(handle).address === reference);
  }
}

function otherSide(conflict: Conflict, claim: ClaimRecord): ClaimRecord {
  return conflict.a.range.from === claim.range.from ? conflict.b : conflict.a;
}
