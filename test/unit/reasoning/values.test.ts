import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quantitiesExclude, readQuantity, type Quantity } from '../../../server/src/reasoning/quantity.ts';
import { parseSays } from '../../../server/src/reasoning/says.ts';
import { Times } from '../../../server/src/reasoning/time.ts';
import { excludes, readValue } from '../../../server/src/reasoning/values.ts';
import { Places } from '../../../server/src/reasoning/place.ts';
import type { PropertyDeclaration } from '../../../server/src/workspace/project.ts';
import { context, property } from './claims.ts';

const times = new Times();

function value(text: string) {
  const { propositions } = parseSays({ text, range: { from: 0, to: text.length } });
  const proposition = propositions[0]!;
  const declaration = context.properties.get(proposition.property.text) ?? null;
  return { value: readValue(proposition, declaration, times), declaration };
}

function clash(a: string, b: string): boolean {
  const [left, right] = [value(a), value(b)];
  const [found, back] = [
    excludes(left.value, right.value, left.declaration),
    excludes(right.value, left.value, left.declaration),
  ];
  assert.deepEqual(found, back, 'symmetric');
  return found !== null;
}

describe('values', () => {
  const pairs: [a: string, b: string][] = [
    // boolean
    ['trusted = yes', 'trusted = no'],
    ['trusted = TRUE', 'trusted = false'],
    ['trusted != yes', 'trusted = yes'],
    ['trusted != yes', 'trusted != no'],
    // a choice of one
    ['form = club', 'form = firm'],
    ['form = club', 'form != club'],
    ['form = “club”', 'form = firm'],
    // a choice of several: denied, or contrary
    ['serves = crew', 'serves != crew'],
    ['serves = crew', 'serves = owners'],
    // quantities
    ['members = 100', 'members = 106'],
    ['members = 3,000', 'members = 4000'],
    ['members = 80..90', 'members = 100'],
    ['members >= 3000', 'members < 2000'],
    ['members = 82', 'members != 82'],
    ['members = 85', 'members != 80..90'],
    ['members = ~100', 'members = 82'],
    ['members = 82 persons', 'members = 820 people'],
    ['members = 2 thousand', 'members = 82'],
    ['wage = 10', 'wage > 10'],
    ['wage = 0', 'wage > 0'],
    ['wage = 10..', 'wage = ..9'],
    ['wage = £10', 'wage = 12 gbp'],
    ['wage = -5', 'wage = 5'],
    // dates
    ['founded = 1996', 'founded = 1997'],
    ['founded = 1990/1993', 'founded = 1997/2003'],
    ['founded = 1996~', 'founded = 1998'],
    ['founded > 1996', 'founded = 1996-05'],
    ['founded <= 1996', 'founded = 1997'],
    ['founded != 1996', 'founded = 1996-05'],
    ['founded = 2004-21', 'founded = 2005'],
    // nothing declared: by shape
    ['open = yes', 'open = no'],
    ['rooms = 3', 'rooms = 4'],
    ['seat = hull', 'seat != hull'],
    ['begun = 1996', 'begun = 1997-05'],
    ['begun = 1996~', 'begun = 1999'],
    ['height = 3 m', 'height = 400 cm'],
  ];
  for (const [a, b] of pairs) it(`${a} × ${b}`, () => assert.equal(clash(a, b), true));

  const peaceful: [a: string, b: string][] = [
    ['trusted = yes', 'trusted != no'],
    ['form = club', 'form != firm'],
    ['form != club', 'form != firm'],
    ['serves = crew', 'serves = crown'],
    ['serves != crew', 'serves != owners'],
    ['members = 100', 'members = 105'],
    ['members = 95', 'members = 100'],
    ['members = 80..90', 'members = 88'],
    ['members >= 3000', 'members = 3000'],
    ['members != 82', 'members = 83'],
    ['members != 82', 'members = 80..90'],
    ['members != 82', 'members != 90'],
    ['members != 82', 'members != 82'],
    ['members != 82', 'members != 80..90'],
    ['members = ~100', 'members = 110'],
    ['members = 82', 'members = 82 persons'],
    ['members = 82', 'members = 3 branches'],
    ['wage = £10', 'wage = €12'],
    ['wage >= 10', 'wage <= 10'],
    ['founded = 1996', 'founded = 1996-05'],
    ['founded = 1996~', 'founded = 1997'],
    ['founded >= 1996', 'founded = 1996'],
    ['founded != 1996-05', 'founded = 1996'],
    ['founded != 1996', 'founded != 1996'],
    ['founded != 1996', 'founded != 1996-05'],
    ['form != club', 'form != club'],
    ['founded = 2004-21', 'founded = 2004-09'],
    ['founded > 1996/..', 'founded = 1990'],
    ['form = club', 'form = “club”'],
    ['form = club', 'form = club'],
    ['founded < ../1990', 'founded = 1995'],
    ['motto = one', 'motto = another'],
    ['motto = one', 'motto != one'],
    // what cannot be read never conflicts; it is reported as what it is
    ['trusted = perhaps', 'trusted = no'],
    ['form = clubb', 'form = firm'],
    ['members = many', 'members = 3'],
    ['founded = the nineties', 'founded = 2004'],
    // nothing declared: words may hold together, shapes that differ are no measure of each other
    ['seat = hull', 'seat = london'],
    ['seat = hull', 'seat = 3'],
    ['begun = 1996', 'begun = 1996-05'],
    ['rooms = 3', 'rooms = 3 halls'],
    ['rooms = 3 halls', 'rooms = 4 cellars'],
    ['weight = 3 kg', 'weight = 4 m'],
  ];
  for (const [a, b] of peaceful) it(`${a} and ${b}`, () => assert.equal(clash(a, b), false));

  const invalid: [text: string, message: RegExp][] = [
    ['trusted = perhaps', /either yes or no, not “perhaps”/],
    ['trusted > yes', /either yes or no, not “> yes”/],
    ['trusted = "', /either yes or no, not “"”/],
    ['form = clubb', /“clubb” is not among the values of form: club, firm or union/],
    ['form >= club', /is a choice/],
    ['members = many', /members is a quantity/],
    ['members = 80-90', /written 80\.\.90/],
    ['members > 80..90', /compares with a range/],
    ['members = 90..80', /members is a quantity/],
    ['members = 8,2', /members is a quantity/],
    ['founded = 1990s', /is not a date/],
    ['founded < ../1990', /Nothing lies before “\.\.\/1990”, which has no beginning/],
    ['founded > 1990/..', /Nothing lies after “1990\/\.\.”, which has no end/],
  ];
  for (const [text, message] of invalid)
    it(`refuses ${text}`, () => {
      const { value: read } = value(text);
      assert.ok(read.kind === 'invalid', 'is invalid');
      assert.match(read.message, message);
    });

  it('leaves nothing where both values of a choice of two are denied, or one of three when two are', () => {
    const side = property('side', 'choice', { of: ['port', 'starboard'] });
    const denied = (name: string, declaration: PropertyDeclaration) => {
      const text = `${declaration.name} != ${name}`;
      const { propositions } = parseSays({ text, range: { from: 0, to: text.length } });
      return readValue(propositions[0]!, declaration, times);
    };
    assert.ok(excludes(denied('port', side), denied('starboard', side), side));
    assert.ok(excludes(denied('starboard', side), denied('port', side), side));
    assert.equal(excludes(denied('port', side), denied('port', side), side), null);
    assert.equal(excludes(denied('port', side), denied('starboard', side), { ...side, many: true }), null);
    assert.equal(excludes(denied('port', side), denied('starboard', side), { ...side, of: [...side.of, 'stern'] }), null); // prettier-ignore
  });

  it('marks a clash of uncertain dates', () => {
    const [a, b] = [value('founded = 1996?'), value('founded = 2001')];
    assert.deepEqual(excludes(a.value, b.value, a.declaration), { uncertain: true });
    const certain = value('founded = 1996');
    assert.deepEqual(excludes(certain.value, b.value, a.declaration), { uncertain: false });
  });
});

describe('quantities', () => {
  const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const quantity = fc
    .record({ low: finite, length: fc.double({ min: 0, max: 1e3, noNaN: true }), open: fc.boolean() })
    .map(({ low, length, open }): Quantity => {
      return { low, high: low + length, lowOpen: open, highOpen: open, unit: null };
    });
  const tolerance = fc.double({ min: 0, max: 0.9, noNaN: true });

  it('exclude each other symmetrically', () => {
    fc.assert(
      fc.property(quantity, quantity, tolerance, (a, b, t) => {
        assert.equal(quantitiesExclude(a, b, t, null), quantitiesExclude(b, a, t, null));
      }),
    );
  });

  it('agree when wider, and with a greater tolerance, if they agreed before', () => {
    const more = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(quantity, quantity, tolerance, more, more, (a, b, t, below, above) => {
        fc.pre(!quantitiesExclude(a, b, t, null));
        const wider = { ...a, low: a.low - below, high: a.high + above };
        assert.equal(quantitiesExclude(wider, b, t, null), false);
        assert.equal(quantitiesExclude(a, b, Math.min(0.99, t + below / 100), null), false);
      }),
    );
  });

  it('agree exactly when two numbers differ by no more than the tolerance times the larger', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 });
    const percent = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(number, number, percent, (x, y, p) => {
        const of = (n: number): Quantity => ({
          low: n,
          high: n,
          lowOpen: false,
          highOpen: false,
          unit: null,
        });
        // In whole numbers, where nothing is rounded.
        const differ = 100 * Math.abs(x - y) > p * Math.max(Math.abs(x), Math.abs(y));
        assert.equal(quantitiesExclude(of(x), of(y), p / 100, null), differ);
      }),
    );
  });

  it('are read or refused, never thrown on', () => {
    const letters = fc.string({
      unit: fc.constantFrom('1', '0', ',', '.', ' ', '~', '-', 'k', 'm', '%', '²', 'e', '£'),
    });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string()), (text) => {
        const read = readQuantity(text);
        if (read) assert.ok(read.low <= read.high);
      }),
    );
    assert.equal(readQuantity('1' + ',000'.repeat(100_000)), null);
  });
});

describe('places', () => {
  it('are compatible when they are the same or one lies in the other', () => {
    const places = new Places(context.places);
    assert.ok(places.compatible('Deptford', 'England'));
    assert.ok(places.compatible('england', ' Deptford '));
    assert.ok(places.compatible('Paris', 'Paris'));
    assert.ok(!places.compatible('Deptford', 'Hull'));
    assert.ok(!places.compatible('Paris', 'London'));
  });

  it('may by mistake lie in one another', () => {
    const places = new Places(new Map([['A', 'B'], ['B', 'C'], ['C', 'A'], ['D', 'D']])); // prettier-ignore
    assert.ok(places.compatible('A', 'C'));
    assert.ok(!places.compatible('A', 'D'));
  });
});
