/** Compares what the checker said of a workspace with what the contract asks for. */
import { asserterOf, yearOf } from './asserters.ts';
import { type Commitment, commitmentsOf } from './commitments.ts';
import {
  type Conflict,
  conflictsOf,
  CONTRADICTION,
  greatest,
  MISREPORT,
  SELF_CONTRADICTION,
  type Severity,
  WEIGHT,
} from './conflicts.ts';
import type { MadeWorkspace } from './model.ts';
import type { Observed } from './observe.ts';
import { quarrels } from './propositions.ts';
import { circlesOf, CIRCULAR, faultsOfSupport } from './support.ts';
import { unreadableIn } from './unreadable.ts';

export interface Difference {
  /** A short name of the kind, the same however the workspace shrinks. */
  readonly kind: string;
  readonly expected: string;
  readonly got: string;
}

const CONFLICTS = [CONTRADICTION, SELF_CONTRADICTION, MISREPORT];
const COMMITMENT = 'claim-commitment';

/** What the contract does not speak of, so that it may be said or not. */
const SILENT = ['resolution-incomplete', 'claim-single-source', 'actor-unmentioned'];

/** Everything in which the two differ. */
export function compare(workspace: MadeWorkspace, findings: readonly Observed[]): Difference[] {
  const conflicts = conflictsOf(workspace);
  const live = conflicts.filter(({ settled }) => settled !== 'yes');
  return [
    ...conflictDifferences(workspace, live, findings),
    ...commitmentDifferences(commitmentsOf(workspace, conflicts), findings),
    ...faultDifferences(workspace, conflicts, findings),
    ...otherDifferences(workspace, findings),
  ];
}

function show(finding: Observed | undefined): string {
  if (!finding) return 'nothing';
  const { code, severity, claim, path, partners, message } = finding;
  return `${code} (${severity}) at ${claim ?? path}, with ${[...partners].join(', ') || 'none'}: ${message}`;
}

function showAll(findings: readonly Observed[]): string {
  return findings.length ? findings.map(show).join(' | ') : 'nothing';
}

function conflictDifferences(
  workspace: MadeWorkspace,
  live: readonly Conflict[],
  findings: readonly Observed[],
): Difference[] {
  const told = findings.filter(({ code }) => CONFLICTS.includes(code));
  return [
    ...live.flatMap((conflict) => untold(conflict, told)),
    ...told.flatMap((finding) => wronglyTold(workspace, finding, live)),
  ];
}

/** A conflict that is not told, not heavily enough, at one end only, or without leading back. */
function untold(conflict: Conflict, told: readonly Observed[]): Difference[] {
  const [a, b] = [conflict.a.claim.id, conflict.b.claim.id];
  const atA = told.filter(({ claim, partners }) => claim === a && partners.has(b));
  const atB = told.filter(({ claim, partners }) => claim === b && partners.has(a));
  const there = [...atA, ...atB];
  if (!there.length && conflict.sure !== 'yes') return [];
  if (!there.length && conflict.settled === 'unsure') return [];
  const expected = `${conflict.codes.join(' or ')} (${conflict.severities.join(' or ')}) between ${a} and ${b}, told at ${conflict.told === 'a' ? a : conflict.told === 'b' ? b : conflict.told}`;
  const got = showAll(there);
  if (!there.length) return [{ kind: 'conflict untold', expected, got }];
  const least = Math.min(...conflict.severities.map((one) => WEIGHT[one]));
  if (conflict.sure === 'yes' && there.every(({ severity }) => WEIGHT[severity] < least))
    return [{ kind: 'conflict too light', expected, got }];
  const needed = [
    ...(conflict.told === 'a' || conflict.leadsBack === 'yes' ? [atA] : []),
    ...(conflict.told === 'b' || conflict.leadsBack === 'yes' ? [atB] : []),
  ];
  return needed.every(({ length }) => length > 0)
    ? []
    : [{ kind: 'conflict at one end only', expected, got }];
}

/** A finding about a conflict that is none, or under a wrong code, or too heavy or too light for all that it names. */
function wronglyTold(workspace: MadeWorkspace, finding: Observed, live: readonly Conflict[]): Difference[] {
  const got = show(finding);
  const here = live.filter(({ a, b }) => a.claim.id === finding.claim || b.claim.id === finding.claim);
  const named = [...finding.partners].map((partner) => ({
    partner,
    conflict: here.find(({ a, b }) => a.claim.id === partner || b.claim.id === partner),
  }));
  const none = named.filter(({ conflict }) => !conflict).map(({ partner }) => partner);
  if (none.length)
    return [
      { kind: 'false conflict', expected: `peace between ${finding.claim} and ${none.join(', ')}`, got },
    ];
  if (!named.length)
    return [{ kind: 'conflict with nobody', expected: 'the other claim in the related places', got }];
  const miscoded = named.filter(({ conflict }) => !conflict!.codes.includes(finding.code));
  if (miscoded.length)
    return [
      {
        kind: 'wrong code',
        expected: miscoded.map(({ conflict }) => conflict!.codes.join(' or ')).join('; '),
        got,
      },
    ];
  const unnamed = named.length === 1 ? yearsUnnamed(workspace, named[0]!.conflict!, finding) : [];
  if (unnamed.length) return [{ kind: 'years unnamed', expected: `the years ${unnamed.join(', ')}`, got }];
  // All that it names is really told, so it counts as sure.
  const allowed = greatest(
    named.map(({ conflict }) => ({ sure: 'yes', severities: severitiesAt(conflict!, finding.claim!) })),
  );
  if (allowed.includes(finding.severity)) return [];
  return [
    {
      kind: `severity at the wrong end or of the wrong weight`,
      expected: `${finding.claim}: ${allowed.join(' or ')}`,
      got,
    },
  ];
}

/** Where neither claim gives a time, the years of the two works are named where the conflict is told. */
function yearsUnnamed(
  workspace: MadeWorkspace,
  { a, b, told }: Conflict,
  { claim, message }: Observed,
): number[] {
  if (told === 'either' || (told !== 'both' && claim !== (told === 'a' ? a : b).claim.id)) return [];
  if (a.claim.when !== null || b.claim.when !== null || !quarrels(workspace, a.claim, b.claim).length)
    return [];
  const asserters = [a, b].map((one) => asserterOf(workspace, one));
  if (asserters.some(({ name, isReport }) => name === null || isReport)) return [];
  const years = asserters.map(({ name }) => yearOf(workspace, name));
  return years.every((year) => typeof year === 'number')
    ? years.filter((year) => !message.includes(`${year}`))
    : [];
}

function severitiesAt(conflict: Conflict, claim: string): readonly Severity[] {
  const isTold = conflict.told === 'both' || conflict.told === (conflict.a.claim.id === claim ? 'a' : 'b');
  if (isTold) return conflict.severities;
  return conflict.told === 'either' ? [...new Set<Severity>(['hint', ...conflict.severities])] : ['hint'];
}

function commitmentDifferences(
  commitments: readonly Commitment[],
  findings: readonly Observed[],
): Difference[] {
  const told = findings.filter(({ code }) => code === COMMITMENT);
  const missing = commitments
    .filter(({ sure }) => sure === 'yes')
    .flatMap(({ starts, severities, conflict, asserter }): Difference[] => {
      const there = told.filter(({ claim }) => claim !== null && starts.has(claim));
      const expected = `claim-commitment (${severities.join(' or ')}) of ${asserter ?? 'the writer'} at one of ${[...starts].join(', ')}: both ${conflict.a.claim.id} and ${conflict.b.claim.id}`;
      if (!there.length) return [{ kind: 'commitment untold', expected, got: 'nothing' }];
      const least = Math.min(...severities.map((one) => WEIGHT[one]));
      if (there.every(({ severity }) => WEIGHT[severity] < least))
        return [{ kind: 'commitment too light', expected, got: showAll(there) }];
      return [];
    });
  const wrong = told.flatMap((finding): Difference[] => {
    const possible = commitments.filter(({ starts }) => finding.claim !== null && starts.has(finding.claim));
    if (!possible.length)
      return [{ kind: 'false commitment', expected: 'no commitment here', got: show(finding) }];
    const most = Math.max(...possible.flatMap(({ severities }) => severities.map((one) => WEIGHT[one])));
    if (WEIGHT[finding.severity] > most)
      return [
        { kind: 'commitment too heavy', expected: possible[0]!.severities.join(' or '), got: show(finding) },
      ];
    return [];
  });
  return [...missing, ...wrong];
}

function faultDifferences(
  workspace: MadeWorkspace,
  conflicts: readonly Conflict[],
  findings: readonly Observed[],
): Difference[] {
  const faults = faultsOfSupport(workspace, conflicts).flatMap(({ code, claim, sure }): Difference[] => {
    const there = findings.filter((one) => one.code === code && one.claim === claim);
    if (sure === 'yes' && !there.length)
      return [{ kind: `${code} untold`, expected: `${code} at ${claim}`, got: 'nothing' }];
    if (sure === 'no' && there.length)
      return [{ kind: `false ${code}`, expected: `no ${code} at ${claim}`, got: showAll(there) }];
    return [];
  });
  const circles = circlesOf(workspace).flatMap((members): Difference[] => {
    if (findings.some(({ code, claim }) => code === CIRCULAR && claim !== null && members.includes(claim)))
      return [];
    return [
      { kind: `${CIRCULAR} untold`, expected: `${CIRCULAR} at one of ${members.join(', ')}`, got: 'nothing' },
    ];
  });
  return [...faults, ...circles];
}

/** What is unreadable, and findings of codes that nothing here gives a reason for. */
function otherDifferences(workspace: MadeWorkspace, findings: readonly Observed[]): Difference[] {
  const faults = faultsOfSupport(workspace, []).map(({ code }) => code);
  const known = new Set([...CONFLICTS, COMMITMENT, ...faults, ...SILENT]);
  const unreadable = unreadableIn(workspace);
  const left = findings.filter(({ code }) => !known.has(code));
  const explained = new Set<Observed>();
  const missing = unreadable.flatMap(({ claim, at, names, codes, sure }): Difference[] => {
    const there = left.filter(
      (one) =>
        one.claim === claim &&
        (one.at.includes(at) || one.message.includes(at)) &&
        (names === null || one.message.includes(names)) &&
        (codes === null || codes.includes(one.code)),
    );
    for (const one of there) explained.add(one);
    if (there.length || sure !== 'yes') return [];
    const expected = `${codes?.join(' or ') ?? 'a finding'} at “${at}” in ${claim}${names === null ? '' : `, naming ${names}`}`;
    return [
      {
        kind: `unreadable untold: ${codes?.[0] ?? (names === null ? 'unit' : 'place')}`,
        expected,
        got: 'nothing',
      },
    ];
  });
  const unexpected = left
    .filter((one) => !explained.has(one))
    .map((one) => ({ kind: `unexpected ${one.code}`, expected: 'no such finding', got: show(one) }));
  return [...missing, ...unexpected];
}
