import { WRITER } from '../../reasoning/asserters.ts';
import type { ClaimRecord, Conflict } from '../../reasoning/model.ts';
import { namingIn } from '../../reasoning/naming.ts';
import type { ReasoningIndex } from '../../reasoning/reasoning-index.ts';
import { statementsOf } from '../../reasoning/says.ts';
import { conflictSentence } from '../../reasoning/sentences.ts';
import type { TextRange } from '../../text/range.ts';
import { actorLabel, asserterLabel } from '../../workspace/labels.ts';
import type { Library } from '../../workspace/library.ts';
import type { Spot, Standing, ViewedClaim } from './model.ts';
import type { Stepwise } from '../stepwise.ts';

/** What a view may ask. */
export interface ViewWorld {
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  /** Where a stretch of a file stands, as editors say it. */
  spot(path: string, range: TextRange): Spot;
  /** Put in front of every key, to keep the claims of several folders apart; empty for one folder. */
  readonly prefix: string;
}

/** Which claims a picture shows. */
export type ViewScope =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'actor'; readonly actor: string };

/** What a view has asked of the workspace, with what was worked out once for its whole answer. */
export class ViewRequest {
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
  private readonly keys = new Map<string, ReadonlyMap<number, string>>();
  private readonly conflicts = new Map<string, readonly Conflict[]>();
  private readonly actorNames = new Map<string, string>();

  constructor(private readonly world: ViewWorld) {
    this.library = world.library;
    this.reasoning = world.reasoning;
  }

  get prefix(): string {
    return this.world.prefix;
  }

  spot(path: string, range: TextRange): Spot {
    return this.world.spot(path, range);
  }

  /** The files that have claims, sorted. */
  paths(): string[] {
    return [...this.reasoning.paths()].sort();
  }

  /** The claims of a scope, in the order of files and text. */
  *claims(scope: ViewScope): Stepwise<ClaimRecord[]> {
    if (scope.kind === 'file') return [...this.reasoning.claimsIn(scope.path)];
    if (scope.kind === 'actor') return this.reasoning.claimsAbout(scope.actor);
    const claims: ClaimRecord[] = [];
    for (const path of this.paths()) {
      for (const claim of this.reasoning.claimsIn(path)) claims.push(claim);
      yield;
    }
    return claims;
  }

  /** The key of a claim: its address, told apart from its namesakes where it has such in its file. */
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

  /** All conflicts of a claim, settled ones too. */
  conflictsOf(claim: ClaimRecord): readonly Conflict[] {
    const key = this.key(claim);
    let conflicts = this.conflicts.get(key);
    if (!conflicts) {
      conflicts = this.reasoning.conflictsOf(claim);
      this.conflicts.set(key, conflicts);
    }
    return conflicts;
  }

  /** A conflict in words, told from the side of `first` where it is given. */
  sentence(conflict: Conflict, first?: ClaimRecord): string {
    const path = (first ?? conflict.a).path;
    return conflictSentence(conflict, namingIn(path, this.library, this.reasoning), first);
  }

  standing(claim: ClaimRecord): Standing {
    if (claim.status === 'rejected' || claim.status === 'withdrawn') return claim.status;
    const conflicts = this.conflictsOf(claim);
    if (conflicts.some(({ settlement }) => settlement === null)) return 'contested';
    if (claim.status === 'open') return 'open';
    if (this.reasoning.restsOnNothing(claim)) return 'unsupported';
    if (conflicts.length > 0) return 'settled';
    return claim.status === 'accepted' ? 'accepted' : 'standing';
  }

  view(claim: ClaimRecord): ViewedClaim {
    const line = this.library.linesOf(claim.path)?.lineAt(claim.range.from) ?? 0;
    const conflicts = this.conflictsOf(claim);
    const unsettled = conflicts.filter(({ settlement }) => settlement === null).length;
    return {
      key: this.key(claim),
      label: claim.id ?? `line ${line + 1}`,
      text: claim.text,
      path: claim.path,
      line,
      spot: this.spot(claim.path, claim.headRange),
      address: this.addressOf(claim),
      asserters: this.asserterNames(claim),
      reportedBy:
        claim.fileSource !== null && this.reasoning.asserters.isReport(claim)
          ? asserterLabel(claim.fileSource, claim.path, this.library)
          : null,
      about: this.actorsOf(claim).map((id) => ({ id, name: this.actorName(id) })),
      says: claim.says?.text ?? null,
      when: claim.when?.text ?? null,
      where: claim.where?.text ?? null,
      status: claim.status,
      certainty: claim.certainty,
      standing: this.standing(claim),
      unsettled,
      settled: conflicts.length - unsettled,
    };
  }

  /** As another file would refer to it: by its work where one file alone is that work's text. */
  private addressOf({ id, path, fileSource }: ClaimRecord): string | null {
    if (id === null) return null;
    const alone = fileSource !== null && this.library.documentsOfSource(fileSource).length === 1;
    return `${alone ? fileSource : path}#${id}`;
  }

  asserterNames(claim: ClaimRecord): string[] {
    const ids = claim.by.length > 0 ? claim.by : claim.fileSource === null ? [] : [claim.fileSource];
    return ids.length === 0 ? ['the writer'] : ids.map((id) => asserterLabel(id, claim.path, this.library));
  }

  /** What a canonical asserter is called; `path` is a document that cites it. */
  asserterName(id: string, path: string): string {
    return id === WRITER ? 'the writer' : asserterLabel(id, path, this.library);
  }

  actorName(id: string): string {
    let name = this.actorNames.get(id);
    if (name === undefined) {
      name = actorLabel(id, this.library) ?? id;
      this.actorNames.set(id, name);
    }
    return name;
  }

  /** Whom a claim is about, or its propositions name. */
  actorsOf(claim: ClaimRecord): string[] {
    return [...new Set([...claim.about, ...statementsOf(claim).map(({ actor }) => actor)])];
  }
}

/** Whether the two are one claim. */
export function isSame(a: ClaimRecord, b: ClaimRecord): boolean {
  return a.path === b.path && a.range.from === b.range.from;
}
