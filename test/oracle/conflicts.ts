/** The conflicts of a workspace: between which claims, told at which end, how heavily, and whether they are settled. */
import { asserterOf, namesAreOne, toldAt, tooFarApart } from './asserters.ts';
import {
  type Claim,
  every,
  type MadeWorkspace,
  type PlacedClaim,
  placedClaims,
  type Sure,
  some,
} from './model.ts';
import { quarrels } from './propositions.ts';

export type Severity = 'hint' | 'information' | 'warning' | 'error';

export const WEIGHT: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

export const CONTRADICTION = 'claim-contradiction';
export const SELF_CONTRADICTION = 'claim-self-contradiction';
export const MISREPORT = 'claim-misreport';

export interface Conflict {
  readonly a: PlacedClaim;
  readonly b: PlacedClaim;
  readonly sure: Sure;
  /** The codes that it may be told under. */
  readonly codes: readonly string[];
  /** The severities that it may have where it is told. */
  readonly severities: readonly Severity[];
  readonly told: 'a' | 'b' | 'either' | 'both';
  /** Whether the other end leads back. */
  readonly leadsBack: Sure;
  readonly settled: Sure;
}

/** Every pair of claims that may be at odds, settled ones included. */
export function conflictsOf(workspace: MadeWorkspace): Conflict[] {
  const placed = placedClaims(workspace);
  return placed.flatMap((b, at) => placed.slice(0, at).flatMap((a) => conflictOf(workspace, a, b) ?? []));
}

/** What may be expected of something: how sure it is, and with which severities. */
interface Chance {
  readonly sure: Sure;
  readonly severities: readonly Severity[];
  /** Between a general claim and a member of what it is about. */
  readonly general?: boolean;
}

function conflictOf(workspace: MadeWorkspace, a: PlacedClaim, b: PlacedClaim): Conflict | null {
  const chances = chancesOf(workspace, a, b);
  const sure = some(...chances.map((chance) => chance.sure));
  if (sure === 'no') return null;
  // An adjudication does not itself conflict with what it resolves.
  if (a.claim.resolves.includes(b.claim.id) || b.claim.resolves.includes(a.claim.id)) return null;
  const misreported = misreportOf(workspace, a, b);
  const both = workspace.conflictEnds === 'both';
  const { codes, told } = misreported ?? { codes: codesOf(workspace, a, b), told: toldAt(workspace, a, b) };
  const severities = greatest(chances);
  return {
    a,
    b,
    sure,
    codes,
    // The contract weighs the misreport as a warning, and an author's doubt as a hint.
    severities,
    // Whether both ends of a misreport are told as equals, the contract does not say.
    told: both ? (misreported ? 'either' : 'both') : told,
    leadsBack: misreported ? 'unsure' : 'yes',
    settled: settlementOf(workspace, a.claim, b.claim),
  };
}

function chancesOf(workspace: MadeWorkspace, a: PlacedClaim, b: PlacedClaim): Chance[] {
  const declared = a.claim.contradicts.includes(b.claim.id) || b.claim.contradicts.includes(a.claim.id);
  const far = a.claim.when === null && b.claim.when === null ? tooFarApart(workspace, a, b) : 'no';
  const chances = quarrels(workspace, a.claim, b.claim).map(({ sure, general, vague }): Chance => {
    // A general claim has exceptions, unless it says all or none.
    const excepted: Readonly<Record<Sure, Sure>> = { no: 'yes', unsure: 'unsure', yes: 'no' };
    const hint = some(far, general ? excepted[general.total] : 'no', vague ? 'unsure' : 'no');
    return { sure, severities: weighed(workspace, a, b, hint, general !== null), general: general !== null };
  });
  // Whether years weigh where the annotator says that two claims contradict, the contract does not say.
  if (declared)
    chances.push({ sure: 'yes', severities: weighed(workspace, a, b, every(far, 'unsure'), false) });
  return chances;
}

function weighed(
  workspace: MadeWorkspace,
  a: PlacedClaim,
  b: PlacedClaim,
  hint: Sure,
  general: boolean,
): Severity[] {
  const unsureAuthor = [a, b].some(({ claim }) => claim.certainty === 'low' || claim.status === 'open');
  if (unsureAuthor || hint === 'yes') return ['hint'];
  const writers = [a, b].every((one) => asserterOf(workspace, one).name === null);
  const full: Severity[] = writers ? (general ? ['warning', 'error'] : ['error']) : ['warning'];
  return hint === 'unsure' ? ['hint', ...full] : full;
}

function codesOf(workspace: MadeWorkspace, a: PlacedClaim, b: PlacedClaim): string[] {
  const [first, second] = [asserterOf(workspace, a), asserterOf(workspace, b)];
  const one = namesAreOne(workspace, first.name, second.name);
  if (one === 'no') return [CONTRADICTION];
  // Reports of one author that contradict each other, one's question beside one's answer: the contract has no name for these.
  if (one === 'unsure' || isPut(a, b) || first.isReport || second.isReport)
    return [CONTRADICTION, SELF_CONTRADICTION];
  return [SELF_CONTRADICTION];
}

function isPut(a: PlacedClaim, b: PlacedClaim): boolean {
  return a.claim.status === 'open' || b.claim.status === 'open';
}

/** A report beside what the reported author's own text says: told at the report. */
function misreportOf(
  workspace: MadeWorkspace,
  a: PlacedClaim,
  b: PlacedClaim,
): { readonly codes: string[]; readonly told: 'a' | 'b' | 'either' } | null {
  const [first, second] = [asserterOf(workspace, a), asserterOf(workspace, b)];
  if (namesAreOne(workspace, first.name, second.name) === 'no') return null;
  // In a text by another work of the same person: either.
  if (first.inOwnText === second.inOwnText && first.inOwnText !== 'unsure') return null;
  const [told, report] = first.inOwnText === 'yes' ? (['b', second] as const) : (['a', first] as const);
  // A question claims nothing, and a general claim nothing of this member: whether such a report is a misreport, the
  // contract does not say.
  const plain = !isPut(a, b) && chancesOf(workspace, a, b).some((one) => one.sure === 'yes' && !one.general);
  const sure =
    workspace.fresh &&
    plain &&
    [first, second].every(({ inOwnText }) => inOwnText !== 'unsure') &&
    report.isSurelyReport &&
    namesAreOne(workspace, first.name, second.name) === 'yes';
  if (sure) return { codes: [MISREPORT], told };
  // The writer's own "by" is no report by the letter, and says of an author what a report says.
  return { codes: [MISREPORT, CONTRADICTION, SELF_CONTRADICTION], told: 'either' };
}

/** The severities that the greatest of several chances can have, each of which may be real. */
export function greatest(chances: readonly Chance[]): Severity[] {
  const floor = Math.max(
    -1,
    ...chances
      .filter(({ sure }) => sure === 'yes')
      .map(({ severities }) => Math.min(...severities.map((one) => WEIGHT[one]))),
  );
  const all = new Set(chances.flatMap(({ severities }) => severities));
  return [...all].filter((severity) => WEIGHT[severity] >= floor);
}

function settlementOf(workspace: MadeWorkspace, a: Claim, b: Claim): Sure {
  if ([a, b].some(isGivenUp)) return 'yes';
  const verdicts = placedClaims(workspace).filter(
    ({ claim }) => claim.resolves.includes(a.id) && claim.resolves.includes(b.id),
  );
  return some('no', ...verdicts.map(({ claim }) => settles(claim)));
}

/** Whether an adjudication settles anything. */
export function settles(verdict: Claim): Sure {
  if (verdict.status === 'open' || verdict.words === '') return 'no';
  // A verdict that was itself given up: the contract says nothing.
  return isGivenUp(verdict) ? 'unsure' : 'yes';
}

export function isGivenUp({ status }: Claim): boolean {
  return status === 'rejected' || status === 'withdrawn';
}
