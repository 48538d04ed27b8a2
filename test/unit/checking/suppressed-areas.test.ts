import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Suppression } from '../../../server/src/facts/model.ts';
import type { Finding } from '../../../server/src/checking/rule.ts';
import { sift } from '../../../server/src/checking/suppressions.ts';
import { LineIndex } from '../../../server/src/text/line-index.ts';

const comment = (kind: Suppression['kind'], rules: readonly string[], from: number): Suppression => ({
  kind,
  rules: rules.map((text) => ({ text, range: { from, to: from + 1 } })),
  reason: `${from}`,
  range: { from, to: from + 1 },
});
const finding = (code: string, from: number): Finding => ({
  code,
  range: { from, to: from + 1 },
  message: '',
});

/** Which comment silences a finding, by looking at one after the other. */
function silencer(of: Finding, all: readonly Suppression[]): string | undefined {
  return (
    all.find(({ kind, rules, range }, i) => {
      if (rules.length > 0 && !rules.some(({ text }) => text === of.code)) return false;
      if (kind === 'disable-file') return true;
      if (kind !== 'disable' || of.range.from < range.from) return false;
      const end = all
        .slice(i)
        .find(
          (other) =>
            other.kind === 'enable' &&
            (other.rules.length === 0 ||
              rules.every((rule) => other.rules.some(({ text }) => text === rule.text))),
        );
      return !end || of.range.from < end.range.from;
    })?.reason ?? undefined
  );
}

describe('comments that silence', () => {
  const rule = fc.constantFrom('a', 'b', 'c');
  const kind = fc.constantFrom('disable', 'disable', 'enable', 'disable-file') as fc.Arbitrary<
    Suppression['kind']
  >;
  const comments = fc
    .array(fc.tuple(kind, fc.uniqueArray(rule, { maxLength: 3 })), { maxLength: 12 })
    .map((list) => list.map(([each, rules], i) => comment(each, rules, 10 * i)));
  const findings = fc
    .array(fc.tuple(rule, fc.nat(130)), { maxLength: 20 })
    .map((list) => list.map(([code, from]) => finding(code, from)));

  it('are those that looking at one after the other would find', () => {
    fc.assert(
      fc.property(comments, findings, (all, told) => {
        const { silenced } = sift(told, all, LineIndex.of(' '.repeat(140)));
        const expected = told.flatMap((each) => {
          const reason = silencer(each, all);
          return reason === undefined ? [] : [{ finding: each, reason }];
        });
        assert.deepEqual(silenced, expected);
      }),
    );
  });

  it('are sifted in proportion to comments and findings', () => {
    const many = 30_000;
    // Each is ended by the next comment, which names the same rule among others.
    const all = Array.from({ length: many }, (_, i) =>
      i % 2 === 0 ? comment('disable', [`r${i}`], i) : comment('enable', [`r${i - 1}`, 'other'], i),
    );
    const told = Array.from({ length: many }, (_, i) => finding(`r${i % 2 === 0 ? i : i - 1}`, i));
    assert.equal(sift(told, all, LineIndex.of(' '.repeat(many))).silenced.length, many / 2);
    const above = Array.from({ length: many }, (_, i) => comment('disable-next-line', ['r'], 2 * i));
    const { silenced } = sift([finding('r', 2 * many)], above, LineIndex.of('x\n'.repeat(many) + 'x'));
    assert.equal(silenced[0]?.reason, '0');
  });
});
