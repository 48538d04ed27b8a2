import { plainDate } from '../../reasoning/plain-values.ts';
import { WRITER, writesOn } from '../../reasoning/asserters.ts';
import type { ConflictTally } from '../../reasoning/conflict-tally.ts';
import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import { namingIn } from '../../reasoning/naming.ts';
import type { ReasoningIndex } from '../../reasoning/reasoning-index.ts';
import { statementsOf } from '../../reasoning/says.ts';
import { conflictSentence } from '../../reasoning/sentences.ts';
import type { TextRange } from '../../text/range.ts';
import { actorLabel, asserterLabel, workLabel } from '../../workspace/labels.ts';
import type { Library } from '../../workspace/library.ts';
import type { QuotationVerdicts } from '../../workspace/quotation-verdicts.ts';
import { marksOf, reportersOf } from '../claim-marks.ts';
import type { CheckTallies } from './check-tallies.ts';
import type { ClaimTallies } from './claim-tallies.ts';
import type { ConflictCount, FileConflicts, TalliedClaims } from './tallied-claims.ts';
import type { ClaimMark, Spot, Standing, ViewedClaim } from '../../protocol/views.ts';
import type { Stepwise } from '../../text/stepwise.ts';
import { say } from '../../words/say.ts';

/** The state that views can read. */
export interface ViewWorld {
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  /** The contribution of files to the trees of claims and actors. */
  readonly tallies: ClaimTallies;
  readonly quotations: QuotationVerdicts;
  /** The contribution of files to the tree of checks. */
  readonly checkTallies: CheckTallies;
  /** The position of a range of a file, in the protocol's terms. */
  spot(path: string, range: TextRange): Spot;
  /** A prefix of every key, which distinguishes the claims of several folders; empty for one folder. */
  readonly prefix: string;
  /** The name of the folder, where several are open. */
  readonly root?: string;
}

/** Which claims a picture shows. */
export type ViewScope =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'actor'; readonly actor: string };

/** The maximum number of conflicts of one claim in a picture. */
const MOST_SHOWN = 40;

const NO_CONFLICTS: ConflictCount = { unsettled: 0, settled: 0 };

/** Some claims, and the number of those left out. */
export interface ScopedClaims {
  readonly claims: readonly ClaimRecord[];
  readonly leftOut: number;
}

/** One request of a view, with caches for its whole answer. */
export class ViewRequest implements TalliedClaims {
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  readonly tallies: ClaimTallies;
  readonly quotations: QuotationVerdicts;
  readonly checkTallies: CheckTallies;
  private readonly keys = new Map<string, ReadonlyMap<number, string>>();
  private readonly conflicts = new Map<string, readonly Conflict[]>();
  private readonly tallied = new Map<string, ConflictTally>();
  private passedOver = 0;
  private readonly actorNames = new Map<string, string>();

  constructor(private readonly world: ViewWorld) {
    this.library = world.library;
    this.reasoning = world.reasoning;
    this.tallies = world.tallies;
    this.quotations = world.quotations;
    this.checkTallies = world.checkTallies;
  }

  get prefix(): string {
    return this.world.prefix;
  }

  /** The name of the folder, where several are open; else null. */
  get root(): string | null {
    return this.world.root ?? null;
  }

  spot(path: string, range: TextRange): Spot {
    return this.world.spot(path, range);
  }

  /** The files that may have claims, sorted. */
  paths(): string[] {
    return [...this.reasoning.paths()].sort();
  }

  /** All documents, sorted. */
  documents(): string[] {
    return [...this.library.documentPaths()].sort();
  }

  /** The first claims of a scope, in the order of files and text, and the number of those left out. */
  *claims(scope: ViewScope, most = Infinity): Stepwise<ScopedClaims> {
    const { reasoning } = this;
    if (scope.kind !== 'workspace') {
      const all = scope.kind === 'file' ? reasoning.claimsIn(scope.path) : reasoning.claimsAbout(scope.actor);
      return {
        claims: all.slice(0, most),
        leftOut: Math.max(0, all.length - most),
      };
    }
    const claims: ClaimRecord[] = [];
    for (const path of this.paths()) {
      if (claims.length >= most) break;
      for (const claim of reasoning.claimsIn(path).slice(0, most - claims.length)) claims.push(claim);
      yield;
    }
    // Some may have been removed at a yield.
    return { claims, leftOut: Math.max(0, reasoning.size - claims.length) };
  }

  /** The key of a claim: its address, made unique where its file has duplicates. */
  key(claim: ClaimRecord): string {
    let keys = this.keys.get(claim.path);
    if (!keys) {
      const taken = new Map<string, number>();
      const made = new Map<number, string>();
      for (const { address, range } of this.reasoning.claimsIn(claim.path)) {
        const count = (taken.get(address) ?? 0) + 1;
        taken.set(address, count);
        made.set(range.from, this.prefix + (count === 1 ? address : `${address}~${count}`));
      }
      keys = made;
      this.keys.set(claim.path, keys);
    }
    return keys.get(claim.range.from) ?? this.prefix + claim.address;
  }

  /**
   * The conflicts of a claim, settled ones too; at most as many as a picture shows. For their number see `countOf`.
   */
  conflictsOf(claim: ClaimRecord): readonly Conflict[] {
    const key = this.key(claim);
    let conflicts = this.conflicts.get(key);
    if (!conflicts) {
      conflicts = this.reasoning.conflictsOf(claim, MOST_SHOWN);
      this.conflicts.set(key, conflicts);
      if (conflicts.length >= MOST_SHOWN) {
        const { unsettled, settled } = this.tallyOf(claim);
        this.passedOver += Math.max(0, unsettled + settled - conflicts.length);
      }
    }
    return conflicts;
  }

  /** The tally of a claim's conflicts, counted once. */
  private tallyOf(claim: ClaimRecord): ConflictTally {
    const key = this.key(claim);
    let tally = this.tallied.get(key);
    if (!tally) this.tallied.set(key, (tally = this.reasoning.conflictTally(claim)));
    return tally;
  }

  /** How many conflicts of the requested claims `conflictsOf` left out. */
  get conflictsLeftOut(): number {
    return this.passedOver;
  }

  /** A conflict in words, from the side of `first` if given. */
  sentence(conflict: Conflict, first?: ClaimRecord): string {
    const path = (first ?? conflict.a).path;
    return conflictSentence(conflict, namingIn(path, this.library, this.reasoning), first);
  }

  /** The conflicts of all claims in a file, cheaper than one claim after another. */
  conflictsIn(path: string): FileConflicts {
    const counts = new Map<number, ConflictCount>();
    let standing = 0;
    for (const { claim, tally } of this.reasoning.conflictTallies(path)) {
      const { unsettled, settled, first } = tally;
      counts.set(claim.range.from, { unsettled, settled });
      standing += first;
    }
    return {
      unsettled: standing,
      of: ({ range }) => counts.get(range.from) ?? NO_CONFLICTS,
    };
  }

  private countOf(claim: ClaimRecord): ConflictCount {
    const { unsettled, settled } = this.tallyOf(claim);
    return { unsettled, settled };
  }

  /** Whether a claim has a standing conflict; rejected and withdrawn ones do not count. */
  isContested({ status }: ClaimRecord, { unsettled }: ConflictCount): boolean {
    return unsettled > 0 && status !== 'rejected' && status !== 'withdrawn';
  }

  /** The standing of a claim; `conflicts` if they are counted already. */
  standing(claim: ClaimRecord, conflicts: ConflictCount = this.countOf(claim)): Standing {
    if (claim.status === 'rejected' || claim.status === 'withdrawn') return claim.status;
    if (this.isContested(claim, conflicts)) return 'contested';
    if (claim.status === 'open') return 'open';
    if (this.reasoning.restsOnNothing(claim)) return 'unsupported';
    if (conflicts.settled > 0) return 'settled';
    return claim.status === 'accepted' ? 'accepted' : 'standing';
  }

  view(claim: ClaimRecord): ViewedClaim {
    const line = this.library.linesOf(claim.path)?.lineAt(claim.range.from) ?? 0;
    const conflicts = this.countOf(claim);
    return {
      key: this.key(claim),
      label: claim.id ?? `line ${line + 1}`,
      text: claim.text,
      path: claim.path,
      line,
      spot: this.spot(claim.path, claim.headRange),
      address: this.addressOf(claim),
      asserters: this.asserterNames(claim),
      ...marked(marksOf(claim, this.reasoning)),
      reportedBy:
        reportersOf(claim, this.reasoning)
          .map((id) => asserterLabel(id, claim.path, this.library))
          .join(', in ') || null,
      about: this.actorsOf(claim).map((id) => ({
        id,
        name: this.actorName(id),
      })),
      says: claim.says?.text ?? null,
      when: claim.when && plainDate(claim.when.text),
      where: claim.where?.text ?? null,
      status: claim.status,
      certainty: claim.certainty,
      standing: this.standing(claim, conflicts),
      ...conflicts,
    };
  }

  /** The address that another file would use: by the work, if one file alone is that work's text. */
  private addressOf({ id, path, fileSource }: ClaimRecord): string | null {
    if (id === null) return null;
    const alone = fileSource !== null && this.library.workTexts.documentsOf(fileSource).length === 1;
    return `${alone ? fileSource : path}#${id}`;
  }

  asserterNames(claim: ClaimRecord): string[] {
    const ids = claim.by.length > 0 ? claim.by : claim.fileSource === null ? [] : [claim.fileSource];
    if (ids.length === 0) return [this.writerName(writesOn(claim), claim.path)];
    return ids.map((id) => asserterLabel(id, claim.path, this.library));
  }

  /** The name of the writer, with the work if a claim comments on one. */
  writerName(on: string | null, path: string): string {
    return on === null
      ? say('the writer')
      : say('the writer, on {work}', { work: workLabel(on, path, this.library) ?? on });
  }

  /** The name of a canonical asserter; `path` is a document that cites it. */
  asserterName(id: string, path: string): string {
    return id === WRITER ? say('the writer') : asserterLabel(id, path, this.library);
  }

  actorName(id: string): string {
    let name = this.actorNames.get(id);
    if (name === undefined) {
      name = actorLabel(id, this.library) ?? id;
      this.actorNames.set(id, name);
    }
    return name;
  }

  /** The actors that a claim is about, or its propositions name. */
  actorsOf(claim: ClaimRecord): string[] {
    return [...new Set([...claim.about, ...statementsOf(claim).map(({ actor }) => actor)])];
  }
}

function marked(marks: readonly ClaimMark[]): Pick<ViewedClaim, 'marks'> {
  return marks.length > 0 ? { marks } : {};
}
