import type { Asserters } from './asserters.ts';
import { ClaimGraph, EDGE_KINDS, type EdgeKind } from './claim-graph.ts';
import { ClaimStore, differentIds, LiveClaims, type StoreChange } from './claim-store.ts';
import { ClaimWords, sieveOf, WordQuery } from './claim-words.ts';
import { Conflicts } from './conflicts.ts';
import { Consequences } from './consequences.ts';
import { sameContext } from './context.ts';
import { HashMultimap } from './hash-multimap.ts';
import type {
  ClaimRecord,
  Conflict,
  Grounds,
  ReasoningChange,
  ReasoningContext,
  Resolution,
  UnresolvedAddress,
} from './model.ts';
import { unpackClaims } from './packed-claims.ts';
import type { PackedFile } from './packed-file.ts';
import { Question, QuietClaims } from './quiet-claims.ts';
import { PackedRegistrations, registrationOf } from './registration.ts';
import { Sayings } from './says.ts';
import { StatementIndex } from './statement-index.ts';
import { aboutName, propertiesOf, sayingName, subjectsOf } from './subjects.ts';
import { Support } from './support.ts';
import { Times } from './time.ts';
import { Values } from './values.ts';

/** How many files are passed over in a search before it rests. */
const PASSED_AT_ONCE = 512;

/** A claim, or its address: `path#id`, `path#@offset`. */
export type ClaimReference = ClaimRecord | string;

/**
 * The claims of a workspace and what follows from them. It keeps the claims and the names by which they find
 * each other, and works everything else out when asked, so that nothing can be out of date; answers do not
 * depend on the order in which files were read or edited.
 */
export class ReasoningIndex {
  private readonly store = new ClaimStore();
  private readonly index = new HashMultimap();
  private readonly statements = new StatementIndex();
  private readonly graph = new ClaimGraph(this.store, this.index);
  private readonly conflicts: Conflicts;
  private readonly consequences: Consequences;
  private readonly support = new Support(this.store, this.graph);
  private readonly words = new ClaimWords();
  private readonly quiet = new QuietClaims();
  /** Files last told of addresses that do not lead to one claim: what comes or goes may be nearer to what they mean. */
  private readonly waiting = new Set<string>();
  /** The conflicts of the file that was last asked about: several rules ask one after the other. */
  private lastConflicts: { readonly path: string; readonly conflicts: Conflict[] } | null = null;
  /** The claims of that file, for the same reason. */
  private lastClaims: { readonly path: string; readonly claims: readonly ClaimRecord[] } | null = null;
  /** The answer of `filesNear` since claims last changed what they say: what is typed seldom does. */
  private lastNear: { readonly path: string; readonly files: ReadonlySet<string> } | null = null;
  private context: ReasoningContext = { properties: new Map(), places: new Map(), authors: new Map() };

  /** Reads `when` and dates among values; may be shared by rules that need to read times. */
  readonly times = new Times();
  /** Reads what claims say. */
  readonly sayings = new Sayings();
  /** Reads values as the project declares their properties. */
  readonly values = new Values(this.times);

  constructor() {
    this.conflicts = new Conflicts(
      this.store,
      this.graph,
      this.statements,
      this.times,
      this.sayings,
      this.values,
    );
    this.consequences = new Consequences(this.store, this.graph, this.conflicts);
  }

  /** How many claims there are. */
  get size(): number {
    return this.store.size;
  }

  get asserters(): Asserters {
    return this.conflicts.asserters;
  }

  get properties(): ReasoningContext['properties'] {
    return this.context.properties;
  }

  /** Takes over properties, places and authors. The answer names every file with claims if anything changed. */
  setContext(context: ReasoningContext): ReasoningChange {
    if (sameContext(this.context, context)) return { affected: new Set(), changed: false };
    this.context = context;
    this.conflicts.setContext(context);
    this.quiet.forgetAll();
    this.lastConflicts = null;
    this.lastNear = null;
    const affected = new Set<string>();
    for (const path of this.store.paths()) if (this.store.handlesIn(path).length > 0) affected.add(path);
    return { affected, changed: true };
  }

  /**
   * Puts the claims of a file, in the order of its text, in place of those it had. `source` is the work whose
   * text the file is; it need be given only where the file has no claims. With `starts`, the offsets in each claim
   * count from there. The answer names the other files whose
   * findings may differ now: those of rivals, of claims named and naming, of those that waited for an id.
   */
  replace(
    path: string,
    claims: readonly ClaimRecord[],
    source: string | null = claims[0]?.fileSource ?? null,
    starts: readonly number[] | null = null,
  ): ReasoningChange {
    const known = this.store.has(path);
    const live = new LiveClaims(claims, starts);
    // Looked at again when somebody searches, not at each keystroke.
    this.words.drop(path);
    const { handles, ...change } = this.store.compare(path, live);
    const movesPlaces = !known || source !== this.store.sourceOf(path);
    if (change.removed.length === 0 && change.added.length === 0) {
      this.exchange(path, source, live, change, handles);
      return { affected: new Set(movesPlaces ? this.othersWaiting(path) : []), changed: !known };
    }
    const near = new Set<number>();
    const renamed = differentIds(change.removed, change.added);
    for (const { handle } of change.removed) this.collectNear(handle, near);
    this.collectSeekers(renamed, near);

    this.exchange(path, source, live, change, handles);
    for (const { handle } of change.removed) near.delete(handle);
    for (const { handle } of change.added) this.collectNear(handle, near.add(handle));
    this.collectSeekers(renamed, near);
    this.quiet.forget(near);
    const affected = this.filesOf(near, path);
    if (movesPlaces || renamed.length > 0) for (const other of this.othersWaiting(path)) affected.add(other);
    return { affected, changed: true };
  }

  private othersWaiting(path: string): string[] {
    return [...this.waiting].filter((other) => other !== path);
  }

  /**
   * As `replace`, for a file that is packed already. With `inBulk` it is not asked whom a new file concerns: for the
   * first reading of a workspace, when everything will be checked anyhow.
   */
  load(path: string, file: PackedFile, source: string | null, inBulk: boolean): ReasoningChange {
    if (!inBulk || this.store.has(path))
      return this.replace(path, unpackClaims(file.claims, path, source), source);
    this.lastConflicts = null;
    this.lastClaims = null;
    this.lastNear = null;
    this.quiet.forgetAll();
    this.graph.setSource(path, null, source);
    const registrations = new PackedRegistrations(file.registrations);
    const handles = this.store.load(path, source, file.claims);
    this.quiet.forget(handles);
    for (const handle of handles) {
      let kinds = 0;
      registrations.next({
        entry: (hash, mark) => {
          this.index.add(hash, handle, mark);
          kinds |= mark;
        },
        statement: (name, mark, from, to) => this.statements.add(name, mark, handle, from, to),
      });
      this.graph.register(handle, kinds);
      this.conflicts.forget(handle);
    }
    this.words.take(path, file.sieve);
    return { affected: new Set(), changed: true };
  }

  /** Makes ready for questions after much was loaded: otherwise the first of them would wait. */
  prepare(): void {
    this.index.linkAll();
  }

  private exchange(
    path: string,
    source: string | null,
    claims: LiveClaims,
    change: StoreChange,
    handles: number[],
  ): void {
    this.lastConflicts = null;
    this.lastClaims = null;
    if (source !== this.store.sourceOf(path)) {
      this.quiet.forgetAll();
      this.lastNear = null;
    }
    if (change.removed.length > 0 || change.added.length > 0) this.lastNear = null;
    for (const { handle, claim } of change.removed) this.unregister(handle, claim);
    this.graph.setSource(path, this.store.sourceOf(path), source);
    this.store.settle(path, source, claims, change, handles);
    for (const handle of handles) this.conflicts.moved(handle);
    for (const { handle, claim } of change.added) this.register(handle, claim);
  }

  private register(handle: number, claim: ClaimRecord): void {
    const { from, to, entries, statements } = registrationOf(claim, this.times);
    let kinds = 0;
    for (let i = 0; i < entries.length; i += 2) {
      this.index.add(entries[i]!, handle, entries[i + 1]!);
      kinds |= entries[i + 1]!;
    }
    for (let i = 0; i < statements.length; i += 2)
      this.statements.add(statements[i]!, statements[i + 1]!, handle, from, to);
    this.graph.register(handle, kinds);
    this.conflicts.forget(handle);
  }

  private unregister(handle: number, claim: ClaimRecord): void {
    const { entries, statements } = registrationOf(claim, this.times);
    for (let i = 0; i < entries.length; i += 2) this.index.delete(entries[i]!, handle, entries[i + 1]!);
    for (let i = 0; i < statements.length; i += 2)
      this.statements.delete(statements[i]!, statements[i + 1]!, handle);
    this.graph.register(handle, 0);
    this.conflicts.forget(handle);
  }

  /** Forgets a file. */
  remove(path: string): ReasoningChange {
    const { affected } = this.replace(path, []);
    this.store.drop(path);
    this.waiting.delete(path);
    return { affected: new Set([...affected, ...this.waiting]), changed: true };
  }

  /** All claims that the claim may have something to do with. */
  private collectNear(handle: number, near: Set<number>): void {
    for (const rival of this.conflicts.rivals(handle)) near.add(rival);
    for (const kind of EDGE_KINDS) for (const target of this.graph.targets(handle, kind)) near.add(target);
    for (const seeker of this.graph.seekers(this.store.claim(handle))) near.add(seeker);
    for (const judged of this.graph.targets(handle, 'resolves'))
      for (const other of this.consequences.neighbourhood(judged)) near.add(other);
    for (const other of this.consequences.neighbourhood(handle)) near.add(other);
    for (const other of this.support.dependants(handle)) near.add(other);
  }

  /** Those that seek an id which came or went, and all that is near what they may have found under it. */
  private collectSeekers(renamed: readonly ClaimRecord[], near: Set<number>): void {
    const found = new Set<number>();
    for (const claim of renamed) {
      for (const seeker of this.graph.seekers(claim)) near.add(seeker);
      for (const namesake of this.graph.namesakes(claim)) found.add(namesake);
    }
    for (const handle of found) this.collectNear(handle, near.add(handle));
  }

  /** The other files whose findings speak of a claim of `path`, or may. */
  filesNear(path: string): ReadonlySet<string> {
    if (this.lastNear?.path === path) return this.lastNear.files;
    const near = new Set<number>();
    for (const handle of this.store.handlesIn(path)) this.collectNear(handle, near);
    this.lastNear = { path, files: this.filesOf(near, path) };
    return this.lastNear.files;
  }

  private filesOf(handles: Iterable<number>, but: string): Set<string> {
    const files = new Set<string>();
    for (const handle of handles) files.add(this.store.pathOf(handle));
    files.delete(but);
    return files;
  }

  paths(): IterableIterator<string> {
    return this.store.paths();
  }

  /** The claims of a file in the order of its text. */
  claimsIn(path: string): readonly ClaimRecord[] {
    if (this.lastClaims?.path !== path)
      this.lastClaims = { path, claims: this.records(this.store.handlesIn(path)) };
    return this.lastClaims.claims;
  }

  /**
   * What `say` has to say of the claims of a file, in the order of the text. Claims of which that is nothing are
   * passed over when the same `question` is asked again, until their meaning changes, that of a claim near them,
   * or `basis`: a number for the state of whatever else `say` looks at.
   */
  *ask<T>(
    path: string,
    question: number,
    basis: number,
    say: (claim: ClaimRecord) => Iterable<T>,
  ): Generator<T> {
    this.quiet.restOn(question, basis);
    this.store.take(path);
    for (const handle of this.store.handlesIn(path)) {
      if (this.quiet.has(handle, question)) continue;
      let isQuiet = true;
      for (const said of say(this.store.claim(handle))) {
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
    const handles = this.graph.seekers({ path, id, fileSource: this.store.sourceOf(path) });
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
    const answers = this.ask(path, Question.unresolved, 0, (claim) => {
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

  /** All conflicts of a claim, settled ones too: declared, by proposition, and by consequence. */
  conflictsOf(claim: ClaimReference): Conflict[] {
    return this.withHandle(claim, [], (handle) => this.allConflictsOf(handle));
  }

  /** All conflicts with a side in the file, each once. */
  conflictsIn(path: string): readonly Conflict[] {
    if (this.lastConflicts?.path !== path)
      this.lastConflicts = { path, conflicts: this.findConflictsIn(path) };
    return this.lastConflicts.conflicts;
  }

  private allConflictsOf(handle: number): Conflict[] {
    if (this.quiet.has(handle, Question.conflicts)) return [];
    const found = [...this.conflicts.of(handle), ...this.consequences.of(handle)];
    if (found.length === 0) this.quiet.add(handle, Question.conflicts);
    return found;
  }

  private findConflictsIn(path: string): Conflict[] {
    this.store.take(path);
    const conflicts: Conflict[] = [];
    for (const handle of this.store.handlesIn(path))
      for (const conflict of this.allConflictsOf(handle)) {
        const other =
          conflict.a.path === path && conflict.b.path === path
            ? this.handleOf(otherSide(conflict, this.store.claim(handle)))
            : undefined;
        if (other === undefined || this.store.placeIn(other) >= this.store.placeIn(handle))
          conflicts.push(conflict);
      }
    return conflicts;
  }

  grounds(claim: ClaimReference): Grounds {
    const none: Grounds = { claims: [], works: [], hasNote: false, inSource: false };
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
