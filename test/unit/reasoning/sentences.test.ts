import assert from 'node:assert/strict';
import { ClaimKeeper } from '../../../server/src/reasoning/claim-keeper.ts';
import { packedStore } from '../../../server/src/store/packed-store.ts';
import type { AsserterName, Naming } from '../../../server/src/reasoning/named-asserters.ts';
import { isPlural } from '../../../server/src/reasoning/phrases.ts';
import { claimSentence, conflictSentence, stepSentence } from '../../../server/src/reasoning/sentences.ts';
import { claimsOf, context, property, type Brief } from './claims.ts';

const WORKS: Record<string, AsserterName> = {
  webb1894: { name: 'Webb and Webb', year: '1894', several: true },
  booth1902: { name: 'Booth', year: '1902', several: false },
};
const ACTORS: Record<string, string> = {
  guild: 'Guild of Free Seamen',
  crown: 'Crown',
  dockers: 'Dockers of Hull',
  acme: 'ACME',
};

/** What is said of the only conflict between a claim of the Webbs and one of Booth's. */
function said(a: Brief, b: Brief, ...notes: Brief[]): string {
  return told(
    { webb1894: [{ text: 'a', about: 'guild', ...a }], booth1902: [{ text: 'b', about: 'guild', ...b }] },
    notes,
  );
}

function told(sources: Record<string, Brief[]>, notes: readonly Brief[] = []): string {
  const keeper = new ClaimKeeper(packedStore.claims());
  const more = [property('serves-as', 'choice', { of: ['bank', 'club'] }), property('registered-as', 'choice', { of: ['club', 'firm'] }), property('closed', 'date'), property('death', 'date'), property('emerged', 'date'), property('carries-coal', 'boolean'), property('control-of-wages', 'boolean'), property('legal', 'boolean'), property('weekly-wage', 'quantity', { unit: 'GBP' }),
    property('is-legal', 'boolean'), property('has-rooms', 'boolean'), property('can-strike', 'boolean'), property('exists', 'boolean'), property('independent-of-party', 'boolean'), property('ties', 'choice', { of: ['crown', 'church'] }), property('number-of-members', 'quantity', { unit: 'person' }), property('memberCount', 'quantity'), property('was-founded', 'date'), property('active-since', 'date'), property('unionised', 'quantity', { unit: '%' })]; // prettier-ignore
  keeper.setContext({
    ...context,
    properties: new Map([...context.properties, ...more.map((p) => [p.name, p] as const)]),
  });
  for (const [source, claims] of Object.entries(sources))
    keeper.replace(
      `${source === 'webb1894' ? 'a' : 'b'}.md`,
      claimsOf(source === 'webb1894' ? 'a.md' : 'b.md', source, claims),
    );
  keeper.replace('n.md', claimsOf('n.md', null, notes));
  const naming: Naming = {
    nameOfAsserter: (id) =>
      WORKS[id] ?? { name: ACTORS[id] ?? id, year: null, several: isPlural(ACTORS[id] ?? id) },
    nameOfActor: (id) => ACTORS[id] ?? id,
    isReport: (claim) => keeper.reasoning.asserters.isReport(claim),
  };
  const [path = ''] = [...keeper.reasoning.paths()].filter(
    (file) => keeper.reasoning.conflictsIn(file).length > 0,
  );
  const conflicts = keeper.reasoning.conflictsIn(path);
  const conflict = conflicts.find(({ kind }) => kind === 'consequence') ?? conflicts[0];
  assert.ok(conflict, 'there is a conflict');
  return conflictSentence(conflict, naming);
}

describe('sentences on conflicts', () => {
  /** Without the end, which is the same in all of them. */
  const clause = (a: string, b: string, about = 'guild') =>
    said({ says: a, about }, { says: b, about }).replace(
      / Neither gives a time, and nothing here settles it\.$/,
      '',
    );

  const clauses: [a: string, b: string, expected: string, about?: string][] = [
    ['trusted = no', 'trusted = yes', 'Webb and Webb (1894) hold that the Guild of Free Seamen is not trusted; Booth (1902) holds that it is.'],
    ['trusted = yes', 'trusted != true', 'Webb and Webb (1894) hold that Dockers of Hull are trusted; Booth (1902) holds that they are not.', 'dockers'],
    ['empowers = no', 'empowers = yes', 'Webb and Webb (1894) hold that Dockers of Hull do not empower; Booth (1902) holds that they do.', 'dockers'],
    ['carries-coal = yes', 'carries-coal = no', 'Webb and Webb (1894) hold that ACME carries coal; Booth (1902) holds that it does not.', 'acme'],
    ['carries-coal = no', 'carries-coal = yes', 'Webb and Webb (1894) hold that ACME does not carry coal; Booth (1902) holds that it does.', 'acme'],
    ['legal = no', 'legal = yes', 'Webb and Webb (1894) hold that ACME is not legal; Booth (1902) holds that it is.', 'acme'],
    ['control-of-wages = yes', 'control-of-wages = no', 'Webb and Webb (1894) hold that “control of wages” is true of ACME; Booth (1902) holds that it is not.', 'acme'],
    ['form = club', 'form = firm', 'Webb and Webb (1894) hold that the form of the Guild of Free Seamen is “club”; Booth (1902) holds that it is “firm”.'],
    ['form = club', 'form != club', 'Webb and Webb (1894) hold that the form of the Guild of Free Seamen is “club”; Booth (1902) holds that it is not “club”.'],
    ['serves = crew', 'serves = owners', 'Webb and Webb (1894) hold that the Guild of Free Seamen serves crew; Booth (1902) holds that it serves owners.'],
    ['serves-as = bank', 'serves-as != bank', 'Webb and Webb (1894) hold that Dockers of Hull serve as bank; Booth (1902) holds that they do not serve as bank.', 'dockers'],
    ['registered-as = club', 'registered-as = firm', 'Webb and Webb (1894) hold that the Guild of Free Seamen is registered as club; Booth (1902) holds that it is registered as firm.'],
    ['members = 82', 'members >= 3000', 'Webb and Webb (1894) hold that the Guild of Free Seamen has 82 members; Booth (1902) holds that it has at least 3000 members.'],
    ['members = 80..90', 'members = ~200', 'Webb and Webb (1894) hold that Dockers of Hull have 80 to 90 members; Booth (1902) holds that they have about 200 members.', 'dockers'],
    ['members = 82', 'members != 82', 'Webb and Webb (1894) hold that ACME has 82 members; Booth (1902) holds that it does not have 82 members.', 'acme'],
    ['weekly-wage < 10', 'weekly-wage = £12', 'Webb and Webb (1894) hold that the weekly wage of ACME is less than 10 GBP; Booth (1902) holds that it is £12.', 'acme'],
    ['founded = 1880/1882', 'founded = 1870-05', 'Webb and Webb (1894) hold that the Guild of Free Seamen was founded between 1880 and 1882; Booth (1902) holds that it was founded in May 1870.'],
    ['emerged = 1890/..', 'emerged < 1880', 'Webb and Webb (1894) hold that Dockers of Hull emerged in 1890 or later; Booth (1902) holds that they emerged before 1880.', 'dockers'],
    ['death = 1890-02-03', 'death > 1890', 'Webb and Webb (1894) hold that the death of ACME falls on 3 February 1890; Booth (1902) holds that it falls after 1890.', 'acme'],
    ['founded = 1890~', 'founded = 1899-21', 'Webb and Webb (1894) hold that ACME was founded in about 1890; Booth (1902) holds that it was founded in spring 1899.', 'acme'],
    ['founded != 1890', 'founded = 1890', 'Webb and Webb (1894) hold that ACME was not founded in 1890; Booth (1902) holds that it was founded in 1890.', 'acme'],
    ['rooms = 3', 'rooms = 4', 'Webb and Webb (1894) hold that ACME has 3 rooms; Booth (1902) holds that it has 4 rooms.', 'acme'],
    ['is-legal = yes', 'is-legal = no', 'Webb and Webb (1894) hold that Dockers of Hull are legal; Booth (1902) holds that they are not.', 'dockers'],
    ['has-rooms = no', 'has-rooms = yes', 'Webb and Webb (1894) hold that Dockers of Hull do not have rooms; Booth (1902) holds that they do.', 'dockers'],
    ['has-rooms = yes', 'has-rooms = no', 'Webb and Webb (1894) hold that ACME has rooms; Booth (1902) holds that it does not.', 'acme'],
    ['can-strike = no', 'can-strike = yes', 'Webb and Webb (1894) hold that Dockers of Hull cannot strike; Booth (1902) holds that they can.', 'dockers'],
    ['exists = no', 'exists = yes', 'Webb and Webb (1894) hold that ACME does not exist; Booth (1902) holds that it does.', 'acme'],
    ['independent-of-party = yes', 'independent-of-party = no', 'Webb and Webb (1894) hold that ACME is independent of party; Booth (1902) holds that it is not.', 'acme'],
    ['ties = crown', 'ties = church', 'Webb and Webb (1894) hold that the ties of ACME are “crown”; Booth (1902) holds that they are “church”.', 'acme'],
    ['number-of-members = 3', 'number-of-members >= 80 persons', 'Webb and Webb (1894) hold that ACME has 3 members; Booth (1902) holds that it has at least 80 members.', 'acme'],
    ['memberCount = 4', 'memberCount < 2', 'Webb and Webb (1894) hold that the member count of ACME is 4; Booth (1902) holds that it is less than 2.', 'acme'],
    ['members < 80', 'members = 312', 'Webb and Webb (1894) hold that ACME has fewer than 80 members; Booth (1902) holds that it has 312 members.', 'acme'],
    ['was-founded = 1890', 'was-founded = 1895', 'Webb and Webb (1894) hold that ACME was founded in 1890; Booth (1902) holds that it was founded in 1895.', 'acme'],
    ['active-since = 1890', 'active-since = 1895', 'Webb and Webb (1894) hold that Dockers of Hull have been active since 1890; Booth (1902) holds that they have been active since 1895.', 'dockers'],
    ['unionised = 3', 'unionised > 20', 'Webb and Webb (1894) hold that Dockers of Hull are 3% unionised; Booth (1902) holds that they are more than 20% unionised.', 'dockers'],
    ['seat = hull', 'seat != hull', 'Webb and Webb (1894) hold that the seat of ACME is “hull”; Booth (1902) holds that it is not “hull”.', 'acme'],
  ]; // prettier-ignore
  for (const [a, b, expected, about] of clauses)
    it(`${a} × ${b}`, () => assert.equal(clause(a, b, about), expected));

  const start =
    'Webb and Webb (1894) hold that the Guild of Free Seamen is not trusted; Booth (1902) holds that it is.';
  const yes: Brief = { says: 'trusted = yes' };
  const no: Brief = { says: 'trusted = no' };
  const whole: [title: string, a: Brief, b: Brief, expected: string][] = [
    ['no time', no, yes, `${start} Neither gives a time, and nothing here settles it.`],
    ['one time', { ...no, when: '1890' }, yes, `${start} The first speaks of 1890, the second names no time, and nothing here settles it.`],
    ['the same time', { ...no, when: '1890-05' }, { ...yes, when: '1890-05' }, `${start} Both speak of May 1890, and nothing here settles it.`],
    ['two times', { ...no, when: '1890/1895' }, { ...yes, when: '1891~' }, `${start} The first speaks of 1890 to 1895, the second of about 1891, and nothing here settles it.`],
    ['time and place', { ...no, when: '1890', where: 'Hull' }, { ...yes, when: '1890', where: 'Hull' }, `${start} Both speak of 1890 and of Hull, and nothing here settles it.`],
    ['places', { ...no, where: 'Deptford' }, { ...yes, where: 'London' }, `${start} The first speaks of Deptford, the second of London, and nothing here settles it.`],
    ['little certainty', { ...no, certainty: 'low' }, yes, `${start} One of them is held with little certainty. Neither gives a time, and nothing here settles it.`],
    ['several points', { says: 'trusted = no; form = club' }, { says: 'trusted = yes; form = firm' }, `${start} They differ on one point more. Neither gives a time, and nothing here settles it.`],
    ['a status', no, { ...yes, status: 'withdrawn' }, `${start} Neither gives a time. It is settled: the second is withdrawn.`],
    ['places in the texts', { ...no, locator: 'p. 3' }, { ...yes, locator: 'para. 23' }, 'Webb and Webb (1894, p. 3) hold that the Guild of Free Seamen is not trusted; Booth (1902, para. 23) holds that it is. Neither gives a time, and nothing here settles it.'],
    ['a report', { ...no, by: 'dockers', locator: 'p. 3' }, yes, 'Dockers of Hull, as Webb and Webb (1894, p. 3) report, hold that the Guild of Free Seamen is not trusted; Booth (1902) holds that it is. Neither gives a time, and nothing here settles it.'],
    ['a declaration', { contradicts: 'b.md#b', text: 'The men  came.' }, { id: 'b', text: 'They stayed away' }, 'Webb and Webb (1894) hold “The men  came”; Booth (1902) holds “They stayed away”. The first is marked as contradicting the second. Nothing here settles it.'],
    ['a declaration with one place', { contradicts: 'b.md#b', text: 'The men came', where: 'Hull' }, { id: 'b', text: 'They stayed away' }, 'Webb and Webb (1894) hold “The men came”; Booth (1902) holds “They stayed away”. The first is marked as contradicting the second. Nothing here settles it.'],
    ['a declaration with two places', { contradicts: 'b.md#b', text: 'The men came', where: 'Hull' }, { id: 'b', text: 'They stayed away', where: 'London' }, 'Webb and Webb (1894) hold “The men came”; Booth (1902) holds “They stayed away”. The first is marked as contradicting the second. The first speaks of Hull, the second of London, and nothing here settles it.'],
    ['a report of what the first holds', no, { ...yes, by: 'webb1894' }, 'Webb and Webb (1894) hold that the Guild of Free Seamen is not trusted; Webb and Webb (1894), as Booth (1902) reports, hold that it is. The report is not what the text says. Neither gives a time, and nothing here settles it.'],
    ['two declarations', { id: 'a', contradicts: 'b.md#b' }, { id: 'b', contradicts: 'a.md#a' }, 'Webb and Webb (1894) hold “a”; Booth (1902) holds “b”. Each is marked as contradicting the other. Nothing here settles it.'],
  ]; // prettier-ignore
  for (const [title, a, b, expected] of whole)
    it(`tell of ${title}`, () => assert.equal(said(a, b), expected));

  it('tell of a settlement', () => {
    const judge: Brief = {
      id: 'j',
      text: 'Booth saw it later',
      resolves: 'a.md#a b.md#b',
      prefers: 'b.md#b',
    };
    assert.equal(
      said({ ...no, id: 'a' }, { ...yes, id: 'b' }, judge),
      `${start} Neither gives a time. The writer settles it in favour of the second: “Booth saw it later”.`,
    );
  });

  it('tell of a settlement that is under way', () => {
    const judge = (rest: Brief): Brief => ({ resolves: 'a.md#a b.md#b', ...rest });
    const ending = (rest: Brief) =>
      said({ ...no, id: 'a' }, { ...yes, id: 'b' }, judge(rest)).slice(start.length);
    assert.equal(
      ending({ id: 'j', text: 'Booth saw it later', status: 'open' }),
      ' Neither gives a time. It is being settled: the verdict “#j” is still open.',
    );
    assert.equal(
      ending({ text: '' }),
      ' Neither gives a time. It is being settled: a verdict does not yet say which of the two holds, and why.',
    );
    assert.equal(
      said({ id: 'a', contradicts: 'b.md#b' }, { id: 'b' }, judge({ id: 'j', text: 'So', status: 'open' })),
      'Webb and Webb (1894) hold “a”; Booth (1902) holds “b”. The first is marked as contradicting the second. It is being settled: the verdict “#j” is still open.',
    );
  });

  it('tell of one asserter', () => {
    const own = (...claims: Brief[]) =>
      told({ webb1894: claims.map((claim) => ({ about: 'guild', ...claim })) });
    assert.equal(
      own({ ...no, locator: 'p. 3' }, { ...yes, locator: 'p. 8' }),
      'Webb and Webb (1894) hold both that the Guild of Free Seamen is not trusted (p. 3) and that it is (p. 8). Neither gives a time, and nothing here settles it.',
    );
    assert.equal(
      own({ ...no, locator: 'p. 3' }, { ...yes, locator: 'p. 3' }),
      'Webb and Webb (1894, p. 3) hold both that the Guild of Free Seamen is not trusted and that it is. Neither gives a time, and nothing here settles it.',
    );
    assert.equal(
      own({ says: 'trusted = no; trusted = yes' }),
      'Webb and Webb (1894) hold in one breath that the Guild of Free Seamen is not trusted and that it is. Nothing here settles it.',
    );
  });

  it('tell of what follows, step by step', () => {
    const sentence = told({
      webb1894: [
        { text: 'Nobody joined it', implies: 'b.md#c' },
        { text: 'All loved it', about: 'guild', says: 'trusted = yes' },
      ],
      booth1902: [{ id: 'c', text: 'It had no credit', about: 'guild', says: 'trusted = no' }],
    });
    assert.equal(
      sentence,
      'Webb and Webb (1894) hold “Nobody joined it”, which implies “It had no credit”, and also “All loved it”. But “It had no credit” says that the Guild of Free Seamen is not trusted, and “All loved it” that it is. Nothing here settles it.',
    );
  });

  it('cut long words, and name a claim and a step for those who point at them', () => {
    const [long, next] = claimsOf('a.md', 'booth1902', [
      { text: 'word '.repeat(60) },
      { text: 'Next.', locator: 'p. 9' },
    ]);
    const naming: Naming = {
      nameOfAsserter: (id) => WORKS[id]!,
      nameOfActor: (id) => id,
      isReport: () => false,
    };
    assert.match(claimSentence(long!, naming), /^Booth \(1902\): “(?:word ){21}word…”$/);
    const steps = [long!, next!].map((claim) => ({ claim, implies: null }));
    assert.match(stepSentence(steps[0]!, steps[1], naming), /word…”, which implies “Next”\.$/);
    assert.equal(stepSentence(steps[1]!, undefined, naming), 'Booth (1902, p. 9): “Next”.');
  });
});
