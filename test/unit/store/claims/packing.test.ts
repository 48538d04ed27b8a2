import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HashMultimap } from '../../../../server/src/store/claims/hash-multimap.ts';
import { hashOf } from '../../../../server/src/text/hash.ts';
import type { ClaimRecord } from '../../../../server/src/reasoning/model.ts';
import { packClaims, unpackClaim } from '../../../../server/src/store/claims/packed-claims.ts';
import { runs } from '../../../support/runs.ts';

const PLAIN = { noNullPrototype: true } as const;
const words = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('工人'));
const range = fc
  .tuple(fc.nat({ max: 3_000_000 }), fc.nat({ max: 500 }))
  .map(([from, length]) => ({ from, to: from + length }));
const token = fc.option(fc.record({ text: words, range }, PLAIN));
const claim = fc
  .record(
    {
      id: fc.option(words),
      range,
      headRange: range,
      idRange: fc.option(range),
      text: words,
      by: fc.array(words),
      via: fc.array(words, { minLength: 1 }),
      locator: fc.option(words),
      about: fc.array(words),
      says: token,
      when: token,
      where: token,
      status: fc.constantFrom('open' as const, 'rejected' as const, null),
      certainty: fc.constantFrom('low' as const, null),
      relations: fc.array(
        fc.record(
          { kind: fc.constantFrom('supports' as const, 'resolves' as const), address: words, range },
          PLAIN,
        ),
      ),
      evidence: fc.array(
        fc.record(
          {
            kind: fc.constantFrom('citation' as const, 'claim' as const),
            target: words,
            locator: fc.option(words),
            range,
          },
          PLAIN,
        ),
      ),
      citations: fc.array(fc.record({ key: words, locator: fc.option(words) }, PLAIN)),
      hasNote: fc.boolean(),
      hasPlaceholder: fc.boolean(),
    },
    PLAIN,
  )
  .chain((one) => fc.boolean().map((isTold) => (isTold ? one : without(one))))
  .map((one): ClaimRecord => ({
    ...one,
    path: 'a.md',
    address: `a.md#${one.id ?? `@${one.range.from}`}`,
    fileSource: 'meyer2011',
  }));

/** The claim without its chain of reporters, which most have not. */
function without<T extends { readonly via: unknown }>({ via: _, ...one }: T): Omit<T, 'via'> {
  return one;
}

describe('claims that are packed', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 4 }), (claims) => {
        const pack = packClaims(claims);
        claims.forEach((one, i) =>
          assert.deepEqual(unpackClaim(pack, i, 'a.md', 'meyer2011'), { ...one }, `claim ${i}`),
        );
      }),
    );
  });
});

describe('many names and many numbers', () => {
  it('are found under each other, however many come and go', () => {
    const step = fc.record({
      add: fc.boolean(),
      name: fc.constantFrom(...'abcdefgh'),
      value: fc.nat({ max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400, size: 'max' }), (steps) => {
        const index = new HashMultimap();
        const wanted = new Map<string, number[]>();
        for (const { add, name, value } of steps) {
          const values = wanted.get(name) ?? [];
          wanted.set(name, values);
          const at = values.indexOf(value);
          if (add) values.push(value);
          else if (at >= 0) values.splice(at, 1);
          if (add) index.add(hashOf(name), value);
          else assert.equal(index.delete(hashOf(name), value), at >= 0);
        }
        const order = (a: number, b: number) => a - b;
        for (const [name, values] of wanted)
          assert.deepEqual(index.get(hashOf(name)).sort(order), [...values].sort(order));
        assert.equal(index.size, [...wanted.values()].flat().length);
      }),
      { numRuns: runs(50) },
    );
  });
});
