/** Conflicts by consequence: what one asserter holds leads to two claims that are at odds. */
import { asserterOf, namesAreOne } from './asserters.ts';
import { type Conflict, isGivenUp, type Severity } from './conflicts.ts';
import { type MadeWorkspace, type PlacedClaim, placedClaims, type Sure, some, every } from './model.ts';

export interface Commitment {
  readonly asserter: string | null;
  readonly conflict: Conflict;
  /** The claims of the asserter that lead to one of the two, or are one of them. */
  readonly starts: ReadonlySet<string>;
  readonly sure: Sure;
  readonly severities: readonly Severity[];
}

/** Every commitment that is unsettled, or may be. */
export function commitmentsOf(workspace: MadeWorkspace, conflicts: readonly Conflict[]): Commitment[] {
  const placed = placedClaims(workspace);
  const names = new Set(placed.map((one) => asserterOf(workspace, one).name));
  const found: Commitment[] = [];
  for (const name of names) {
    const reach = consequences(workspace, name);
    for (const conflict of conflicts) {
      const commitment = commitmentOf(name, reach, conflict, workspace);
      if (commitment) found.push(commitment);
    }
  }
  return found;
}

/** From what an asserter holds, everything that follows: how surely, and from which claims. */
type Reach = ReadonlyMap<
  string,
  { readonly sure: Sure; readonly from: ReadonlySet<string>; readonly held: Sure }
>;

function consequences(workspace: MadeWorkspace, name: string | null): Reach {
  const placed = placedClaims(workspace);
  const byId = new Map(placed.map((one) => [one.claim.id, one]));
  const reach = new Map<string, { sure: Sure; from: Set<string>; held: Sure }>();
  for (const start of placed) {
    const held = holds(workspace, name, start);
    if (held === 'no') continue;
    const pending: [string, Sure][] = [[start.claim.id, held]];
    const best = new Map<string, Sure>();
    while (pending.length) {
      const [id, sure] = pending.pop()!;
      const before = best.get(id);
      if (before !== undefined && some(before, sure) === before) continue;
      best.set(id, sure);
      const { claim } = byId.get(id)!;
      // Whether anything follows through what is open or given up, the contract does not say.
      const onwards = claim.status === 'open' || isGivenUp(claim) ? every(sure, 'unsure') : sure;
      for (const next of claim.implies) pending.push([next, onwards]);
    }
    for (const [id, sure] of best) {
      const entry = reach.get(id) ?? { sure: 'no' as Sure, from: new Set<string>(), held: 'no' as Sure };
      entry.sure = some(entry.sure, sure);
      entry.from.add(start.claim.id);
      if (id === start.claim.id) entry.held = held;
      reach.set(id, entry);
    }
  }
  return reach;
}

/** Whether an asserter holds a claim: reports, questions and what was given up aside. */
function holds(workspace: MadeWorkspace, name: string | null, placed: PlacedClaim): Sure {
  const asserter = asserterOf(workspace, placed);
  if (asserter.isSurelyReport || placed.claim.status === 'open' || isGivenUp(placed.claim)) return 'no';
  return every(asserter.isReport ? 'unsure' : 'yes', namesAreOne(workspace, name, asserter.name));
}

/** Whether a verdict names both claims with which the two begin: whether that settles it, the contract does not say. */
function endsAreSettled(workspace: MadeWorkspace, p: ReadonlySet<string>, q: ReadonlySet<string>): boolean {
  return placedClaims(workspace).some(
    ({ claim: { resolves } }) =>
      resolves.some((id) => p.has(id)) && resolves.some((id) => q.has(id)) && resolves.length > 1,
  );
}

function commitmentOf(
  asserter: string | null,
  reach: Reach,
  conflict: Conflict,
  workspace: MadeWorkspace,
): Commitment | null {
  const [p, q] = [reach.get(conflict.a.claim.id), reach.get(conflict.b.claim.id)];
  if (!p || !q || conflict.settled === 'yes') return null;
  // What somebody holds twice over is told as their own contradiction.
  if (p.held === 'yes' && q.held === 'yes') return null;
  const pair = [conflict.a, conflict.b];
  // One of the two is put and not held, is only reported of this asserter, or weighs less: the contract is silent.
  const plain = pair.every(
    (one) =>
      one.claim.status !== 'open' &&
      (namesAreOne(workspace, asserter, asserterOf(workspace, one).name) === 'no' ||
        reach.get(one.claim.id)!.held === 'yes'),
  );
  const sure = every(
    p.sure,
    q.sure,
    conflict.sure,
    conflict.settled === 'unsure' || endsAreSettled(workspace, p.from, q.from) ? 'unsure' : 'yes',
    plain && p.held !== 'unsure' && q.held !== 'unsure' ? 'yes' : 'unsure',
  );
  const full: Severity[] = asserter === null ? ['warning', 'error'] : ['warning'];
  const starts = new Set([...p.from, ...q.from]);
  const doubted = placedClaims(workspace).some(
    ({ claim }) => starts.has(claim.id) && claim.certainty === 'low',
  );
  const soft = doubted || conflict.severities.includes('hint');
  return { asserter, conflict, starts, sure, severities: soft ? ['hint', ...full] : full };
}
