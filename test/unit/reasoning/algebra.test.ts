import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ClaimKeeper } from '../../../server/src/reasoning/claim-keeper.ts';
import { packedStore } from '../../../server/src/store/packed-store.ts';
import type { ReasoningIndex } from '../../../server/src/reasoning/reasoning-index.ts';
import { Question } from '../../../server/src/reasoning/quiet-claims.ts';
import type { ClaimRecord, Conflict } from '../../../server/src/reasoning/model.ts';
import { allConflicts, claimsOf, context, drawn, type Brief } from './claims.ts';

/** Few files, ids, actors and values, so that random claims have much to do with one another. */
const PATHS = ['a.md', 'b.md', 'c/d.md', 'c/e.md'];
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
  ),
);
const brief: fc.Arbitrary<Brief> = fc.record(
  {
    id: some(fc.constantFrom(...IDS)),
    text: some(fc.constantFrom('', '…', '[?]')),
    by: some(fc.constantFrom('webb1894', 'beatrice-webb', 'booth1902', 'charles-booth sidney-webb')),
    about: some(fc.constantFrom('guild', 'crown', 'guild crown')),
    says,
    when: some(fc.constantFrom('1890', '1890/..', '1891?', '1885~', 'never')),
    where: some(fc.constantFrom('Hull', 'London', 'England')),
    status: some(fc.constantFrom('open' as const, 'rejected' as const, 'withdrawn' as const)),
    certainty: some(fc.constantFrom('low' as const, 'high' as const)),
    supports: addresses,
    implies: addresses,
    contradicts: addresses,
    resolves: addresses,
    evidence: some(address.filter((written) => written.includes('#'))),
    cites: some(fc.constantFrom('webb1894', 'booth1902')),
  },
  { requiredKeys: [] },
);
const file = fc.constantFrom(...PATHS).chain((path) =>
  fc.record({
    path: fc.constant(path),
    source: fc.constantFrom(...SOURCES[path]!),
    claims: fc.array(brief, { maxLength: 4 }),
    shift: fc.nat(50),
  }),
);

interface Edit {
  readonly path: string;
  readonly source: string | null;
  readonly claims: readonly Brief[];
  readonly shift: number;
}

function apply(keeper: ClaimKeeper, { path, source, claims, shift }: Edit): Set<string> {
  const change = keeper.replace(path, claimsOf(path, source, claims, shift), source);
  return new Set(change.affected);
}

function empty(): ClaimKeeper {
  const keeper = new ClaimKeeper(packedStore.claims());
  keeper.setContext(context);
  return keeper;
}

/** Where a claim stands, without the offsets that an edit moves: what answers must agree in. */
function place(index: ReasoningIndex, claim: ClaimRecord): string {
  const at = index.claimsIn(claim.path).findIndex((other) => other.range.from === claim.range.from);
  return `${claim.path}[${at}]`;
}

function shown(index: ReasoningIndex, conflict: Conflict): unknown {
  const { kind, a, b, declaredBy, clashes, within, hedged, settlement, pending, consequence } = conflict;
  const steps = (chain: NonNullable<typeof consequence>['left']) =>
    chain.map(({ claim }) => place(index, claim));
  return [
    kind,
    place(index, a),
    place(index, b),
    declaredBy.length,
    clashes.map((clash) => [clash.actor, clash.property, clash.a.value.text, clash.b.value.text]),
    [...within].sort(),
    hedged,
    pending && place(index, pending),
    settlement && [
      settlement.kind,
      place(index, settlement.kind === 'resolved' ? settlement.by : settlement.claim),
    ],
    consequence && [consequence.asserter, steps(consequence.left), steps(consequence.right)],
  ];
}

/** All that the index can say of the claims of a file. */
function answers(index: ReasoningIndex, path: string): unknown {
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

describe('an index that grew by edits', () => {
  it('answers like one that was built anew', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 12 }), (edits) => {
        const grown = empty();
        const last = new Map<string, Edit>();
        for (const edit of edits) {
          apply(grown, edit);
          last.delete(edit.path);
          last.set(edit.path, edit);
        }
        const rebuilt = empty();
        for (const edit of [...last.values()].reverse()) apply(rebuilt, edit);
        assert.equal(grown.reasoning.size, rebuilt.reasoning.size);
        for (const path of PATHS)
          assert.deepEqual(answers(grown.reasoning, path), answers(rebuilt.reasoning, path));
      }),
      { numRuns: 400 },
    );
  });

  it('is asked again of all claims that an edit may make speak', () => {
    const questions: readonly [number, (index: ReasoningIndex, claim: ClaimRecord) => boolean][] = [
      [Question.unsupported, (index, claim) => index.restsOnNothing(claim)],
      [Question.fallen, (index, claim) => index.fallenGrounds(claim).length > 0],
      [Question.circle, (index, claim) => index.circleOf(claim) !== null],
      [Question.twoMinded, (index, claim) => index.twoMindedAbout(claim).length > 0],
      [Question.singleSource, (index, claim) => index.singleSource(claim) !== null],
      [Question.settling, (index, claim) => index.targetsOf(claim, 'resolves').length > 0],
    ];
    const told = (index: ReasoningIndex) =>
      PATHS.map((path) => [
        ...questions.map(([question, speaks]) =>
          [...index.ask(path, { question }, (claim) => (speaks(index, claim) ? [claim] : []))].map((claim) =>
            place(index, claim),
          ),
        ),
        index.conflictsIn(path).map((conflict) => JSON.stringify(shown(index, conflict))).sort(), // prettier-ignore
        [...index.filesNear(path)].sort(),
        index.conflictTallies(path).map(({ tally }) => ({
          ...tally,
          between: tally.between.count,
          within: tally.within.count,
          byConsequence: tally.byConsequence.count,
        })),
      ]);
    const change = fc.record({ file: fc.nat(20), claim: fc.nat(20), brief });
    fc.assert(
      fc.property(
        fc.array(file, { minLength: 1, maxLength: 6 }),
        fc.array(change, { maxLength: 8 }),
        (edits, changes) => {
          const grown = empty();
          const last = new Map<string, Edit>();
          for (const edit of edits) {
            apply(grown, edit);
            last.set(edit.path, edit);
          }
          for (const one of changes) {
            told(grown.reasoning);
            const edit = [...last.values()][one.file % last.size]!;
            const claims = [...edit.claims];
            claims[one.claim % (claims.length + 1)] = one.brief;
            last.set(edit.path, { ...edit, claims });
            apply(grown, { ...edit, claims });
          }
          const rebuilt = empty();
          for (const edit of last.values()) apply(rebuilt, edit);
          assert.deepEqual(told(grown.reasoning), told(rebuilt.reasoning));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('names every other file whose answers an edit changed', () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 6 }), file, (edits, edit) => {
        const keeper = empty();
        const index = keeper.reasoning;
        for (const before of edits) apply(keeper, before);
        // Where a bare id leads is asked by nobody who does not name it: leave that answer out.
        const told = (path: string) =>
          (answers(index, path) as unknown[][]).map((answer) => answer.slice(0, 9));
        const before = new Map(PATHS.map((path) => [path, JSON.stringify(told(path))]));
        const known = new Map(PATHS.map((path) => [path, path === edit.path]));
        for (const path of apply(keeper, edit)) known.set(path, true);
        // The places in the edited file are counted, and counts move; conflicts with it make a file affected.
        for (const path of PATHS)
          if (!known.get(path))
            assert.equal(stripped(told(path), edit.path), stripped(JSON.parse(before.get(path)!), edit.path));
      }),
      { numRuns: 600 },
    );
  });
});

/** Without the places in `path`, which move when something is inserted above. */
function stripped(answer: unknown, path: string): string {
  return JSON.stringify(answer).replaceAll(new RegExp(`${path.replace('.', '\\.')}\\[\\d+\\]`, 'g'), path);
}

describe('conflict', () => {
  const one = (path: string, claim: Brief) => claimsOf(path, null, [{ ...claim, id: path[0]! }]);
  const pair = (a: Brief, b: Brief) => {
    const keeper = empty();
    const index = keeper.reasoning;
    keeper.replace('a.md', one('a.md', a));
    keeper.replace('b.md', one('b.md', b));
    return index;
  };
  const lone = brief.map(({ about, says, when, where, certainty }): Brief => ({
    about,
    says,
    when,
    where,
    certainty,
  }));

  it('is symmetric', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 8 }), (edits) => {
        const keeper = empty();
        const index = keeper.reasoning;
        for (const edit of edits) apply(keeper, edit);
        for (const path of PATHS)
          for (const claim of index.claimsIn(path))
            for (const conflict of index.conflictsOf(claim))
              for (const side of [conflict.a, conflict.b]) {
                const same = index.conflictsOf(side).map((other) => JSON.stringify(shown(index, other)));
                assert.ok(same.includes(JSON.stringify(shown(index, conflict))));
              }
      }),
      { numRuns: 200 },
    );
  });

  it('comes of no time that the other side does not share', () => {
    fc.assert(
      fc.property(lone, lone, (a, b) => {
        const apart = pair({ ...a, when: '1700' }, { ...b, when: '1800/..' });
        const between = apart.conflictsOf('a.md#a').filter((conflict) => conflict.b.address === 'b.md#b');
        assert.deepEqual(drawn(between), []);
      }),
    );
  });

  it('outlives a widening of either time', () => {
    const year = fc.integer({ min: 1880, max: 1895 });
    const clashing = fc.constantFrom(
      ['trusted = yes', 'trusted = no'],
      ['form = firm', 'form != firm; trusted = no'],
      ['members = 100', 'members < 90'],
      ['founded = 1890?', 'founded = 1900'],
    );
    const more = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5));
    fc.assert(
      fc.property(
        lone,
        lone,
        clashing,
        year,
        year,
        more,
        (first, second, [p, q], x, y, [length, before, after]) => {
          const about = 'guild';
          const [a, b] = [
            { ...first, about, says: p },
            { ...second, about, says: q },
          ];
          const at = (from: number, to: number) => `${from}/${to}`;
          const conflicts = (when: string) =>
            pair({ ...a, when }, { ...b, when: at(y, y + 1) })
              .conflictsOf('a.md#a')
              .filter(({ b: other }) => other.address === 'b.md#b').length;
          fc.pre(conflicts(at(x, x + length)) > 0);
          assert.ok(conflicts(at(x - before, x + length + after)) > 0);
          assert.ok(conflicts(`${x - before}/..`) > 0);
        },
      ),
    );
  });
});

describe('commitment', () => {
  /** A graph of claims of two asserters, some of which contradict each other; edges by number. */
  const graph = fc.integer({ min: 2, max: 8 }).chain((size) => {
    const node = fc.nat(size - 1);
    const edges = fc.array(fc.tuple(node, node), { maxLength: 2 * size });
    return fc.record({
      size: fc.constant(size),
      implies: edges,
      contradicts: edges,
      mine: fc.uniqueArray(node),
    });
  });

  it('is the closure under implies, found as by brute force, and its explanation the shortest', () => {
    fc.assert(
      fc.property(graph, ({ size, implies, contradicts, mine }) => {
        const named = (edges: readonly (readonly [number, number])[], from: number) =>
          edges.filter(([a, b]) => a === from && a !== b).map(([, to]) => `#n${to}`).join(' '); // prettier-ignore
        const keeper = empty();
        const index = keeper.reasoning;
        const claims = Array.from({ length: size }, (_, i): Brief => {
          return {
            id: `n${i}`,
            by: mine.includes(i) ? 'me' : 'other',
            implies: named(implies, i),
            contradicts: named(contradicts, i),
          };
        });
        keeper.replace('a.md', claimsOf('a.md', null, claims));

        const far = distances(size, implies);
        const clashing = new Set(contradicts.filter(([a, b]) => a !== b).map(([a, b]) => pairOf(a, b)));
        const expected = new Map<string, number>();
        for (const asserter of ['me', 'other']) {
          const own = Array.from({ length: size }, (_, i) => i).filter(
            (i) => mine.includes(i) === (asserter === 'me'),
          );
          for (const clash of clashing) {
            const [left, right] = clash.split(' ').map(Number) as [number, number];
            const nearest = (end: number) =>
              own.reduce<number | null>((best, i) => (far[i]![end]! < (best === null ? Infinity : far[best]![end]!) ? i : best), null); // prettier-ignore
            const [a, b] = [nearest(left), nearest(right)];
            if (a === null || b === null) continue;
            const length = far[a]![left]! + far[b]![right]!;
            if (length === 0) continue;
            const key = `${asserter} ${pairOf(a, b)}`;
            expected.set(key, Math.min(length, expected.get(key) ?? Infinity));
          }
        }

        const found = new Map<string, number>();
        for (const { consequence, a, b } of index.conflictsIn('a.md')) {
          if (!consequence) continue;
          const { asserter, left, right } = consequence;
          for (const chain of [left, right])
            for (const [i, step] of chain.entries())
              if (i + 1 < chain.length)
                assert.ok(step.claim.relations.some((r) => r.kind === 'implies' && r.address === `#${chain[i + 1]!.claim.id}`)); // prettier-ignore
          found.set(`${asserter} ${pairOf(Number(a.id!.slice(1)), Number(b.id!.slice(1)))}`, left.length + right.length - 2); // prettier-ignore
        }
        assert.deepEqual(new Map([...found].sort()), new Map([...expected].sort()));
      }),
      { numRuns: 500 },
    );
  });

  function pairOf(a: number, b: number): string {
    return a < b ? `${a} ${b}` : `${b} ${a}`;
  }

  /** Floyd and Warshall. */
  function distances(size: number, edges: readonly (readonly [number, number])[]): number[][] {
    const far = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => (i === j ? 0 : Infinity)),
    );
    for (const [a, b] of edges) if (a !== b) far[a]![b] = 1;
    for (let k = 0; k < size; k++)
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++) far[i]![j] = Math.min(far[i]![j]!, far[i]![k]! + far[k]![j]!);
    return far;
  }
});

describe('an index of many files', () => {
  it('answers the same of files that it has packed away', () => {
    const keeper = empty();
    const index = keeper.reasoning;
    const path = (i: number) => `n${i}.md`;
    for (let i = 0; i < 120; i++)
      keeper.replace(path(i), claimsOf(path(i), i % 2 ? `s${i}` : null, [
        { id: 'x', about: `guild${i % 60}`, says: `trusted = ${i < 60 ? 'yes' : 'no'}`, when: '1890', where: 'Hull', locator: 'p. 3' },
        { id: `y${i}`, evidence: `@webb1894; #x${i % 4 === 3 ? `; y${i + 1}` : ''}`, cites: 'booth1902', status: 'open', by: 'me', certainty: 'high' },
      ])); // prettier-ignore
    const claims = index.claimsIn('n3.md');
    assert.deepEqual(claims, claimsOf('n3.md', 's3', [
      { id: 'x', about: 'guild3', says: 'trusted = yes', when: '1890', where: 'Hull', locator: 'p. 3' },
      { id: 'y3', evidence: '@webb1894; #x; y4', cites: 'booth1902', status: 'open', by: 'me', certainty: 'high' },
    ])); // prettier-ignore
    assert.deepEqual(allConflicts(index), ['x P x', 'x P= x']);
    assert.equal(index.conflictsOf('n3.md#x')[0]?.b.path, 'n63.md');
    assert.deepEqual(
      index.leanersOf('n4.md#y4').map(({ id }) => id),
      ['y3'],
    );
    assert.deepEqual([...keeper.remove('n63.md').affected].sort(), ['n3.md', 'n64.md']);
    assert.deepEqual(index.conflictsOf('n3.md#x'), []);
  });
});
