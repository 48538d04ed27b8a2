import assert from 'node:assert/strict';
import { MOST_TOLD } from '../../../server/src/reasoning/conflict-tally.ts';
import { allConflicts, claimsOf, drawn, type Brief } from './claims.ts';
import { type Files, indexOf, keeperOf, notes, ids } from './files.ts';

describe('conflicts', () => {
  const two = (a: Brief, b: Brief) =>
    indexOf({
      'a.md': { source: 'a', claims: [{ id: 'a', about: 'guild', ...a }] },
      'b.md': { source: 'b', claims: [{ id: 'b', about: 'guild', ...b }] },
    });
  const cases: [title: string, a: Brief, b: Brief, expected: string[]][] = [
    ['by proposition', { says: 'trusted = no' }, { says: 'trusted = yes' }, ['a P b']],
    ['of a denial', { says: 'form = club' }, { says: 'form != club' }, ['a P b']],
    ['with several propositions', { says: 'members = 9; form = club' }, { says: 'form = firm' }, ['a P b']],
    ['of an actor named in front', { about: '', says: 'guild.trusted = no' }, { says: 'trusted = yes' }, ['a P b']],
    ['of one among several actors', { about: 'crown guild', says: 'trusted = no' }, { says: 'trusted = yes' }, ['a P b']],
    ['declared', { contradicts: 'b#b' }, {}, ['a D b']],
    ['declared and by proposition', { says: 'trusted = no', contradicts: 'b.md#b' }, { says: 'trusted = yes' }, ['a D b']],
    ['in one time', { says: 'trusted = no', when: '1890' }, { says: 'trusted = yes', when: '1890-05' }, ['a P b']],
    ['in open times', { says: 'trusted = no', when: '1890/..' }, { says: 'trusted = yes', when: '1900' }, ['a P b']],
    ['where one gives no time', { says: 'trusted = no', when: '1890' }, { says: 'trusted = yes' }, ['a P b']],
    ['in a place within a place', { says: 'trusted = no', where: 'Deptford' }, { says: 'trusted = yes', where: 'England' }, ['a P b']],
    ['hedged', { says: 'trusted = no', certainty: 'low' }, { says: 'trusted = yes' }, ['a P~ b']],
    ['at an uncertain time', { says: 'trusted = no', when: '1890?' }, { says: 'trusted = yes', when: '1890' }, ['a P~ b']],
    ['rejected', { says: 'trusted = no', status: 'rejected' }, { says: 'trusted = yes' }, ['a P! b']],
    ['withdrawn', { says: 'trusted = no' }, { says: 'trusted = yes', status: 'withdrawn' }, ['a P! b']],
    ['of questions, as hints', { says: 'trusted = no', status: 'open' }, { says: 'trusted = yes' }, ['a P~ b']],
    ['not at another time', { says: 'trusted = no', when: '1890' }, { says: 'trusted = yes', when: '1891' }, []],
    ['not about approximate times as written', { says: 'trusted = no', when: '1890~' }, { says: 'trusted = yes', when: '1891' }, []],
    ['not in another place', { says: 'trusted = no', where: 'Deptford' }, { says: 'trusted = yes', where: 'Hull' }, []],
    ['not of another actor', { says: 'trusted = no' }, { about: 'crown', says: 'trusted = yes' }, []],
    ['not of another property', { says: 'trusted = no' }, { says: 'empowers = yes' }, []],
    ['not where several values may hold', { says: 'serves = crew' }, { says: 'serves = crown' }, []],
    ['not within the tolerance', { says: 'members = 100' }, { says: 'members = 104' }, []],
    ['not of units that nothing compares', { says: 'members = 100' }, { says: 'members = 3 lodges' }, []],
    ['not of text', { says: 'motto = one' }, { says: 'motto = two' }, []],
    ['not where a time cannot be read', { says: 'trusted = no', when: 'once' }, { says: 'trusted = yes' }, []],
    ['not of nobody', { about: '', says: 'trusted = no' }, { says: 'trusted = yes' }, []],
    ['not with what an adjudication resolves', { says: 'trusted = no', resolves: 'b#b' }, { says: 'trusted = yes' }, []],
    ['not where the address leads nowhere', { contradicts: 'b#bb' }, {}, []],
  ]; // prettier-ignore
  for (const [title, a, b, expected] of cases)
    it(title, () => {
      const index = two(a, b);
      assert.deepEqual(drawn(index.conflictsIn('a.md')), expected);
      assert.deepEqual(drawn(index.conflictsIn('b.md')), expected);
      assert.deepEqual(drawn(index.conflictsOf('a.md#a')), expected);
      assert.deepEqual(drawn(index.conflictsOf('b.md#b')), expected);
      const settled = expected.filter((conflict) => conflict.includes('!')).length;
      for (const side of ['a.md#a', 'b.md#b']) {
        const tally = index.conflictTally(side);
        assert.deepEqual(
          [tally.unsettled, tally.settled],
          [expected.length - settled, settled],
          'is counted',
        );
        assert.deepEqual([tally.between.count, tally.within.count], [expected.length - settled, 0]);
      }
    });

  it('are counted of a claim with itself and with others of its asserter apart from those between asserters', () => {
    const index = indexOf({
      'a.md': {
        source: 'a',
        claims: [
          { id: 'self', about: 'guild', says: 'trusted = yes; trusted = no' },
          { id: 'own', about: 'guild', says: 'trusted = no' },
        ],
      },
      'b.md': { source: 'b', claims: [{ id: 'other', about: 'guild', says: 'trusted = yes' }] },
    });
    const { between, within, unsettled, first } = index.conflictTally('a.md#self');
    assert.deepEqual(drawn(within.told), ['self P= own', 'self P= self']);
    assert.deepEqual(drawn(between.told), ['self P other']);
    assert.deepEqual([between.count, within.count, unsettled, first], [1, 2, 3, 3]);
    assert.equal(index.conflictTally('b.md#other').first, 0);
  });

  it('that are hints are told after the others, and one that is declared is none', () => {
    const index = indexOf({
      'a.md': { source: 'a', claims: [{ id: 'a', about: 'guild', says: 'trusted = no', when: '1890?', contradicts: 'd.md#d' }] }, // prettier-ignore
      'b.md': { source: 'b', claims: [{ id: 'b', about: 'guild', says: 'trusted = yes', when: '1890' }] },
      'c.md': { source: 'c', claims: [{ id: 'c', about: 'guild', says: 'trusted = yes' }] },
      'd.md': { source: 'd', claims: [{ id: 'd', about: 'guild', says: 'trusted = yes', when: '1890' }] },
      'e.md': { source: 'e', claims: [{ id: 'e', about: 'guild', says: 'trusted = yes', certainty: 'low' }] }, // prettier-ignore
      'f.md': { source: 'f', claims: [{ id: 'f', about: 'guild', says: 'trusted = no; trusted = yes' }] },
    });
    const told = (address: string) =>
      index.conflictTally(address).between.told.map(({ a, b }) => `${a.id} ${b.id}`);
    assert.deepEqual(told('a.md#a'), ['a c', 'a d', 'a f', 'a b', 'a e']);
    assert.deepEqual(told('f.md#f'), ['a f', 'b f', 'c f', 'd f', 'e f']);
    assert.deepEqual(told('e.md#e'), ['a e', 'e f']);
  });

  it('of which only some are asked for are those that stand before those that are settled', () => {
    const index = indexOf({
      'a.md': { source: 'a', claims: [{ id: 'a', about: 'guild', says: 'trusted = no' }] },
      'b.md': { source: 'b', claims: [{ id: 'b', about: 'guild', says: 'trusted = yes', status: 'rejected' }] }, // prettier-ignore
      'c.md': { source: 'c', claims: [{ id: 'c', about: 'guild', says: 'trusted = yes' }] },
      'd.md': { source: 'd', claims: [{ id: 'd', about: 'guild', says: 'trusted = yes' }] },
    });
    const some = (most: number) => index.conflictsOf('a.md#a', most).map(({ b }) => b.id);
    assert.deepEqual([1, 2, 3, 4].map(some), [['c'], ['c', 'd'], ['b', 'c', 'd'], ['b', 'c', 'd']]);
  });

  it('that are all hints are told as far as others are', () => {
    const index = notes(
      { id: 'a', about: 'guild', says: 'trusted = no', certainty: 'low' },
      ...Array.from({ length: MOST_TOLD + 2 }, (_, i): Brief => {
        return { id: `h${i}`, by: `s${i}`, about: 'guild', says: 'trusted = yes' };
      }),
    );
    const { told, count } = index.conflictTally('notes.md#a').between;
    assert.equal(ids(told.map(({ b }) => b)), 'h0 h1 h2 h3 h4 h5 h6 h7 h8 h9');
    assert.equal(count, MOST_TOLD + 2);
  });

  it('at a place of its own, or nowhere in particular, are found among very many elsewhere', () => {
    const said = (id: string, truth: string, where?: string): Brief => {
      return { id, by: `s${id}`, about: 'guild', says: `trusted = ${truth}`, where };
    };
    const index = notes(
      said('anywhere', 'no'),
      ...Array.from({ length: 9000 }, (_, i) => said(`p${i}`, 'no', `Place ${i}`)),
      said('here', 'yes', 'Grimsby'),
      said('there', 'no', 'grimsby'),
    );
    const tally = index.conflictTally('notes.md#here');
    assert.deepEqual(drawn(tally.between.told), ['anywhere P here', 'here P there']);
    assert.equal(tally.wereAllCompared, true);
  });

  it('that are declared of two actors are of nothing that the two state', () => {
    const [conflict] = two(
      { about: 'guild', says: 'trusted = no', contradicts: 'b#b' },
      { about: 'crown', says: 'trusted = yes' },
    ).conflictsIn('a.md');
    assert.equal(conflict!.kind, 'declared');
    assert.deepEqual(conflict!.clashes, []);
  });

  it('are near for as long as they stand', () => {
    const one = (path: string, says: string) => claimsOf(path, path, [{ id: 'x', about: 'guild', says }]);
    const keeper = keeperOf({});
    keeper.replace('a.md', one('a.md', 'trusted = no'), 'a');
    keeper.replace('b.md', one('b.md', 'trusted = yes'), 'b');
    const near = () => [...keeper.reasoning.filesNear('a.md')];
    assert.deepEqual(near(), ['b.md']);
    keeper.replace('b.md', [], 'b');
    assert.deepEqual(near(), []);
    keeper.replace('b.md', one('b.md', 'trusted = yes'), 'b');
    assert.deepEqual(near(), ['b.md']);
  });

  it('of a claim with itself', () => {
    const index = notes({ id: 'a', about: 'guild', says: 'serves = crew; serves = owners' });
    assert.deepEqual(allConflicts(index), ['a P= a']);
  });

  it('tell what excludes what', () => {
    const [conflict] = two({ says: 'form = club; members = 9' }, { says: 'members = 90' }).conflictsIn(
      'b.md',
    );
    const clashes = conflict!.clashes.map(({ actor, property, a, b }) => [
      actor,
      property,
      a.value.text,
      b.value.text,
    ]);
    assert.deepEqual(clashes, [['guild', 'members', '9', '90']]);
  });
});

describe('asserters', () => {
  const saying = (id: string, truth: string, rest: Brief = {}): Brief => ({ id, about: 'guild', says: `trusted = ${truth}`, ...rest }); // prettier-ignore
  const cases: [title: string, files: Files, expected: string[]][] = [
    ['a source', { 'a.md': { source: 'a', claims: [saying('x', 'no'), saying('y', 'yes')] } }, ['x P= y']],
    ['the writer of all notes', { 'a.md': { claims: [saying('x', 'no')] }, 'b.md': { claims: [saying('y', 'yes')] } }, ['x P= y']],
    ['a work and its author', { 'a.md': { source: 'booth1902', claims: [saying('x', 'no')] }, 'b.md': { claims: [saying('y', 'yes', { by: 'charles-booth' })] } }, ['x P= y']],
    ['two works of one author', { 'a.md': { source: 'webb1891', claims: [saying('x', 'no')] }, 'b.md': { source: 'webb1894', claims: [saying('y', 'yes')] } }, ['x P= y']],
    ['not two authors of one work', { 'a.md': { claims: [saying('x', 'no', { by: 'webb1891' }), saying('y', 'yes', { by: 'sidney-webb' })] } }, ['x P y']],
    ['not who is reported', { 'a.md': { source: 'a', claims: [saying('x', 'no'), saying('y', 'yes', { by: 'b' })] } }, ['x P y']],
    ['not by what another reports', { 'a.md': { source: 'a', claims: [saying('x', 'no')] }, 'b.md': { source: 'b', claims: [saying('y', 'yes', { by: 'a' })] } }, ['x P y']],
    ['of two reports in one source', { 'a.md': { source: 'a', claims: [saying('x', 'no', { by: 'booth1902' }), saying('y', 'yes', { by: 'charles-booth' })] } }, ['x P= y']],
    ['who name themselves', { 'a.md': { source: 'booth1902', claims: [saying('x', 'no'), saying('y', 'yes', { by: 'charles-booth' })] } }, ['x P= y']],
  ]; // prettier-ignore
  for (const [title, files, expected] of cases)
    it(title, () => assert.deepEqual(allConflicts(indexOf(files)), expected));
});

describe('settlements', () => {
  const sides: Files = {
    'a.md': { source: 'a', claims: [{ id: 'x', about: 'guild', says: 'form = club' }] },
    'b.md': { source: 'b', claims: [{ id: 'y', about: 'guild', says: 'form = firm' }] },
    'c.md': { source: 'c', claims: [{ id: 'z', about: 'guild', says: 'form = union' }] },
  };
  const judged = (judge: Brief) => allConflicts(indexOf({ ...sides, 'n.md': { claims: [judge] } }));

  it('settle every pair that an adjudication names', () => {
    assert.deepEqual(judged({ id: 'j', resolves: 'a#x b#y c#z' }), ['x P! y', 'x P! z', 'y P! z']);
    assert.deepEqual(judged({ id: 'j', resolves: 'a#x b#y' }), ['x P z', 'x P! y', 'y P z']);
  });

  it('keep the reason and who is upheld', () => {
    const index = indexOf({ ...sides, 'n.md': { claims: [{ id: 'j', resolves: 'x y', prefers: 'x' }] } });
    const [conflict] = index.conflictsOf('b.md#y');
    const settlement = conflict?.settlement;
    assert.ok(settlement?.kind === 'resolved');
    assert.equal(settlement.by.address, 'n.md#j');
    assert.deepEqual(settlement.preferred, ['a.md#x']);
  });

  it('are void where the adjudication has fallen', () => {
    assert.deepEqual(judged({ id: 'j', resolves: 'a#x b#y', status: 'withdrawn' }), [
      'x P y',
      'x P z',
      'y P z',
    ]);
  });

  it('come of no verdict that is open or has no words of its own', () => {
    const all = ['x P y', 'x P z', 'y P z'];
    const verdict = (rest: Brief) => judged({ id: 'j', resolves: 'a#x b#y c#z', ...rest });
    for (const text of [
      '',
      '…',
      '[?]',
      '[citation needed]',
      '[@booth1902, p. 3]',
      '@{booth 1902} [@webb1894]',
      'Which of the two holds, and why',
    ])
      assert.deepEqual(verdict({ text }), all, text);
    assert.deepEqual(verdict({ status: 'open' }), all);
    for (const text of ['No', '否', 'As @booth1902 saw', '1902'])
      assert.deepEqual(verdict({ text }), ['x P! y', 'x P! z', 'y P! z'], text);
  });

  it('are told of while they are under way, and a second verdict that decides is enough', () => {
    const judges = (...claims: Brief[]) => indexOf({ ...sides, 'n.md': { claims } }).conflictsOf('b.md#y');
    const open: Brief = { id: 'j', resolves: 'a#x b#y', status: 'open' };
    assert.deepEqual(
      judges(open).map(({ pending, settlement }) => [pending?.id ?? null, settlement]),
      [
        ['j', null],
        [null, null],
      ],
    );
    const [first] = judges(open, { id: 'k', resolves: 'a#x b#y' });
    assert.deepEqual([first!.pending, first!.settlement?.kind], [null, 'resolved']);
  });

  it('do not make a party of the adjudication', () => {
    assert.deepEqual(judged({ id: 'j', about: 'guild', says: 'form = club', resolves: 'a#x b#y c#z' }), [
      'x P! y',
      'x P! z',
      'y P! z',
    ]);
  });
});

describe('commitments', () => {
  it('explain by the shortest chain', () => {
    const index = indexOf({
      'a.md': {
        source: 'a',
        claims: [
          { id: 'start', implies: 'b#long b#short' },
          { id: 'other', about: 'guild', says: 'trusted = no' },
        ],
      },
      'b.md': {
        source: 'b',
        claims: [
          { id: 'long', implies: '#short' },
          { id: 'short', implies: '#end' },
          { id: 'end', about: 'guild', says: 'trusted = yes' },
        ],
      },
    });
    assert.deepEqual(allConflicts(index), ['other P end', 'start C= other']);
    const consequence = index
      .conflictsOf('a.md#other')
      .find(({ kind }) => kind === 'consequence')!.consequence!;
    assert.equal(consequence.asserter, 'a');
    assert.equal(ids(consequence.left.map(({ claim }) => claim)), 'start short end');
    assert.deepEqual(
      consequence.left.map(({ implies }) => implies !== null),
      [true, true, false],
    );
    assert.equal(ids(consequence.right.map(({ claim }) => claim)), 'other');
  });

  it('are told at the later of two files, wherever in them the claims stand', () => {
    const index = indexOf({
      'a.md': { claims: [{ id: 'i' }, { id: 'x', implies: 'c.md#p' }] },
      'b.md': { claims: [{ id: 'y', implies: 'c.md#q' }] },
      'c.md': {
        source: 'c',
        claims: [
          { id: 'p', about: 'guild', says: 'trusted = yes' },
          { id: 'q', about: 'guild', says: 'trusted = no' },
        ],
      },
    });
    const counts = (address: string) => {
      const { here, elsewhere } = index.conflictTally(address).byConsequence;
      return [here.count, elsewhere.count];
    };
    assert.deepEqual([counts('a.md#x'), counts('b.md#y')], [[0, 1], [1, 0]]); // prettier-ignore
  });

  const clash = (...own: Brief[]): Files => ({
    'a.md': { source: 'a', claims: own },
    'b.md': {
      source: 'b',
      claims: [
        { id: 'p', about: 'guild', says: 'trusted = yes' },
        { id: 'q', about: 'guild', says: 'trusted = no' },
        { id: 'd', contradicts: '#e' },
        { id: 'e' },
      ],
    },
  });
  const cases: [title: string, own: Brief[], expected: string[]][] = [
    ['of one claim', [{ id: 'x', implies: 'b#p b#q' }], ['x C= x']],
    ['of two', [{ id: 'x', implies: 'b#p' }, { id: 'y', implies: 'b#q' }], ['x C= y']],
    ['declared', [{ id: 'x', implies: 'b#d' }, { id: 'y', implies: 'b#e' }], ['x C= y']],
    ['hedged', [{ id: 'x', implies: 'b#p', certainty: 'low' }, { id: 'y', implies: 'b#q' }], ['x C~= y']],
    ['not of reports', [{ id: 'x', implies: 'b#p', by: 'b' }, { id: 'y', implies: 'b#q' }], []],
    ['not of two asserters', [{ id: 'x', implies: 'b#p', by: 'c' }, { id: 'y', implies: 'b#q' }], []],
    ['not of what is withdrawn', [{ id: 'x', implies: 'b#p', status: 'withdrawn' }, { id: 'y', implies: 'b#q' }], []],
    ['not through what is rejected', [{ id: 'x', implies: '#r' }, { id: 'r', by: 'c', status: 'rejected', implies: 'b#p' }, { id: 'y', implies: 'b#q' }], []],
    ['through what another asserts', [{ id: 'x', implies: '#r' }, { id: 'r', by: 'c', implies: 'b#p' }, { id: 'y', implies: 'b#q' }], ['x C= y']],
    ['round a circle', [{ id: 'x', implies: '#y' }, { id: 'y', implies: '#x b#p' }, { id: 'z', implies: 'b#q' }], ['y C= z']],
    ['settled with the clash', [{ id: 'x', implies: 'b#p' }, { id: 'y', implies: 'b#q' }, { id: 'j', by: 'c', resolves: 'b#p b#q' }], ['x C!= y']],
    ['settled with what they begin with', [{ id: 'x', implies: 'b#p' }, { id: 'y', implies: 'b#q' }, { id: 'j', by: 'c', resolves: '#x #y' }], ['x C!= y']],
  ]; // prettier-ignore
  for (const [title, own, expected] of cases)
    it(title, () => {
      const index = indexOf(clash(...own));
      assert.deepEqual(drawn(index.conflictsIn('a.md')), expected);
      for (const { address } of index.claimsIn('a.md'))
        for (const conflict of index.conflictsOf(address))
          assert.ok(index.conflictsOf(conflict.a).some((same) => same.b.address === conflict.b.address));
    });
});
