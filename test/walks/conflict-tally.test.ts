import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MOST_TOLD, toldConflicts } from '../../server/src/reasoning/conflict-tally.ts';
import type { Conflict } from '../../server/src/reasoning/model.ts';
import { ClaimKeeper } from '../../server/src/reasoning/claim-keeper.ts';
import { packedStore } from '../../server/src/store/packed-store.ts';
import type { ReasoningIndex } from '../../server/src/reasoning/reasoning-index.ts';
import { FEWER_RIVALS, MOST_RIVALS } from '../../server/src/reasoning/rivals.ts';
import { claimsOf, context, type Brief } from '../unit/reasoning/claims.ts';

function keeperOf(files: Readonly<Record<string, readonly Brief[]>>): ClaimKeeper {
  const keeper = new ClaimKeeper(packedStore.claims());
  keeper.setContext(context);
  for (const [path, briefs] of Object.entries(files)) keeper.replace(path, claimsOf(path, null, briefs));
  return keeper;
}

function indexOf(files: Readonly<Record<string, readonly Brief[]>>): ReasoningIndex {
  return keeperOf(files).reasoning;
}

/** The tally of a claim without its words: how many of each kind, and which are told. */
function counted(index: ReasoningIndex, address: string) {
  const tally = index.conflictTally(address);
  const { between, within, misreports, byConsequence, unsettled, settled, first } = tally;
  const told = toldConflicts(tally).map(({ a, b }) => `${a.address} ${b.address}`);
  return { between: between.count + misreports.count, within: within.count, byConsequence: byConsequence.count, unsettled, settled, first, told }; // prettier-ignore
}

const says = fc.constantFrom(
  'trusted = yes',
  'trusted = no',
  'trusted = yes; members = 80',
  'members = 100',
  'members > 90',
  'members = 70..85; form = club',
  'form != club',
  'form = firm',
  'founded = 1890?',
  'founded = 1900; founded = 1910',
  'backed = none',
  'backed = some',
  'strikes = 20; backed = most',
  'strikes = over 20',
  'odd = x',
  'odd != x',
);
const anyBrief = fc.record(
  {
    by: fc.constantFrom('webb1894', 'beatrice-webb', 'booth1902'),
    via: fc.constantFrom('booth1902', 'webb1891'),
    about: fc.constantFrom('guild', 'guild crown', 'lodge', 'rowers'),
    says,
    when: fc.constantFrom('1890', '1890/1893', '1891?', '1885~', '1880/..', '1890-05', 'never'),
    where: fc.constantFrom('Hull', 'London', 'England'),
    status: fc.constantFrom('open' as const, 'rejected' as const),
    certainty: fc.constantFrom('low' as const, 'high' as const),
  },
  { requiredKeys: ['about', 'says'] },
);

const ofMembers = fc
  .tuple(anyBrief, fc.constantFrom('members = 80', 'members = 100', 'members > 90', 'members = 70..85'))
  .map(([one, says]): Brief => ({ ...one, about: 'guild', says }));
const placed = fc
  .tuple(ofMembers, fc.constantFrom('Riga', ' riga', 'Tartu', 'Pärnu', 'Narva', 'Hull', 'England', null))
  .map(([{ where: _, ...one }, where]): Brief => (where === null ? one : { ...one, where }));

/** Whether two claims conflict that are alone in the world. */
const alone = new Map<string, Conflict | null>();
function conflictOf(a: Brief, b: Brief): Conflict | null {
  const key = JSON.stringify([a, b]);
  let known = alone.get(key);
  if (known === undefined) {
    const index = indexOf({ 'a.md': [{ ...a, id: 'a' }], 'b.md': [{ ...b, id: 'b' }] });
    known = index.conflictsOf('a.md#a').find((conflict) => conflict.b.address === 'b.md#b') ?? null;
    alone.set(key, known);
  }
  return known;
}

describe('the number of a claim’s conflicts', () => {
  // Of few claims each is looked at; of many of one actor and property only one of each value and time.
  // Of claims that name a place in which nothing lies, only those of that place.
  for (const [what, brief, size, runs] of [['few', anyBrief, { maxLength: 12 }, 60], ['many', anyBrief, { minLength: 150, maxLength: 220 }, 5], ['many of one property', ofMembers, { minLength: 150, maxLength: 220 }, 4], ['many of places', placed, { minLength: 160, maxLength: 220 }, 5]] as const)
    it(`is that of the claims that contradict it, compared one by one, among ${what}`, () => {
      fc.assert(
        fc.property(fc.array(brief, size), fc.array(fc.nat(2)), (briefs, where) => {
          const pathOf = (i: number) => `${where[i % Math.max(1, where.length)] ?? 0}.md`;
          const files: Record<string, Brief[]> = {};
          briefs.forEach((one, i) => (files[pathOf(i)] ??= []).push({ ...one, id: `n${i}` }));
          const index = indexOf(files);
          const asked = briefs.length > 20 ? [0, 7, briefs.length - 1] : briefs.keys();
          for (const i of asked) {
            const own = `${pathOf(i)}#n${i}`;
            const others = briefs.flatMap((other, j) => (i === j ? [] : (conflictOf(briefs[i]!, other) ?? [])));
            const standing = others.filter(({ settlement }) => settlement === null);
            const within = standing.filter(({ within: shared }) => shared.length > 0).length;
            const found = counted(index, own);
            // A claim that contradicts itself is one more, within.
            const self = index.conflictsOf(own).filter(({ a, b }) => a === b);
            const selves = self.filter(({ settlement }) => settlement === null).length;
            assert.equal(found.within, within + selves);
            assert.equal(found.between, standing.length - within);
            assert.equal(found.unsettled, standing.length + selves);
            assert.equal(found.settled, others.length - standing.length + self.length - selves);
            assert.equal(found.told.length, Math.min(MOST_TOLD, found.within) + Math.min(MOST_TOLD, found.between));
          }
        }),
        { numRuns: runs },
      );
    }); // prettier-ignore

  it('is told of the first, those that are more than hints before the others', () => {
    const low = Array.from({ length: 3 }, (_, i): Brief => ({ id: `l${i}`, by: `s${i}`, about: 'guild', says: 'trusted = no', certainty: 'low' })); // prettier-ignore
    const firm = Array.from({ length: 9 }, (_, i): Brief => ({ id: `f${i}`, by: `t${i}`, about: 'guild', says: 'trusted = no' })); // prettier-ignore
    const index = indexOf({ 'a.md': [...low, ...firm], 'b.md': [{ id: 'b', about: 'guild', says: 'trusted = yes' }] });
    const { between } = index.conflictTally('b.md#b');
    assert.equal(between.count, 12);
    assert.deepEqual(
      between.told.map(({ a }) => a.id),
      [...firm.map(({ id }) => id), 'l0'],
    );
  }); // prettier-ignore

  it('is found whatever the order of edits, where more contradict a claim than are counted', () => {
    const many = (by: string) =>
      Array.from({ length: MOST_RIVALS }, (_, i): Brief => ({ id: `${by}${i}`, by: `${by}${i}`, about: 'guild', says: `members = ${10 ** (i % 7)}` })); // prettier-ignore
    const files = {
      'a.md': many('a'),
      'b.md': many('b'),
      'c.md': [{ id: 'c', about: 'guild', says: 'members = 5' }],
    };
    const one = indexOf(files);
    const keeper = keeperOf(Object.fromEntries(Object.entries(files).reverse()));
    keeper.replace('a.md', []);
    keeper.replace('a.md', claimsOf('a.md', null, files['a.md']));
    const tally = one.conflictTally('c.md#c');
    assert.equal(tally.unsettled, FEWER_RIVALS);
    assert.equal(tally.wereAllCompared, false);
    assert.deepEqual(counted(one, 'c.md#c'), counted(keeper.reasoning, 'c.md#c'));
  });

  it('is not used up by claims that speak of other places', () => {
    const elsewhere = (i: number): Brief => ({ id: `e${i}`, by: `e${i}`, about: 'guild', says: `members = ${10 + (i % 7)}`, where: `Town ${i}` }); // prettier-ignore
    const index = indexOf({
      'a.md': Array.from({ length: MOST_RIVALS + 20 }, (_, i) => elsewhere(i)),
      'b.md': [{ id: 'near', by: 'near', about: 'guild', says: 'members = 500', where: 'London' }],
      'c.md': [{ id: 'c', about: 'guild', says: 'members = 5', where: 'England' }],
    });
    const tally = index.conflictTally('c.md#c');
    assert.equal(tally.unsettled, 1);
    assert.equal(tally.wereAllCompared, true);
  });

  it('counts those that one claim settles as settled, and no conflict of the settling claim', () => {
    const claims = Array.from({ length: 60 }, (_, i): Brief => ({ id: `n${i}`, by: `s${i}`, about: 'guild', says: `members = ${2 ** i}` })); // prettier-ignore
    const judge = { id: 'j', about: 'guild', says: 'members = 3', resolves: claims.map(({ id }) => `#${id}`).join(' ') };
    const index = indexOf({ 'a.md': [...claims, judge] });
    assert.deepEqual(counted(index, 'a.md#j').unsettled, 0);
    assert.deepEqual(counted(index, 'a.md#n3').settled, 59);
    assert.deepEqual(counted(index, 'a.md#n3').unsettled, 0);
  }); // prettier-ignore
});
