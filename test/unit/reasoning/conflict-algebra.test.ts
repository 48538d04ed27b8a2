import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimsOf, drawn, type Brief } from './claims.ts';
import { PATHS, brief, file, apply, empty, shown } from './arbitrary.ts';
import { runs } from '../../support/runs.ts';

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
      { numRuns: runs(70) },
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
      { numRuns: runs(500) },
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
