import assert from 'node:assert/strict';
import { claimsOf, context, drawn, type Brief } from './claims.ts';
import { keeperOf, indexOf, notes, ids } from './files.ts';

describe('addresses', () => {
  const index = indexOf({
    'notes/review.md': { claims: [{ id: 'own' }, { id: 'twice' }, { id: 'twice' }, { id: 'common' }] },
    'sources/webb.md': { source: 'webb1894', claims: [{ id: 'guild-closed' }, { id: 'common' }] },
    'sources/empty.md': { source: 'booth1902', claims: [] },
  });
  const status = (address: string, from = 'notes/review.md') => {
    const resolution = index.resolveAddress(from, address);
    switch (resolution.status) {
      case 'resolved':
        return resolution.claim.address;
      case 'undefined':
        return `no ${resolution.missing}${resolution.nearest ? `, ${resolution.nearest}?` : ''}`;
      case 'ambiguous':
        return resolution.candidates.map(({ address }) => address).join(' or ');
    }
  };
  const cases: [address: string, expected: string][] = [
    ['#own', 'notes/review.md#own'],
    ['#common', 'notes/review.md#common'],
    ['webb1894#guild-closed', 'sources/webb.md#guild-closed'],
    ['@webb1894#guild-closed', 'sources/webb.md#guild-closed'],
    ['../sources/webb.md#guild-closed', 'sources/webb.md#guild-closed'],
    ['./review.md#own', 'notes/review.md#own'],
    ['guild-closed', 'sources/webb.md#guild-closed'],
    ['#owm', 'no claim, #own?'],
    ['webb1894#guild-close', 'no claim, webb1894#guild-closed?'],
    ['booth1902#x', 'no claim'],
    ['web1894#guild-closed', 'no place, webb1894#guild-closed?'],
    ['../sources/web.md#guild-closed', 'no place, ../sources/webb.md#guild-closed?'],
    ['../../outside.md#x', 'no place'],
    ['nowhere', 'no claim'],
    ['#', 'no address'],
    ['', 'no address'],
    ['#twice', 'notes/review.md#twice or notes/review.md#twice'],
    ['common', 'notes/review.md#common or sources/webb.md#common'],
  ];
  for (const [address, expected] of cases)
    it(`${address || 'nothing'} → ${expected}`, () => assert.equal(status(address), expected));

  it('that lead nowhere are listed with what they stand in', () => {
    const broken = notes({ id: 'a', supports: '#b', evidence: '@webb1894; #c' }, { id: 'c' });
    const found = broken
      .unresolvedIn('notes.md')
      .map(({ claim, attribute, address }) => [claim.id, attribute, address]);
    assert.deepEqual(found, [['a', 'supports', '#b']]);
  });
});

describe('support', () => {
  it('runs along `supports` and against `evidence`', () => {
    const index = notes(
      { id: 'a', supports: '#b' },
      { id: 'b' },
      { id: 'c', evidence: '#b; @webb1894', cites: 'booth1902' },
    );
    assert.equal(ids(index.supportersOf('notes.md#b')), 'a');
    assert.equal(ids(index.leanersOf('notes.md#b')), 'c');
    const { claims, works, inSource } = index.grounds('notes.md#c');
    assert.deepEqual([ids(claims), works, inSource], ['b', ['booth1902', 'webb1894'], false]);
  });

  const circles: [title: string, claims: Brief[], expected: string | null][] = [
    ['of one', [{ id: 'a', supports: '#a' }], 'a'],
    ['of two', [{ id: 'a', supports: '#b' }, { id: 'b', supports: '#a' }], 'a b'],
    ['of evidence', [{ id: 'a', evidence: '#b' }, { id: 'b', evidence: '#a' }], 'a b'],
    ['of both', [{ id: 'a', supports: '#b' }, { id: 'b', supports: '#c' }, { id: 'a2', evidence: '#c', supports: '#a' }, { id: 'c' }], 'a b c a2'],
    ['but not a fork', [{ id: 'a', supports: '#b #c' }, { id: 'b', supports: '#c' }, { id: 'c' }], null],
    ['but not what only leads into one', [{ id: 'a', supports: '#b' }, { id: 'b', supports: '#c' }, { id: 'c', supports: '#b' }], null],
  ]; // prettier-ignore
  for (const [title, claims, expected] of circles)
    it(`finds circles ${title}`, () => {
      const circle = notes(...claims).circleOf('notes.md#a');
      assert.equal(circle && ids(circle), expected);
    });

  const nothing: [title: string, claim: Brief, others: Brief[], expected: boolean][] = [
    ['nothing', {}, [], true],
    ['a citation', { cites: 'webb1894' }, [], false],
    ['a note', { hasNote: true }, [], false],
    ['evidence', { evidence: '#b' }, [{ id: 'b' }], false],
    ['evidence that leads nowhere', { evidence: '#b' }, [], false],
    ['a supporter', {}, [{ id: 'b', supports: '#a' }], false],
    ['a supporter that is open', {}, [{ id: 'b', supports: '#a', status: 'open' }], true],
    ['a supporter that has fallen', {}, [{ id: 'b', supports: '#a', status: 'rejected' }], false],
  ];
  for (const [title, claim, others, expected] of nothing)
    it(`rests on ${title}`, () => {
      assert.equal(notes({ id: 'a', ...claim }, ...others).restsOnNothing('notes.md#a'), expected);
    });

  it('is not asked of a claim in a source', () => {
    const index = indexOf({ 'a.md': { source: 'a', claims: [{ id: 'a' }] } });
    assert.equal(index.restsOnNothing('a.md#a'), false);
  });

  const fallen: [title: string, claims: Brief[], expected: string][] = [
    ['one rejected', [{ id: 'a', evidence: '#b' }, { id: 'b', status: 'rejected' }], 'b'],
    ['all fallen', [{ id: 'a', evidence: '#b' }, { id: 'b', status: 'rejected' }, { id: 'c', status: 'withdrawn', supports: '#a' }], 'b c'],
    ['one standing', [{ id: 'a', evidence: '#b' }, { id: 'b', status: 'rejected' }, { id: 'c', supports: '#a' }], ''],
    ['a citation beside', [{ id: 'a', evidence: '#b', cites: 'webb1894' }, { id: 'b', status: 'rejected' }], ''],
    ['evidence that leads nowhere beside', [{ id: 'a', evidence: '#b; #x' }, { id: 'b', status: 'rejected' }], ''],
    ['a note beside', [{ id: 'a', evidence: '#b', hasNote: true }, { id: 'b', status: 'rejected' }], ''],
    ['a work beside', [{ id: 'a', evidence: '#b; @webb1894' }, { id: 'b', status: 'rejected' }], ''],
    ['nothing', [{ id: 'a' }], ''],
  ]; // prettier-ignore
  for (const [title, claims, expected] of fallen)
    it(`knows fallen grounds: ${title}`, () => {
      const grounds = notes(...claims).fallenGrounds('notes.md#a');
      assert.deepEqual(
        [grounds.length, ids(grounds)],
        [expected.split(' ').filter(Boolean).length, expected],
      );
    });

  it('does not fall in a source, which is its own ground', () => {
    const claims: Brief[] = [
      { id: 'a', evidence: '#b' },
      { id: 'b', status: 'rejected' },
    ];
    assert.deepEqual(indexOf({ 'w.md': { source: 'webb1894', claims } }).fallenGrounds('w.md#a'), []);
  });

  it('and contradiction of the same claim is being of two minds', () => {
    const index = notes({ id: 'a', supports: '#b #c', contradicts: '#b' }, { id: 'b' }, { id: 'c' });
    assert.equal(ids(index.twoMindedAbout('notes.md#a')), 'b');
  });

  const single: [title: string, claims: Brief[], expected: [string, number] | null][] = [
    ['one work by two ways', [{ id: 'a', evidence: '#b', cites: 'webb1894' }, { id: 'b', cites: 'webb1894' }], ['webb1894', 2]],
    ['two works', [{ id: 'a', evidence: '#b', cites: 'webb1894' }, { id: 'b', cites: 'booth1902' }], null],
    ['a ground without a work', [{ id: 'a', evidence: '#b', cites: 'webb1894' }, { id: 'b' }], null],
    ['a circle', [{ id: 'a', evidence: '#b', cites: 'webb1894' }, { id: 'b', evidence: '#a' }], ['webb1894', 1]],
  ]; // prettier-ignore
  for (const [title, claims, expected] of single)
    it(`leads back to ${title}`, () => {
      const found = notes(...claims).singleSource('notes.md#a');
      assert.deepEqual(found && [found.work, found.ways], expected);
    });

  it('leads back to a source, and not to what that rests on', () => {
    const index = indexOf({
      'notes.md': { claims: [{ id: 'a', evidence: 'webb1894#s' }] },
      'w.md': {
        source: 'webb1894',
        claims: [
          { id: 's', evidence: '#t', cites: 'booth1902' },
          { id: 't', cites: 'booth1902' },
        ],
      },
    });
    const found = index.singleSource('notes.md#a');
    assert.deepEqual(found && [found.work, found.ways], ['webb1894', 1]);
    assert.equal(index.singleSource('w.md#s'), null);
  });
});

describe('changes', () => {
  it('wake exactly those concerned', () => {
    const keeper = keeperOf({
      'a.md': { claims: [{ id: 'a', about: 'guild', says: 'trusted = no' }] },
      'b.md': { claims: [{ id: 'b', about: 'guild', says: 'trusted = yes' }] },
      'c.md': { claims: [{ id: 'c', about: 'crown', says: 'trusted = yes' }] },
      'd.md': { claims: [{ id: 'd', supports: 'a.md#wanted' }] },
      'e.md': { claims: [{ id: 'e', evidence: 'wanted' }] },
    });
    const change = (...claims: Brief[]) =>
      [...keeper.replace('a.md', claimsOf('a.md', null, claims)).affected].sort();
    const own: Brief = { id: 'a', about: 'guild', says: 'trusted = no' };
    assert.deepEqual(change({ ...own, text: 'other words' }), []);
    assert.deepEqual(change(own, { id: 'new' }), []);
    assert.deepEqual(change(own, { id: 'wanted' }), ['d.md', 'e.md']);
    assert.deepEqual(change(own), ['d.md', 'e.md']);
    assert.deepEqual(change({ ...own, says: 'trusted = yes' }), ['b.md']);
    assert.deepEqual(change({ ...own, about: 'crown' }), ['c.md']);
    assert.deepEqual([...keeper.remove('a.md').affected], ['c.md']);
  });

  it('wake those who lean on a claim through others, and those whom a judgement reaches through implies', () => {
    const keeper = keeperOf({
      'a.md': { claims: [{ id: 'a', evidence: 'b.md#b' }] },
      'b.md': { claims: [{ id: 'b', evidence: 'c.md#c' }] },
      'c.md': { claims: [{ id: 'c', cites: 'webb1894' }] },
      'd.md': { claims: [{ id: 'd', implies: 'e.md#p' }] },
      'e.md': { source: 'e', claims: [{ id: 'p', about: 'guild', says: 'trusted = yes' }] },
      'f.md': { claims: [{ id: 'q', about: 'guild', says: 'trusted = no' }] },
    });
    assert.deepEqual(drawn(keeper.reasoning.conflictsIn('d.md')), ['d C= q']);
    const cited = keeper.replace('c.md', claimsOf('c.md', null, [{ id: 'c', cites: 'booth1902' }]));
    assert.deepEqual([...cited.affected].sort(), ['a.md', 'b.md']);
    const judged = keeper.replace('g.md', claimsOf('g.md', null, [{ id: 'j', resolves: 'p q' }]));
    assert.deepEqual([...judged.affected].sort(), ['d.md', 'e.md', 'f.md']);
    assert.deepEqual(drawn(keeper.reasoning.conflictsIn('d.md')), ['d C!= q']);
  });

  it('wake the sides of a conflict when its verdict is worded, and not at every letter', () => {
    const keeper = keeperOf({
      'a.md': { claims: [{ id: 'p', contradicts: 'b.md#q' }] },
      'b.md': { claims: [{ id: 'q' }] },
    });
    const verdict = (text: string) =>
      keeper.replace('n.md', claimsOf('n.md', null, [{ id: 'j', text, resolves: 'p q' }])).affected;
    assert.deepEqual([...verdict('')].sort(), ['a.md', 'b.md']);
    assert.deepEqual(drawn(keeper.reasoning.conflictsIn('a.md')), ['p D= q']);
    assert.deepEqual([...verdict('T')].sort(), ['a.md', 'b.md']);
    assert.deepEqual(drawn(keeper.reasoning.conflictsIn('a.md')), ['p D!= q']);
    assert.deepEqual([...verdict('The books')], []);
    assert.deepEqual([...verdict('[@booth1902]')].sort(), ['a.md', 'b.md']);
  });

  it('of position alone wake nobody, and answers have the new place', () => {
    const keeper = keeperOf({
      'a.md': { claims: [{ about: 'guild', says: 'trusted = no' }] },
      'b.md': { claims: [{ id: 'b', about: 'guild', says: 'trusted = yes' }] },
    });
    const moved = claimsOf('a.md', null, [{ about: 'guild', says: 'trusted = no' }], 7);
    assert.deepEqual(keeper.replace('a.md', moved), { affected: new Set(), changed: false });
    const [conflict] = keeper.reasoning.conflictsOf('b.md#b');
    assert.equal(conflict?.a.address, 'a.md#@7');
    assert.equal(conflict?.a.says?.range.from, moved[0]!.says!.range.from);
  });

  it('of the context wake every file with claims, once', () => {
    const keeper = keeperOf({ 'a.md': { claims: [{ id: 'a' }] }, 'b.md': { claims: [] } });
    assert.equal(keeper.setContext({ ...context, places: new Map(context.places) }).changed, false);
    const places = new Map([['Hull', 'Deptford']]);
    assert.deepEqual([...keeper.setContext({ ...context, places }).affected], ['a.md']);
  });

  it('find the claims about an actor', () => {
    const index = notes(
      { id: 'a', about: 'guild crown' },
      { id: 'b', says: 'guild.trusted = no' },
      { id: 'c', about: 'crew' },
    );
    assert.equal(ids(index.claimsAbout('guild')), 'a b');
  });
});
