import assert from 'node:assert/strict';
import {
  clauseOf,
  isPlural,
  plainDate,
  propertyInWords,
  valueInWords,
  withArticle,
} from '../../../server/src/reasoning/phrases.ts';
import { setLanguage } from '../../../server/src/words/say.ts';
import { parseSays } from '../../../server/src/reasoning/says.ts';
import type { PropertyType } from '../../../server/src/workspace/project.ts';
import { property } from './claims.ts';

/** What is said, the type of its property ('' where none is declared) and its unit, of whom; the clause, again, and the value alone. */
const CLAUSES: readonly [says: string, type: PropertyType | '', unit: string | null, actor: string, full: string, again: string, value: string][] = [
  ['trusted = yes', 'boolean', null, 'Guild', 'Guild is trusted', 'it is', 'yes'],
  ['trusted = no', 'boolean', null, 'Dockers', 'Dockers are not trusted', 'they are not', 'no'],
  ['trusted-by-crew = no', 'boolean', null, 'Guild', 'Guild is not trusted by crew', 'it is not', 'no'],
  ['trustedByCrew != no', 'boolean', null, 'Guild', 'Guild is trusted by crew', 'it is', 'yes'],
  ['empowers = yes', 'boolean', null, 'Guild', 'Guild empowers', 'it does', 'yes'],
  ['empowers-workers = no', 'boolean', null, 'Guild', 'Guild does not empower workers', 'it does not', 'no'],
  ['empowers-workers = no', 'boolean', null, 'Dockers', 'Dockers do not empower workers', 'they do not', 'no'],
  ['carries = yes', 'boolean', null, 'Dockers', 'Dockers carry', 'they do', 'yes'],
  ['teaches = no', 'boolean', null, 'Guild', 'Guild does not teach', 'it does not', 'no'],
  ['has-members = no', 'boolean', null, 'Guild', 'Guild does not have members', 'it does not', 'no'],
  ['has-members = yes', 'boolean', null, 'Dockers', 'Dockers have members', 'they do', 'yes'],
  ['is-legal = no', 'boolean', null, 'Guild', 'Guild is not legal', 'it is not', 'no'],
  ['is-legal = yes', 'boolean', null, 'Dockers', 'Dockers are legal', 'they are', 'yes'],
  ['are-legal = yes', 'boolean', null, 'Dockers', 'Dockers are legal', 'they are', 'yes'],
  ['was-legal = no', 'boolean', null, 'Guild', 'Guild was not legal', 'it was not', 'no'],
  ['were-legal = yes', 'boolean', null, 'Dockers', 'Dockers were legal', 'they were', 'yes'],
  ['could-strike = yes', 'boolean', null, 'Guild', 'Guild could strike', 'it could', 'yes'],
  ['must-strike = no', 'boolean', null, 'Dockers', 'Dockers must not strike', 'they must not', 'no'],
  ['should-strike = yes', 'boolean', null, 'Guild', 'Guild should strike', 'it should', 'yes'],
  ['will-strike = no', 'boolean', null, 'Guild', 'Guild will not strike', 'it will not', 'no'],
  ['can-strike = no', 'boolean', null, 'Guild', 'Guild cannot strike', 'it cannot', 'no'],
  ['may-strike = no', 'boolean', null, 'Guild', 'Guild may not strike', 'it may not', 'no'],
  ['gas = no', 'boolean', null, 'Guild', '“gas” is not true of Guild', 'it is not', 'no'],
  ['pays = no', 'boolean', null, 'Guild', 'Guild does not pay', 'it does not', 'no'],
  ['legal = no', 'boolean', null, 'Guild', 'Guild is not legal', 'it is not', 'no'],
  ['independent-of-crown = yes', 'boolean', null, 'Guild', 'Guild is independent of crown', 'it is', 'yes'],
  ['progress = no', 'boolean', null, 'Guild', '“progress” is not true of Guild', 'it is not', 'no'],
  ['open = yes', 'boolean', null, 'Guild', 'Guild is open', 'it is', 'yes'],
  ['is = yes', 'boolean', null, 'Guild', '“is” is true of Guild', 'it is', 'yes'],
  ['form = club', 'choice', null, 'Guild', 'the form of Guild is “club”', 'it is “club”', 'club'],
  ['form != club', 'choice', null, 'Dockers', 'the form of Dockers is not “club”', 'it is not “club”', 'not club'],
  ['serves = crew', 'choice', null, 'Guild', 'Guild serves crew', 'it serves crew', 'crew'],
  ['serves != crew', 'choice', null, 'Dockers', 'Dockers do not serve crew', 'they do not serve crew', 'not crew'],
  ['led-by = Webb', 'choice', null, 'Guild', 'Guild is led by Webb', 'it is led by Webb', 'Webb'],
  ['led-by != Webb', 'choice', null, 'Dockers', 'Dockers are not led by Webb', 'they are not led by Webb', 'not Webb'],
  ['must = x', 'choice', null, 'Guild', 'the must of Guild is “x”', 'it is “x”', 'x'],
  ['should = x', 'choice', null, 'Guild', 'the should of Guild is “x”', 'it is “x”', 'x'],
  ['ties = family', 'choice', null, 'Guild', 'the ties of Guild are “family”', 'they are “family”', 'family'],
  ['ties != family', 'choice', null, 'Guild', 'the ties of Guild are not “family”', 'they are not “family”', 'not family'],
  ['members-of = x', 'choice', null, 'Guild', 'the members of Guild is “x”', 'it is “x”', 'x'],
  ['workers = x', 'choice', null, 'Guild', 'the workers of Guild is “x”', 'it is “x”', 'x'],
  ['policies = x', 'choice', null, 'Dockers', 'the policies of Dockers are “x”', 'they are “x”', 'x'],
  ['members = 80', 'quantity', null, 'Guild', 'Guild has 80 members', 'it has 80 members', '80'],
  ['members != 80', 'quantity', null, 'Guild', 'Guild does not have 80 members', 'it does not have 80 members', 'not 80'],
  ['members != 80', 'quantity', null, 'Dockers', 'Dockers do not have 80 members', 'they do not have 80 members', 'not 80'],
  ['members < 80', 'quantity', null, 'Dockers', 'Dockers have fewer than 80 members', 'they have fewer than 80 members', 'fewer than 80'],
  ['members = ~80', 'quantity', null, 'Guild', 'Guild has about 80 members', 'it has about 80 members', 'about 80'],
  ['members = 80..90', 'quantity', null, 'Guild', 'Guild has 80 to 90 members', 'it has 80 to 90 members', '80 to 90'],
  ['members = 80..', 'quantity', null, 'Guild', 'Guild has 80 or more members', 'it has 80 or more members', '80 or more'],
  ['members = ..90', 'quantity', null, 'Guild', 'Guild has 90 or fewer members', 'it has 90 or fewer members', '90 or fewer'],
  ['members >= 80 persons', 'quantity', null, 'Guild', 'Guild has at least 80 members', 'it has at least 80 members', 'at least 80 persons'],
  ['wage = 10', 'quantity', 'GBP', 'Guild', 'the wage of Guild is 10 GBP', 'it is 10 GBP', '10'],
  ['wage < 10', 'quantity', 'GBP', 'Guild', 'the wage of Guild is less than 10 GBP', 'it is less than 10 GBP', 'less than 10'],
  ['share = 10', 'quantity', '%', 'Guild', 'the share of Guild is 10%', 'it is 10%', '10'],
  ['wage = £10', 'quantity', 'GBP', 'Guild', 'the wage of Guild is £10', 'it is £10', '£10'],
  ['wages = £10', 'quantity', 'GBP', 'Guild', 'Guild has £10 wages', 'it has £10 wages', '£10'],
  ['number-of-ships <= 9', 'quantity', null, 'Guild', 'Guild has at most 9 ships', 'it has at most 9 ships', 'at most 9'],
  ['paid > 9', 'quantity', 'GBP', 'Guild', 'Guild is more than 9 GBP paid', 'it is more than 9 GBP paid', 'more than 9'],
  ['status = 9', 'quantity', null, 'Guild', 'the status of Guild is 9', 'it is 9', '9'],
  ['founded = 1896', 'date', null, 'Guild', 'Guild was founded in 1896', 'it was founded in 1896', '1896'],
  ['founded != 1896', 'date', null, 'Dockers', 'Dockers were not founded in 1896', 'they were not founded in 1896', 'not 1896'],
  ['founded = 1896-05-06', 'date', null, 'Guild', 'Guild was founded on 6 May 1896', 'it was founded on 6 May 1896', '6 May 1896'],
  ['founded > 1896-05', 'date', null, 'Guild', 'Guild was founded after May 1896', 'it was founded after May 1896', 'after May 1896'],
  ['founded = 1890/1893', 'date', null, 'Guild', 'Guild was founded between 1890 and 1893', 'it was founded between 1890 and 1893', 'between 1890 and 1893'],
  ['founded = 1890/..', 'date', null, 'Guild', 'Guild was founded in 1890 or later', 'it was founded in 1890 or later', '1890 or later'],
  ['founded = ../1893', 'date', null, 'Guild', 'Guild was founded in 1893 or earlier', 'it was founded in 1893 or earlier', '1893 or earlier'],
  ['founded = /1893', 'date', null, 'Guild', 'Guild was founded in 1893 or earlier', 'it was founded in 1893 or earlier', '1893 or earlier'],
  ['founded = 1890/', 'date', null, 'Guild', 'Guild was founded in 1890 or later', 'it was founded in 1890 or later', '1890 or later'],
  ['founded >= 1896-05-06', 'date', null, 'Guild', 'Guild was founded on 6 May 1896 or later', 'it was founded on 6 May 1896 or later', '6 May 1896 or later'],
  ['founded <= 1896', 'date', null, 'Guild', 'Guild was founded in 1896 or earlier', 'it was founded in 1896 or earlier', '1896 or earlier'],
  ['founded < 1896', 'date', null, 'Guild', 'Guild was founded before 1896', 'it was founded before 1896', 'before 1896'],
  ['emerged = 1896', 'date', null, 'Dockers', 'Dockers emerged in 1896', 'they emerged in 1896', '1896'],
  ['emerged != 1896', 'date', null, 'Guild', 'Guild emerged not in 1896', 'it emerged not in 1896', 'not 1896'],
  ['was-founded = 1896', 'date', null, 'Guild', 'Guild was founded in 1896', 'it was founded in 1896', '1896'],
  ['active-since = 1896', 'date', null, 'Guild', 'Guild has been active since 1896', 'it has been active since 1896', '1896'],
  ['active-since = 1896', 'date', null, 'Dockers', 'Dockers have been active since 1896', 'they have been active since 1896', '1896'],
  ['first-since-war = 1896', 'date', null, 'Guild', 'the first since war of Guild falls in 1896', 'it falls in 1896', '1896'],
  ['end = 1896?', 'date', null, 'Guild', 'the end of Guild falls in perhaps 1896', 'it falls in perhaps 1896', 'perhaps 1896'],
  ['end = 1896~', 'date', null, 'Guild', 'the end of Guild falls in about 1896', 'it falls in about 1896', 'about 1896'],
  ['end = 2004-21', 'date', null, 'Guild', 'the end of Guild falls in spring 2004', 'it falls in spring 2004', 'spring 2004'],
  ['odd = yes', '', null, 'Migrants\' Club', '“odd” is true of the Migrants\' Club', 'it is', 'yes'],
  ['odd = 3 halls', '', null, 'Guild of Dockers', 'the odd of the Guild of Dockers is 3 halls', 'it is 3 halls', '3 halls'],
  ['odd = 1896-05', '', null, 'Guild', 'the odd of Guild falls in May 1896', 'it falls in May 1896', 'May 1896'],
  ['odd = x', '', null, 'Guild', 'the odd of Guild is “x”', 'it is “x”', 'x'],
  ['odd = ~80', '', null, 'Guild', 'the odd of Guild is about 80', 'it is about 80', 'about 80'],
  ['odd = 1896/1900', '', null, 'Guild', 'the odd of Guild falls between 1896 and 1900', 'it falls between 1896 and 1900', 'between 1896 and 1900'],
  ['odd = ../1900', '', null, 'Guild', 'the odd of Guild falls in 1900 or earlier', 'it falls in 1900 or earlier', '1900 or earlier'],
]; // prettier-ignore

describe('a proposition in words', () => {
  for (const [says, type, unit, actor, full, again, value] of CLAUSES)
    it(`${says}: ${full}`, () => {
      const [saying] = parseSays({ text: says, range: { from: 0, to: says.length } }).propositions;
      const declaration = type === '' ? null : property(saying!.property.text, type, { unit });
      assert.deepEqual(clauseOf(saying!, declaration, actor), { full, again });
      assert.equal(valueInWords(saying!, declaration), value);
    });

  it('names its property in words', () => {
    for (const name of ['trusted-by-crew', 'trusted_by_crew', 'trustedByCrew', 'trusted--by-crew'])
      assert.equal(propertyInWords(name), 'trusted by crew');
    assert.equal(propertyInWords('isNGO'), 'isNGO');
    assert.equal(propertyInWords('членов-союза'), 'членов союза');
  });
});

describe('a date in words', () => {
  for (const [edtf, words] of [
    ['1996', '1996'],
    ['1996-05', 'May 1996'],
    ['1996-05-06', '6 May 1996'],
    ['2004-24', 'winter 2004'],
    ['1996~', 'about 1996'],
    ['1996-05?', 'perhaps May 1996'],
    ['1996%', 'perhaps 1996'],
    ['1996/2001', '1996 to 2001'],
    ['1996/..', '1996 on'],
    ['../2001', 'the time to 2001'],
    ['../..', 'any time'],
    ['/', 'any time'],
    ['199X', '199X'],
    ['-0050', '-0050'],
    ['-0050-03', 'March -0050'],
    ['nonsense', 'nonsense'],
    [' 1996-05 ', 'May 1996'],
  ] as const)
    it(`${edtf}: ${words}`, () => assert.equal(plainDate(edtf), words));
});

describe('a name in a sentence', () => {
  for (const [name, shown, several] of [
    ['Guild', 'Guild', false],
    ['Guild of Dockers', 'the Guild of Dockers', false],
    ['Harbour Office', 'the Harbour Office', false],
    ['The Guild of X', 'The Guild of X', false],
    ['A Club', 'A Club', false],
    ['Dockers', 'Dockers', true],
    ['Dockers of Hull', 'Dockers of Hull', true],
    ['Harbour Board (old)', 'the Harbour Board (old)', false],
    ['Union, Dockers', 'the Union, Dockers', false],
    ['Labour Party of Norway', 'the Labour Party of Norway', false],
    ['Port of Hull', 'Port of Hull', false],
    ["Migrants' Club", "the Migrants' Club", false],
    ['Women of Hull', 'Women of Hull', true],
    ['Congress', 'Congress', false],
    ['Status Groups', 'Status Groups', true],
    ['People', 'People', false],
    ['Boss', 'Boss', false],
    ['Workers’ unions', 'the Workers’ unions', true],
    ['News Office', 'the News Office', false],
  ] as const)
    it(shown, () => {
      assert.equal(withArticle(name), shown);
      assert.equal(isPlural(name), several);
    });
});

describe('a proposition in a language whose words we do not bend', () => {
  before(() => setLanguage('de', {}));
  after(() => setLanguage('en', {}));

  for (const [says, share, unit, value] of [
    ['trusted = none', true, null, 'in no case'],
    ['trusted = few', true, null, 'in few cases'],
    ['trusted = some', true, null, 'in some cases'],
    ['trusted = MOST', true, null, 'in most cases'],
    ['trusted = all', true, null, 'in all cases'],
    ['trusted != all', true, null, 'but not in all cases'],
    ['trusted = 30%', true, null, 'in 30% of cases'],
    ['trusted > 30%', true, null, 'in more than 30% of cases'],
    ['trusted = yes', true, null, 'yes'],
    ['trusted != yes', true, null, 'no'],
    ['trusted = no', false, null, 'no'],
    ['members = 80', false, 'person', '80 person'],
    ['members = 80 heads', false, 'person', '80 heads'],
    ['share = 10', false, '%', '10%'],
    ['members > 80', false, 'person', 'more than 80 person'],
  ] as const)
    it(`${says}: ${value}`, () => {
      const [saying] = parseSays({ text: says, range: { from: 0, to: says.length } }).propositions;
      const name = saying!.property.text;
      const declaration = property(name, unit === null ? 'boolean' : 'quantity', { share, unit });
      assert.deepEqual(clauseOf(saying!, declaration, 'Guild'), {
        full: `Guild, ${name}: ${value}`,
        again: value,
      });
    });
});
