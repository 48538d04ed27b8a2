/** Random, strongly related claims, edits of their files, and all answers of an index. */
import fc from 'fast-check';
import { ClaimKeeper } from '../../../server/src/reasoning/claim-keeper.ts';
import { packedStore } from '../../../server/src/store/packed-store.ts';
import type { ReasoningIndex } from '../../../server/src/reasoning/reasoning-index.ts';
import type { ClaimRecord, Conflict } from '../../../server/src/reasoning/model.ts';
import { claimsOf, contextWithYears, type Brief } from './claims.ts';

/** Few files, ids, actors and values, so that random claims are related. */
export const PATHS = ['a.md', 'b.md', 'c/d.md', 'c/e.md'];
const SOURCES: Record<string, (string | null)[]> = {
  'a.md': [null],
  'b.md': ['webb1894', null],
  'c/d.md': ['webb1891'],
  'c/e.md': ['booth1902', 'webb1894'],
};
const IDS = ['p', 'q', 'r', 's'];

const address = fc.oneof(
  fc.constantFrom(...IDS.map((id) => `#${id}`)),
  fc.constantFrom(...IDS),
  fc
    .tuple(
      fc.constantFrom('webb1894', 'booth1902', '../a.md', 'b.md', 'd.md', 'c/e.md'),
      fc.constantFrom(...IDS),
    )
    .map(([place, id]) => `${place}#${id}`),
);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const addresses = some(fc.array(address, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')));
const says = some(
  fc.constantFrom(
    'trusted = yes',
    'trusted = no',
    'form = club; trusted = no',
    'form = firm',
    'form != club',
    'crown.members = 80',
    'members = 100',
    'members > 90',
    'founded = 1890?',
    'founded = 1900; founded = 1910',
    'odd = x',
    'nonsense',
    'backed = none',
    'backed = some; trusted = yes',
    'backed = most',
    'backed != few',
    'strikes = 20',
    'strikes = over 20',
    'strikes < 10',
    'lodge.trusted = no; guild.strikes = 15',
    'should-serve = crew',
    'should-serve = owners',
  ),
);
export const brief: fc.Arbitrary<Brief> = fc.record(
  {
    id: some(fc.constantFrom(...IDS)),
    text: some(fc.constantFrom('', '…', '[?]')),
    via: some(fc.constantFrom('booth1902', 'webb1894', 'charles-booth webb1891')),
    by: some(fc.constantFrom('webb1894', 'beatrice-webb', 'booth1902', 'charles-booth sidney-webb')),
    about: some(fc.constantFrom('guild', 'crown', 'guild crown', 'lodge', 'rowers', 'rowers guild')),
    says,
    when: some(fc.constantFrom('1890', '1890/..', '1891?', '1885~', '1890-05', '188X', 'never')),
    where: some(fc.constantFrom('Hull', 'London', 'England')),
    status: some(fc.constantFrom('open' as const, 'rejected' as const, 'withdrawn' as const)),
    certainty: some(fc.constantFrom('low' as const, 'high' as const)),
    supports: addresses,
    implies: addresses,
    contradicts: addresses,
    resolves: addresses,
    prefers: addresses,
    evidence: some(address.filter((written) => written.includes('#'))),
    cites: some(fc.constantFrom('webb1894', 'booth1902')),
  },
  { requiredKeys: [] },
);
export const file = fc.constantFrom(...PATHS).chain((path) =>
  fc.record({
    path: fc.constant(path),
    source: fc.constantFrom(...SOURCES[path]!),
    claims: fc.array(brief, { maxLength: 4 }),
    shift: fc.nat(50),
  }),
);

export interface Edit {
  readonly path: string;
  readonly source: string | null;
  readonly claims: readonly Brief[];
  readonly shift: number;
}

/** Applies an edit; returns the affected files. */
export function apply(keeper: ClaimKeeper, { path, source, claims, shift }: Edit): Set<string> {
  const change = keeper.replace(path, claimsOf(path, source, claims, shift), source);
  return new Set(change.affected);
}

/** A keeper without claims. */
export function empty(): ClaimKeeper {
  const keeper = new ClaimKeeper(packedStore.claims());
  keeper.setContext(contextWithYears);
  return keeper;
}

/** A claim's identity without offsets, for comparison. */
export function place(index: ReasoningIndex, claim: ClaimRecord): string {
  const at = index.claimsIn(claim.path).findIndex((other) => other.range.from === claim.range.from);
  return `${claim.path}[${at}]`;
}

/** A conflict without offsets, for comparison. */
export function shown(index: ReasoningIndex, conflict: Conflict): unknown {
  const {
    kind,
    a,
    b,
    declaredBy,
    clashes,
    within,
    hedged,
    settlement,
    pending,
    consequence,
    misreport,
    years,
  } = conflict;
  const steps = (chain: NonNullable<typeof consequence>['left']) =>
    chain.map(({ claim }) => place(index, claim));
  return [
    kind,
    place(index, a),
    place(index, b),
    declaredBy.length,
    clashes.map((clash) => [clash.actor, clash.kin, clash.part, clash.property, clash.a.value.text, clash.b.value.text]), // prettier-ignore
    [...within].sort(),
    hedged,
    misreport && place(index, misreport),
    years,
    pending && place(index, pending),
    settlement && [
      settlement.kind,
      place(index, settlement.kind === 'resolved' ? settlement.by : settlement.claim),
    ],
    consequence && [consequence.asserter, steps(consequence.left), steps(consequence.right)],
  ];
}

/** All answers of an index about the claims of a file. */
export function answers(index: ReasoningIndex, path: string): unknown {
  const places = (claims: readonly ClaimRecord[]) => claims.map((claim) => place(index, claim));
  return index.claimsIn(path).map((claim) => {
    const { status, ...rest } = index.resolveAddress(path, 'p');
    return [
      index.conflictsOf(claim).map((conflict) => JSON.stringify(shown(index, conflict))).sort(), // prettier-ignore
      places(index.supportersOf(claim)),
      places(index.leanersOf(claim)),
      places(index.circleOf(claim) ?? []),
      places(index.fallenGrounds(claim)),
      places(index.twoMindedAbout(claim)),
      index.restsOnNothing(claim),
      index.singleSource(claim),
      index.unresolvedIn(path).map((found) => [found.attribute, found.address, found.resolution.status]),
      status === 'resolved' && 'claim' in rest ? place(index, rest.claim) : status,
    ];
  });
}
