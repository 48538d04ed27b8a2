import assert from 'node:assert/strict';
import { differentIds, keptClaims, LiveClaims } from '../../../server/src/reasoning/claim-changes.ts';
import type { ClaimRecord } from '../../../server/src/reasoning/model.ts';
import { claimsOf, type Brief } from './claims.ts';

const whole: Brief = {
  id: 'a',
  text: 'The men came',
  by: 'webb1894 booth1902',
  about: 'guild crown',
  says: 'trusted = yes',
  when: '1890',
  where: 'Hull',
  status: 'open',
  certainty: 'low',
  supports: 'b#b',
  evidence: '@webb1894; b#c',
  cites: 'webb1894 booth1902',
  on: 'booth1902',
};

const one = (brief: Brief, rest: Partial<ClaimRecord> = {}, source: string | null = 'a'): ClaimRecord => ({
  ...claimsOf('a.md', source, [brief])[0]!,
  ...rest,
});

/** Whether a claim that takes the place of another is taken for the same. */
function isKept(before: ClaimRecord, now: ClaimRecord): boolean {
  const { head, tail } = keptClaims(1, () => before, new LiveClaims([now]));
  return head + tail === 1;
}

describe('a claim that takes the place of another', () => {
  const { on: _on, ...ownWork } = whole;
  const others: [what: string, now: ClaimRecord][] = [
    ['its name', one({ ...whole, id: 'b' })],
    ['who holds it', one({ ...whole, by: 'webb1894 webb1891' })],
    ['the order of who holds it', one({ ...whole, by: 'booth1902 webb1894' })],
    ['how many hold it', one({ ...whole, by: 'webb1894' })],
    ['whom it is about', one({ ...whole, about: 'guild dockers' })],
    ['what it states', one({ ...whole, says: 'trusted = no' })],
    ['that it states anything', one({ ...whole, says: undefined })],
    ['when', one({ ...whole, when: '1891' })],
    ['where', one({ ...whole, where: 'London' })],
    ['its status', one({ ...whole, status: 'rejected' })],
    ['its certainty', one({ ...whole, certainty: 'high' })],
    ['what it supports', one({ ...whole, supports: 'b#c' })],
    ['the kind of its relation', one({ ...ownWork, on: 'booth1902', supports: '', implies: 'b#b' })],
    ['its evidence', one({ ...whole, evidence: '@webb1894; b#d' })],
    ['the kind of its evidence', one({ ...whole, evidence: 'webb1894; b#c' })],
    ['what it cites', one({ ...whole, cites: 'webb1894 webb1891' })],
    ['the work that it is on', one({ ...whole, on: 'webb1894' })],
    ['that it is on a work', one(ownWork)],
    ['that it has a note', one({ ...whole, hasNote: true })],
    ['that its source is still sought', one(whole, { hasPlaceholder: true })],
    ['the work that its file is the text of', one(whole, {}, 'b')],
  ];
  for (const [what, now] of others)
    it(`is another where ${what} differs`, () => {
      assert.equal(isKept(one(whole), now), false);
      assert.equal(isKept(now, one(whole)), false);
    });

  it('is the same wherever it stands and however it is worded', () => {
    const [moved] = claimsOf('a.md', 'a', [whole], 5000);
    assert.ok(isKept(one(whole), moved!));
    assert.ok(isKept(one(whole), one({ ...whole, text: 'The men went' })));
  });

  it('is another where a verdict gets words or loses them', () => {
    const verdict: Brief = { ...whole, resolves: 'b#b b#c' };
    assert.equal(isKept(one({ ...verdict, text: '…' }), one(verdict)), false);
    assert.equal(isKept(one(verdict), one({ ...verdict, text: '…' })), false);
    assert.ok(isKept(one(verdict), one({ ...verdict, text: 'They did' })));
    assert.ok(isKept(one({ ...whole, text: '…' }), one(whole)), 'no verdict');
  });
});

describe('claims of a file that are kept', () => {
  const file = (ids: string): ClaimRecord[] =>
    claimsOf(
      'a.md',
      null,
      [...ids].map((id) => ({ id })),
    );
  const kept = (before: string, now: string) => {
    const [old, live] = [file(before), new LiveClaims(file(now))];
    const { head, tail } = keptClaims(old.length, (place) => old[place]!, live);
    return `${before.slice(0, head)}|${before.slice(before.length - tail)}`;
  };
  for (const [before, now, expected] of [
    ['abcd', 'abcd', 'abcd|'],
    ['abcd', 'abxcd', 'ab|cd'],
    ['abcd', 'abd', 'ab|d'],
    ['abcd', 'xabcd', '|abcd'],
    ['aa', 'aaa', 'aa|'],
    ['aaa', 'aa', 'aa|'],
    ['aba', 'a', 'a|'],
    ['', 'a', '|'],
    ['a', '', '|'],
    ['abc', 'xyz', '|'],
  ] as const)
    it(`“${before}” that becomes “${now}”: ${expected}`, () => assert.equal(kept(before, now), expected));

  it('and ids that only one side has, or has in another number', () => {
    const handled = (ids: string, source: string | null = null) =>
      claimsOf(
        'a.md',
        source,
        [...ids].map((id) => (id === '-' ? {} : { id })),
      ).map((claim, handle) => ({ handle, claim }));
    const different = (a: ReturnType<typeof handled>, b: ReturnType<typeof handled>) =>
      differentIds(a, b)
        .map(({ id }) => id)
        .join('');
    assert.equal(different(handled('abc'), handled('bcd')), 'ad');
    assert.equal(different(handled('ab'), handled('ba')), '');
    assert.equal(different(handled('aab'), handled('ab')), 'a');
    assert.equal(different(handled('-'), handled('--')), '', 'claims without a name');
    assert.equal(different(handled('a', 'x'), handled('a', 'y')), 'aa', 'the work counts');
  });
});
