import assert from 'node:assert/strict';
import { conflictPoint, conflictRow } from '../../../server/src/reasoning/conflict-rows.ts';
import type { Naming } from '../../../server/src/reasoning/named-asserters.ts';
import { ClaimKeeper } from '../../../server/src/reasoning/claim-keeper.ts';
import { packedStore } from '../../../server/src/store/packed-store.ts';
import type { ReasoningIndex } from '../../../server/src/reasoning/reasoning-index.ts';
import { claimsOf, context, type Brief } from './claims.ts';

const naming = (index: ReasoningIndex): Naming => ({
  nameOfAsserter: (id) =>
    id === 'webb1894'
      ? { name: 'Webb and Webb', year: '1894', several: true }
      : id === 'booth1902'
        ? { name: 'Booth', year: '1902', several: false }
        : id === 'anon'
          ? {
              name: '“An account of the whole trade of the river and of its many wants”',
              year: null,
              several: false,
            }
          : { name: id, year: null, several: id === 'dockers' },
  nameOfActor: (id) =>
    id === 'guild'
      ? 'Guild of Free Seamen'
      : id === 'trinity'
        ? 'Brethren of Trinity House at Deptford Strond in the County of Kent'
        : id,
  briefNameOfActor: (id) => (id === 'guild' ? 'GFS' : naming(index).nameOfActor(id)),
  isReport: (claim) => index.asserters.isReport(claim),
});

/** The row of the conflict between `a.md` and `b.md`, told from the first. */
function row(
  a: Brief,
  b: Brief,
  sources: readonly [string | null, string | null] = ['webb1894', 'booth1902'],
  told = conflictPoint,
): string {
  const keeper = new ClaimKeeper(packedStore.claims());
  const index = keeper.reasoning;
  keeper.setContext(context);
  keeper.replace('a.md', claimsOf('a.md', sources[0], [{ id: 'a', about: 'guild', ...a }]), sources[0]);
  keeper.replace('b.md', claimsOf('b.md', sources[1], [{ id: 'b', about: 'guild', ...b }]), sources[1]);
  const [conflict] = index.conflictsIn('a.md');
  assert.ok(conflict);
  return told(conflict, naming(index), index.claimsIn('a.md')[0]!);
}

describe('the row of a conflict begins with what it is about', () => {
  const cases: readonly [string, Brief, Brief, string, (readonly [string | null, string | null])?][] = [
    ['yes and no', { says: 'trusted = no' }, { says: 'trusted = yes' }, 'GFS trusted: Webb and Webb (1894) say no, Booth (1902) yes.'],
    ['a denial', { says: 'trusted != yes' }, { says: 'trusted = yes' }, 'GFS trusted: Webb and Webb (1894) say no, Booth (1902) yes.'],
    ['a choice', { says: 'form = club' }, { says: 'form != club' }, 'GFS form: Webb and Webb (1894) say club, Booth (1902) not club.'],
    ['numbers', { says: 'members = 82' }, { says: 'members >= 3000' }, 'GFS members: Webb and Webb (1894) say 82, Booth (1902) at least 3000.'],
    ['a span of numbers', { says: 'members = 80..90' }, { says: 'members < 70' }, 'GFS members: Webb and Webb (1894) say 80 to 90, Booth (1902) fewer than 70.'],
    ['dates', { says: 'founded = 1890-05' }, { says: 'founded > 1891' }, 'GFS founded: Webb and Webb (1894) say May 1890, Booth (1902) after 1891.'],
    ['the writer', { says: 'trusted = no' }, { says: 'trusted = yes' }, 'GFS trusted: the writer says no, Booth (1902) yes.', [null, 'booth1902']],
    ['a report', { says: 'trusted = no', by: 'dockers' }, { says: 'trusted = yes' }, 'GFS trusted: dockers say no, Booth (1902) yes. The first is told by Webb and Webb (1894).'],
    ['a work that another reports', { says: 'trusted = no' }, { says: 'trusted = yes', by: 'webb1894' }, 'GFS trusted: “An account of the whole…” says no, Webb and Webb (1894, in Booth 1902) yes.', ['anon', 'booth1902']],
    ['what is only marked', { contradicts: 'b.md#b', text: 'The men came' }, { text: 'Nobody came that day, nor on any other day of that long and bitter winter' }, 'GFS: Webb and Webb (1894) say “The men came”, Booth (1902) “Nobody came that day, nor…”.'],
    ['words that leave no room for others', { contradicts: 'b.md#b', about: 'trinity', text: 'Wages rose in every port of the coast before Easter' }, { about: 'trinity', text: 'They fell in every port of the coast before Easter' }, 'Brethren of Trinity House…: Webb and Webb (1894) say “Wages rose in every…”, against Booth (1902).'],
    ['a long title that leaves no room for the other’s words', { contradicts: 'b.md#b', text: 'Wages rose in every port too' }, { text: 'They fell in every port of the coast before Easter' }, 'GFS: “An account of the whole…” says “Wages rose in every port too”, against Booth (1902).', ['anon', 'booth1902']],
    ['what is about nobody in common', { contradicts: 'b.md#b', text: 'The men came', about: 'crown' }, { text: 'Nobody came' }, 'Webb and Webb (1894) say “The men came”, Booth (1902) “Nobody came”.'],
    ['one asserter', { says: 'trusted = no', locator: 'p. 3' }, { says: 'trusted = yes', locator: 'p. 8' }, 'GFS trusted: Webb and Webb (1894) say both no (p. 3) and yes (p. 8).', ['webb1894', 'webb1894']],
  ]; // prettier-ignore
  for (const [title, a, b, expected, sources] of cases)
    it(title, () => assert.equal(row(a, b, sources), expected));

  it('two claims of one text', () => {
    const keeper = new ClaimKeeper(packedStore.claims());
    const index = keeper.reasoning;
    keeper.setContext(context);
    const told = (a: Brief, b: Brief) => {
      keeper.replace(
        'a.md',
        claimsOf('a.md', 'booth1902', [
          { id: 'a', about: 'guild', ...a },
          { id: 'b', about: 'guild', ...b },
        ]),
        'booth1902',
      );
      return conflictPoint(index.conflictsIn('a.md')[0]!, naming(index), index.claimsIn('a.md')[0]!);
    };
    assert.equal(
      told({ says: 'trusted = no', by: 'dockers' }, { says: 'trusted = yes', by: 'webb1894' }),
      'GFS trusted: dockers say no, Webb and Webb (1894) yes. Both are told by Booth (1902).',
    );
    assert.equal(
      told({ says: 'trusted = no' }, { says: 'trusted = yes', by: 'webb1894' }),
      'GFS trusted: Booth (1902) says no, Webb and Webb (1894) yes. The second is told by Booth (1902).',
    );
    assert.equal(
      told(
        { about: 'trinity', contradicts: '#b', text: 'Wages rose in every port of the coast before Easter' },
        { about: 'trinity', text: 'They fell in every port of the coast before Easter' },
      ),
      'Brethren of Trinity House at…: Booth (1902) says “Wages rose in…”, and the contrary.',
    );
  });

  it('one claim', () => {
    const keeper = new ClaimKeeper(packedStore.claims());
    const index = keeper.reasoning;
    keeper.setContext(context);
    const told = (brief: Brief) => {
      keeper.replace(
        'a.md',
        claimsOf('a.md', 'booth1902', [{ id: 'a', about: 'guild', ...brief }]),
        'booth1902',
      );
      const [conflict] = index.conflictsIn('a.md');
      return conflictPoint(conflict!, naming(index), index.claimsIn('a.md')[0]!);
    };
    assert.equal(
      told({ says: 'trusted = no; trusted = yes' }),
      'GFS trusted: Booth (1902) says no and yes in one breath.',
    );
    assert.equal(
      told({ text: 'So', contradicts: '#a' }),
      'GFS: Booth (1902) says “So”, marked as contradicting itself.',
    );
  });

  it('what follows from what is held', () => {
    const keeper = new ClaimKeeper(packedStore.claims());
    const index = keeper.reasoning;
    keeper.setContext(context);
    keeper.replace('a.md', claimsOf('a.md', 'booth1902', [
      { id: 'dues', text: 'All paid gladly', implies: '#yes' },
      { id: 'no', text: 'Nobody joined', about: 'guild', says: 'trusted = no' },
    ]), 'booth1902'); // prettier-ignore
    keeper.replace('b.md', claimsOf('b.md', 'webb1894', [{ id: 'yes', text: 'All loved it', about: 'guild', says: 'trusted = yes' }]), 'webb1894'); // prettier-ignore
    keeper.replace('a.md', claimsOf('a.md', 'booth1902', [
      { id: 'dues', text: 'All paid gladly', implies: 'b.md#yes' },
      { id: 'no', text: 'Nobody joined', about: 'guild', says: 'trusted = no' },
    ]), 'booth1902'); // prettier-ignore
    const conflict = index.conflictsOf('a.md#dues').find(({ kind }) => kind === 'consequence');
    assert.equal(
      conflictRow(conflict!, naming(index), index.claimsIn('a.md')[0]!),
      'GFS trusted: what Booth (1902) holds leads to both yes and no. Booth (1902) holds “All paid gladly”, which implies “All loved it”, and also “Nobody joined”. Nothing here settles it.',
    );
  });

  const marks: readonly [title: string, a: Brief, b: Brief, expected: RegExp][] = [
    ['by the first', { contradicts: 'b.md#b' }, {}, /The first is marked as contradicting the second\./],
    ['by the second', {}, { contradicts: 'a.md#a' }, /The second is marked as contradicting the first\./],
    [
      'by both',
      { contradicts: 'b.md#b' },
      { contradicts: 'a.md#a' },
      /Each is marked as contradicting the other\./,
    ],
  ];
  for (const [title, a, b, expected] of marks)
    it(`and says that it is marked ${title}`, () =>
      assert.match(row({ text: 'So', ...a }, { text: 'Not so', ...b }, undefined, conflictRow), expected));

  it('and goes on with times, marks and what settles it', () =>
    assert.equal(
      row(
        { says: 'trusted = no', when: '1890', contradicts: 'b.md#b' },
        { says: 'trusted = yes' },
        undefined,
        conflictRow,
      ),
      'GFS trusted: Webb and Webb (1894) say no, Booth (1902) yes. They are marked as contradicting each other, too. The first speaks of 1890, the second names no time, and nothing here settles it.',
    ));
});
