/** Made-up values: of each type, so near to each other that about half of them are at odds. */
import type { Operator, Property, Said } from './model.ts';
import type { Random } from './random.ts';

/** The vocabulary from which a made-up workspace takes its properties. */
export function vocabulary(random: Random, fresh: boolean): Property[] {
  const tolerance = random.pick([undefined, 5, 20]);
  const ordinary: Property[] = [
    { name: 'trusted', type: 'boolean' },
    { name: 'form', type: 'choice', of: ['club', 'firm', 'guild'] },
    { name: 'side', type: 'choice', of: ['labour', 'capital'] },
    {
      name: 'means',
      type: 'choice',
      of: ['strike', 'petition', 'prayer', 'silence'],
      many: true,
      contrary: [['strike', 'silence']],
    },
    { name: 'members', type: 'quantity', unit: 'person', ...(tolerance && { tolerance }) },
    { name: 'strikes', type: 'quantity', unit: 'strike' },
    { name: 'founded', type: 'date' },
    { name: 'motto', type: 'text' },
  ];
  if (!fresh) return ordinary;
  return [
    ...ordinary,
    { name: 'dues', type: 'quantity', unit: 'person', additive: true, ...(tolerance && { tolerance }) },
    { name: 'boats', type: 'quantity', unit: 'boat', additive: true },
    { name: 'loyal', type: 'boolean', share: true },
    { name: 'bound', type: 'boolean', norm: true },
    { name: 'due-form', type: 'choice', of: ['club', 'firm', 'guild'], norm: true },
    { name: 'due-members', type: 'quantity', unit: 'person', norm: true },
  ];
}

const NUMBERS = [80, 82, 84, 90, 100, 120, 300, 4000];
const HEDGES = [
  'about', 'around', 'ca.', 'circa', 'c.', 'some', 'roughly', 'approximately', 'nearly', 'almost', 'just under', 'over',
  'more than', 'above', 'at least', 'no fewer than', 'under', 'fewer than', 'less than', 'below', 'at most', 'up to',
  'no more than',
]; // prettier-ignore

/** A proposition with this property about an actor. */
export function proposition(
  random: Random,
  property: Property,
  subject: string | null,
  fresh: boolean,
): Said {
  const said = (operator: Operator, value: string): Said => ({
    subject,
    property: property.name,
    operator,
    value,
  });
  const equals: Operator = random.chance(25) ? '!=' : '=';
  switch (property.type) {
    case 'text':
      return said('=', random.pick(['Bread', 'Peace']));
    case 'boolean':
      return property.share ? share(random, said) : said(equals, random.pick(['yes', 'no']));
    case 'choice':
      return said(equals, random.pick(property.of!));
    case 'quantity':
      return quantity(random, said, property, fresh);
    case 'date':
      return date(random, said, fresh);
  }
}

type Saying = (operator: Operator, value: string) => Said;

function share(random: Random, said: Saying): Said {
  if (random.chance(30)) {
    const operator = random.pick<Operator>(['=', '=', '!=', '<', '<=', '>', '>=']);
    return said(
      operator,
      `${random.pick(operator === '=' || operator === '!=' ? [0, 10, 50, 60, 100] : [10, 40, 50, 60])}%`,
    );
  }
  return said(
    random.chance(20) ? '!=' : '=',
    random.pick(['none', 'none', 'few', 'some', 'no', 'yes', 'most', 'all', 'all']),
  );
}

function quantity(random: Random, said: Saying, property: Property, fresh: boolean): Said {
  const number = random.pick(NUMBERS);
  if (fresh && random.chance(30)) {
    if (random.chance(10)) return said('=', `${number}+`);
    if (random.chance(10)) return said('=', `${number} ${random.pick([property.unit!, 'households'])}`);
    return said('=', `${random.pick(HEDGES)} ${number}`);
  }
  switch (random.below(6)) {
    case 0:
      return said(random.pick<Operator>(['<', '<=', '>', '>=']), `${number}`);
    case 1:
      return said(random.chance(25) ? '!=' : '=', `${number}..${number + random.pick([10, 40, 300])}`);
    case 2:
      return said(random.chance(20) ? '!=' : '=', `~${number}`);
    case 3:
      return said('!=', `${number}`);
    default:
      return said('=', `${number}`);
  }
}

const DATES = ['1896', '1896-05', '1896-05-03', '1897', '1890/1896', '1899', '1920'];
const VAGUE = [
  '1896~',
  '1896?',
  '1920~',
  '1896-21',
  '1896-22',
  '1896-23',
  '189X',
  '1895/..',
  '../1896',
  '../1890',
];

function date(random: Random, said: Saying, fresh: boolean): Said {
  if (fresh && random.chance(45)) return said(random.chance(35) ? '!=' : '=', random.pick(VAGUE));
  if (random.chance(25))
    return said(random.pick<Operator>(['<', '<=', '>', '>=']), random.pick(['1896', '1896-05', '1899']));
  return said(random.chance(25) ? '!=' : '=', random.pick(DATES));
}

/** A time for `when`, out of a few that lie near to each other. */
export function madeTime(random: Random, fresh: boolean): string {
  const ordinary = [
    '2004',
    '2004',
    '2004-03',
    '2004-10',
    '2004-10-06',
    '2005',
    '2001/2006',
    '2003/..',
    '../2002',
    '1950',
    '2004~',
    '1950?',
  ];
  const odd = ['2004-21', '2004-23', '2004-24', '200X', '199X', '1990/2009', '2003~/2006'];
  if (fresh && random.chance(2)) return random.pick(['2003-02-29', '2004-13', '2004-06-31']);
  return random.pick(fresh && random.chance(25) ? odd : ordinary);
}

/** Places, each with the one in which it lies. */
export const PLACES: Readonly<Record<string, string>> = {
  Danjing: 'Sichuan',
  Chengdu: 'Sichuan',
  Sichuan: 'China',
  Harbin: 'China',
};

/** A place for `where`. */
export function madePlace(random: Random, fresh: boolean): string {
  if (fresh && random.chance(3)) return random.pick(['Danjinq', 'Chengdo', 'Sichuam']);
  return random.pick(['Danjing', 'Danjing', 'Chengdu', 'Sichuan', 'Sichuan', 'China', 'Harbin', 'Oslo']);
}
