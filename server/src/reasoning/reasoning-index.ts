import { namesAny, type EdgeKind } from './claim-graph.ts';
import type { Asserters } from './asserters.ts';
import type { ClaimBase } from './claim-base.ts';
import { NO_CONFLICTS, type ConflictTally } from './conflict-tally.ts';
import { WordQuery } from './claim-words.ts';
import type {
  ClaimRecord,
  Conflict,
  Grounds,
  ReasoningContext,
  Resolution,
  UnresolvedAddress,
} from './model.ts';
import { Question } from './quiet-claims.ts';
import { aboutName, sayingName } from './claim-names.ts';
import type { Kin } from './kin.ts';
import type { Sayings } from './says.ts';
import { propertiesOf, subjectsOf } from './subjects.ts';
import type { Times } from './time.ts';
import { ToldConflicts } from './told-conflicts.ts';
import type { Values } from './values.ts';
import { bisect } from '../text/bisect.ts';

/** How many files a search skips before it yields. */
const PASSED_AT_ONCE = 512;

/** A question that is asked of each claim of a file (`ask`). */
export interface Inquiry {
  /** One of `Question`. */
  readonly question: number;
  /** A version number of the inputs other than claims. */
  readonly basis?: number;
  /** A cheap test that rules out most claims. */
  readonly concerns?: (claim: ClaimRecord) => boolean;
}

/** A claim, or its address: `path#id`, `path#@offset`. */
export type ClaimReference = ClaimRecord | string;

/**
 * The claims of a workspace and what follows from them. Answers are derived on demand, so they are never out
 * of date, and do not depend on the order of reading or edits. Read-only: `ClaimKeeper` makes the changes.
 */
export class ReasoningIndex {
  private readonly told: ToldConflicts;

  constructor(private readonly base: ClaimBase) {
    this.told = new ToldConflicts(base, (claim) => this.handleOf(claim));
  }

  /** How many claims there are. */
  get size(): number {
    return this.base.store.size;
  }

  get asserters(): Asserters {
    return this.base.conflicts.asserters;
  }

  /** Which actors belong to which. */
  get kin(): Kin {
    return this.base.conflicts.kin;
  }

  get properties(): ReasoningContext['properties'] {
    return this.base.context.properties;
  }

  /** Reads `when` and dates among values. */
  get times(): Times {
    return this.base.times;
  }

  /** Reads what claims say. */
  get sayings(): Sayings {
    return this.base.sayings;
  }

  /** Reads values as the project declares their properties. */
  get values(): Values {
    return this.base.values;
  }

  paths(): IterableIterator<string> {
    return this.base.store.paths();
  }

  /** The claims of a file in the order of its text. */
  claimsIn(path: string): readonly ClaimRecord[] {
    if (this.base.last.claims?.path !== path)
      this.base.last.claims = {
        path,
        claims: this.records(this.base.store.handlesIn(path)),
      };
    return this.base.last.claims.claims;
  }

  /**
   * The answers of `say` for the claims of a file, in the order of the text. Claims without an answer are
   * skipped the next time, until their meaning, that of a claim near them, or another input changes.
   */
  *ask<T>(
    path: string,
    { question, basis = 0, concerns }: Inquiry,
    say: (claim: ClaimRecord) => Iterable<T>,
  ): Generator<T> {
    this.base.quiet.restOn(question, basis);
    for (const handle of this.base.store.handlesIn(path)) {
      if (this.base.quiet.has(handle, question)) continue;
      let isQuiet = true;
      this.base.store.take(path);
      const claim = this.base.store.claim(handle);
      this.base.last.asked = { claim, handle };
      if (!concerns || concerns(claim))
        for (const said of say(claim)) {
          isQuiet = false;
          yield said;
        }
      if (isQuiet) this.base.quiet.add(handle, question);
    }
  }

  /** The claim at an address as `ClaimRecord.address` has it; undefined when there is none. */
  claim(address: string): ClaimRecord | undefined {
    const handle = this.handleOf(address);
    return handle === undefined ? undefined : this.base.store.claim(handle);
  }

  /** The claims that are about an actor or whose propositions name it, in the order of files and text. */
  claimsAbout(actor: string): ClaimRecord[] {
    const handles = this.base.index
      .get(aboutName(actor))
      .filter((handle) => subjectsOf(this.base.store.claim(handle)).has(actor));
    return this.records(this.base.graph.sorted([...new Set(handles)]));
  }

  /** The claims that state a property of any actor, in the order of files and text. */
  claimsSaying(property: string): ClaimRecord[] {
    const handles = this.base.index
      .get(sayingName(property))
      .filter((handle) => propertiesOf(this.base.store.claim(handle)).has(property));
    return this.records(this.base.graph.sorted([...new Set(handles)]));
  }

  /**
   * As `claimsAbout`, one by one and in no order, since there may be thousands. Hash collisions may add
   * others.
   */
  *eachAbout(actor: string): Generator<ClaimRecord> {
    for (const handle of this.base.index.get(aboutName(actor))) yield this.base.store.claim(handle);
  }

  /**
   * As `claimsSaying`, one by one and in no order, since there may be thousands. Hash collisions may add
   * others.
   */
  *eachSaying(property: string): Generator<ClaimRecord> {
    for (const handle of this.base.index.get(sayingName(property))) yield this.base.store.claim(handle);
  }

  /**
   * The claims with an address that leads to a claim `id` in the file at `path`, or would if it existed. In the order
   * of files and text. Some may mean another claim with that id.
   */
  seekersOf(path: string, id: string): ClaimRecord[] {
    const handles = this.base.graph.seekers({
      path,
      id,
      fileSource: this.base.store.sourceOf(path),
    });
    return this.records(this.base.graph.sorted([...handles]));
  }

  /**
   * Searches for claims in whose id or text each word of `query` begins a word, without regard to case and
   * accents. Yields the matches file by file, so that the caller can pause or stop.
   */
  *search(query: string): Generator<readonly ClaimRecord[]> {
    const wanted = new WordQuery(query);
    let passed = 0;
    for (const path of this.base.store.paths()) {
      if (this.base.words.mayHold(path, wanted, () => this.claimsIn(path)))
        yield this.claimsIn(path).filter((claim) => wanted.matchesClaim(claim));
      else if (++passed % PASSED_AT_ONCE === 0) yield [];
    }
  }

  /** What an address in the file at `from` resolves to. */
  resolveAddress(from: string, address: string): Resolution {
    return this.base.graph.explain(from, address);
  }

  /** The relations and evidence of a file that do not resolve to one claim. */
  unresolvedIn(path: string): UnresolvedAddress[] {
    const answers = this.ask(path, { question: Question.unresolved, concerns: namesAny }, (claim) => {
      const unresolved: UnresolvedAddress[] = [];
      const check = (attribute: EdgeKind, address: string, range: UnresolvedAddress['range']) => {
        if (this.base.graph.resolve(path, address) !== null) return;
        const resolution = this.base.graph.explain(path, address);
        if (resolution.status !== 'resolved')
          unresolved.push({ claim, attribute, address, range, resolution });
      };
      for (const { kind, address, range } of claim.relations) check(kind, address, range);
      for (const { kind, target, range } of claim.evidence)
        if (kind === 'claim') check('evidence', target, range);
      return unresolved;
    });
    const said = [...answers];
    if (said.length > 0) this.base.waiting.add(path);
    else this.base.waiting.delete(path);
    return said;
  }

  /**
   * The claims that a claim names under `kind`. Addresses that resolve to none or to several are left out.
   */
  targetsOf(claim: ClaimReference, kind: EdgeKind): ClaimRecord[] {
    return this.withHandle(claim, [], (handle) => this.records(this.base.graph.targets(handle, kind)));
  }

  /** The claims that name a claim under `kind`. */
  sourcesOf(claim: ClaimReference, kind: EdgeKind): ClaimRecord[] {
    return this.withHandle(claim, [], (handle) => this.records(this.base.graph.sources(handle, kind)));
  }

  /** The claims that support a claim, or are named in its evidence. */
  supportersOf(claim: ClaimReference): ClaimRecord[] {
    return this.withHandle(claim, [], (handle) => this.records(this.base.support.upholders(handle)));
  }

  /** The claims that a claim supports, or that name it in their evidence. */
  leanersOf(claim: ClaimReference): ClaimRecord[] {
    return this.withHandle(claim, [], (handle) => this.records(this.base.support.leaners(handle)));
  }

  /** The claims that name a claim in `contradicts`. */
  contradictorsOf(claim: ClaimReference): ClaimRecord[] {
    return this.sourcesOf(claim, 'contradicts');
  }

  /**
   * The conflicts of a claim, settled ones too: declared, by proposition, and by consequence. Past the search limits,
   * those that were found. At most `most`, standing ones first.
   */
  conflictsOf(claim: ClaimReference, most = Infinity): Conflict[] {
    return this.withHandle(claim, [], (handle) => this.told.of(handle, most));
  }

  /** The tally of a claim's conflicts, with the first of them. */
  conflictTally(claim: ClaimReference): ConflictTally {
    return this.withHandle(claim, NO_CONFLICTS, (handle) => this.told.tally(handle));
  }

  /**
   * The claims of the file that have conflicts, or could not be compared with all rivals, in the order of the
   * text.
   */
  conflictTallies(path: string): readonly { readonly claim: ClaimRecord; readonly tally: ConflictTally }[] {
    return this.told.tallies(path);
  }

  /** Computes the conflicts of a file for `conflictTallies`, in steps that yield. */
  findConflicts(path: string): Generator<void, void> {
    return this.told.find(path);
  }

  /** All conflicts with a side in the file, each once; there may be very many. */
  conflictsIn(path: string): readonly Conflict[] {
    return this.told.in(path);
  }

  /** The other files whose findings may depend on a claim of `path`. */
  filesNear(path: string): ReadonlySet<string> {
    return this.base.nearness.filesNear(path);
  }

  grounds(claim: ClaimReference): Grounds {
    const none: Grounds = {
      claims: [],
      works: [],
      hasNote: false,
      inSource: false,
    };
    return this.withHandle(claim, none, (handle) => this.base.support.grounds(handle));
  }

  /** Whether a claim has no support of any kind. */
  restsOnNothing(claim: ClaimReference): boolean {
    return this.withHandle(claim, false, (handle) => this.base.support.restsOnNothing(handle));
  }

  /** The adjudication that passes a claim over in favour of another; null where there is none. */
  passedOverBy(claim: ClaimReference): ClaimRecord | null {
    return this.withHandle<ClaimRecord | null>(claim, null, (handle) => {
      const judge = this.base.support.passedOverBy(handle);
      return judge === null ? null : this.base.store.claim(judge);
    });
  }

  /**
   * The rejected or withdrawn claims, or those passed over by a settlement, that are a claim's only grounds; none when
   * it has other grounds.
   */
  fallenGrounds(claim: ClaimReference): ClaimRecord[] {
    return this.withHandle<ClaimRecord[]>(claim, [], (handle) => this.base.support.fallenGrounds(handle));
  }

  /** The shortest cycle of support through a claim, beginning with it; null without one. */
  circleOf(claim: ClaimReference): ClaimRecord[] | null {
    return this.withHandle<ClaimRecord[] | null>(claim, null, (handle) => this.base.support.circle(handle));
  }

  /** Whether a claim supports itself through any number of others. */
  isInCircle(claim: ClaimReference): boolean {
    return this.withHandle(claim, false, (handle) => this.base.support.isInCircle(handle));
  }

  /** The claims that a claim both supports and contradicts. */
  twoMindedAbout(claim: ClaimReference): ClaimRecord[] {
    return this.withHandle<ClaimRecord[]>(claim, [], (handle) => this.base.support.twoMinded(handle));
  }

  /** The one work that all support of a claim comes from; null when there is not exactly one. */
  singleSource(claim: ClaimReference): { work: string; ways: number; isWhole: boolean } | null {
    return this.withHandle<{ work: string; ways: number; isWhole: boolean } | null>(claim, null, (handle) =>
      this.base.support.singleSource(handle),
    );
  }

  private withHandle<T>(claim: ClaimReference, nothing: T, answer: (handle: number) => T): T {
    const handle = this.handleOf(claim);
    return handle === undefined ? nothing : answer(handle);
  }

  private records(handles: readonly number[]): ClaimRecord[] {
    return handles.map((handle) => this.base.store.claim(handle));
  }

  private handleOf(reference: ClaimReference): number | undefined {
    if (reference === this.base.last.asked?.claim) return this.base.last.asked.handle;
    if (typeof reference !== 'string') {
      // For the binary search: handles are in the order of the text.
      const handles = this.base.store.handlesIn(reference.path);
      const known = this.base.last.claims?.path === reference.path ? this.base.last.claims.claims : null;
      const startOf = (place: number) =>
        known?.[place]?.range.from ?? this.base.store.fromOf(handles[place]!);
      const place = bisect(handles.length, (i) => startOf(i) >= reference.range.from);
      return place < handles.length && startOf(place) === reference.range.from ? handles[place] : undefined;
    }
    const path = reference.slice(0, reference.lastIndexOf('#'));
    return this.base.store
      .handlesIn(path)
      .find((handle) => this.base.store.claim(handle).address === reference);
  }
}
