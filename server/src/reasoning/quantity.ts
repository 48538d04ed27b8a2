/** Quantities as scholars write them: `82`, `3,000`, `~100`, `over 80`, `80..90`, `82 persons`, `CNY 240`, `60%`. */
import { hedgeOf, type Hedge } from './hedges.ts';
import type { Operator } from './model.ts';

/** An interval of numbers with its unit. */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  /** Whether the end itself is excluded, as in `> 80`. */
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  /** As written; null without one. */
  readonly unit: string | null;
}

/** A unit's dimension, and its size in base units. */
interface Measure {
  readonly dimension: string;
  readonly factor: number;
}

/** `~` means within a tenth. */
const APPROXIMATE = 0.1;
const LONGEST = 80;

// Single character classes only: nothing here can backtrack.
const NUMBER = /[+\-−]?\d[\d,\u00a0\u2009\u202f]*(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const GROUPED = /^\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+$/;
const WORDS: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['万', 1e4],
  ['亿', 1e8],
]);

/** Reads a quantity or a range of them; null when it is none, or when a range ends before it begins. */
export function readQuantity(text: string): Quantity | null {
  if (text.length > LONGEST) return null;
  const { hedge, rest } = hedgeOf(text.replace(/\s+/g, ' '));
  const read = rest.includes('..') ? readRange(rest) : readAmount(rest);
  return read && (hedge === null ? read : hedged(read, hedge, rest.includes('..')));
}

function readRange(text: string): Quantity | null {
  const dots = text.indexOf('..');
  const [first, last] = [text.slice(0, dots).trim(), text.slice(dots + 2).trim()];
  if (first === '' && last === '') return null;
  const low = first === '' ? null : readEnd(first);
  const high = last === '' ? null : readEnd(last);
  if ((first !== '' && !low) || (last !== '' && !high)) return null;
  if (low?.unit && high?.unit && !sameUnit(low.unit, high.unit)) return null;
  const quantity = {
    low: low?.low ?? -Infinity,
    high: high?.high ?? Infinity,
    lowOpen: false,
    highOpen: false,
    unit: high?.unit ?? low?.unit ?? null,
  };
  return quantity.low <= quantity.high ? quantity : null;
}

/** One end of a range, which may be approximate. */
function readEnd(text: string): Quantity | null {
  const { hedge, rest } = hedgeOf(text);
  const read = readAmount(rest);
  if (hedge === null) return read;
  return read && hedge === '~' ? hedged(read, hedge, false) : null;
}

/** A quantity with a hedge; null where they do not go together. */
function hedged(read: Quantity, hedge: Hedge, isRange: boolean): Quantity | null {
  if (hedge === '~') {
    return {
      ...read,
      low: read.low - Math.abs(read.low) * APPROXIMATE,
      high: read.high + Math.abs(read.high) * APPROXIMATE,
    };
  }
  // A bound of a range or of another bound is none.
  if (isRange || read.low !== read.high) return null;
  if (hedge !== 'nearly') return bounded(hedge, read);
  return { ...read, low: read.low - Math.abs(read.low) * APPROXIMATE, highOpen: true };
}

/** The quantities on one side of another. */
function bounded(operator: '>' | '>=' | '<' | '<=', read: Quantity): Quantity {
  const above = operator === '>' || operator === '>=';
  return {
    unit: read.unit,
    low: above ? read.low : -Infinity,
    high: above ? Infinity : read.high,
    lowOpen: operator === '>',
    highOpen: operator === '<',
  };
}

/**
 * What an operator makes of a quantity that was read from `text`: its bounds, or for `=` and `!=` itself. Null where
 * they do not go together, as `> 80..90` or `> over 80`.
 */
export function quantityBy(operator: Operator, read: Quantity, text: string): Quantity | null {
  if (operator === '=' || operator === '!=') return read;
  if (text.includes('..') || !Number.isFinite(read.low) || !Number.isFinite(read.high)) return null;
  return bounded(operator, read);
}

/** One number with a unit before or after it; with `+` after it, a bound. */
function readAmount(text: string): Quantity | null {
  let at = 0;
  // A unit may come first, as with currencies. A sign belongs to the number.
  while (at < text.length && !/[\d+\-−]/.test(text[at]!)) at++;
  const unitBefore = text.slice(0, at).trim();
  NUMBER.lastIndex = at;
  const found = NUMBER.exec(text);
  if (!found) return null;
  const number = numberOf(found[0]);
  if (number === null) return null;
  const isLeast = text[NUMBER.lastIndex] === '+';
  let unitBehind = text.slice(NUMBER.lastIndex + (isLeast ? 1 : 0)).trim();
  let factor = 1;
  const [word = ''] = /^[^\s%+]+/.exec(unitBehind) ?? [];
  const multiplier = WORDS.get(word.toLowerCase());
  if (multiplier !== undefined) {
    factor = multiplier;
    unitBehind = unitBehind.slice(word.length).trim();
  }
  if (!isUnit(unitBefore) || !isUnit(unitBehind) || (unitBefore !== '' && unitBehind !== '')) return null;
  const value = number * factor;
  const unit = unitBefore || unitBehind || null;
  const amount = { low: value, high: value, lowOpen: false, highOpen: false, unit };
  return isLeast ? bounded('>=', amount) : amount;
}

function isUnit(text: string): boolean {
  return !/[\d<>=~,;!?"]/.test(text.replace(/[²³]|(?<=[a-z])[23]$/u, ''));
}

function numberOf(written: string): number | null {
  const plain = written.replace('−', '-');
  const sign = /^[+-]/.test(plain) ? 1 : 0;
  const end = plain.search(/[.eE]/);
  const whole = plain.slice(sign, end < 0 ? undefined : end);
  if (!/^\d+$/.test(whole) && !GROUPED.test(whole)) return null;
  const value = Number(plain.slice(0, sign) + whole.replace(/\D/g, '') + (end < 0 ? '' : plain.slice(end)));
  return Number.isFinite(value) ? value : null;
}

const MEASURES: ReadonlyMap<string, Measure> = new Map(
  Object.entries<Readonly<Record<string, number>>>({
    ratio: { '%': 0.01, percent: 0.01, 'per cent': 0.01, pct: 0.01, '‰': 0.001, permille: 0.001 },
    length: { mm: 0.001, cm: 0.01, m: 1, metre: 1, meter: 1, km: 1000, kilometre: 1000, kilometer: 1000 },
    imperial: { ft: 1, foot: 1, feet: 1, yard: 3, mile: 5280 },
    mass: { mg: 1e-6, g: 1e-3, gram: 1e-3, kg: 1, kilogram: 1, kilo: 1, tonne: 1000 },
    time: { s: 1, second: 1, min: 60, minute: 60, h: 3600, hour: 3600, day: 86_400, week: 604_800 },
    calendar: { month: 1, year: 12, decade: 120, century: 1200, centurie: 1200 },
    area: { m2: 1, 'm²': 1, ha: 10_000, hectare: 10_000, km2: 1e6, 'km²': 1e6 },
    person: { person: 1, people: 1, individual: 1, 人: 1 },
    'currency cny': { cny: 1, rmb: 1, yuan: 1, renminbi: 1, 元: 1, '¥': 1 },
    'currency eur': { eur: 1, euro: 1, '€': 1 },
    'currency gbp': { gbp: 1, '£': 1 },
    'currency usd': { usd: 1, us$: 1 },
  }).flatMap(([dimension, units]) =>
    Object.entries(units).map(([unit, factor]): [string, Measure] => [unit, { dimension, factor }]),
  ),
);

/** Whether quantities in the two units can be compared. */
export function areComparable(a: string, b: string): boolean {
  return a === b || measureOf(a).dimension === measureOf(b).dimension;
}

/** A quantity in per cent or per mille as a ratio; null for any other. */
export function ratioOf(quantity: Quantity): Quantity | null {
  const measure = quantity.unit === null ? null : measureOf(quantity.unit);
  return measure?.dimension === 'ratio' ? inBase(quantity, measure.factor) : null;
}

/** An unknown unit is a dimension of its own. Plural and singular are the same unit. */
function measureOf(unit: string): Measure {
  const folded = unit.trim().replace(/\s+/g, ' ').replace(/\.$/, '').toLowerCase();
  const single =
    folded.length > 2 && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded;
  return MEASURES.get(folded) ?? MEASURES.get(single) ?? { dimension: `unit ${single}`, factor: 1 };
}

function sameUnit(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [measureOf(a), measureOf(b)];
  return left.dimension === right.dimension && left.factor === right.factor;
}

/**
 * Whether the two cannot be the same amount: even their nearest ends differ by more than `tolerance` times
 * the larger. A quantity without a unit is taken in `unit`. Incomparable units never exclude each other.
 * Symmetric; widening either, or the tolerance, never makes it true.
 */
export function quantitiesExclude(a: Quantity, b: Quantity, tolerance: number, unit: string | null): boolean {
  const pair = inOneUnit(a, b, unit);
  return pair !== null && differ(pair, tolerance);
}

/** As `quantitiesExclude`, and `part` is the larger. */
export function exceeds(part: Quantity, whole: Quantity, tolerance: number, unit: string | null): boolean {
  const pair = inOneUnit(part, whole, unit);
  return pair !== null && pair[0].low >= pair[1].high && differ(pair, tolerance);
}

function differ(pair: readonly [Quantity, Quantity], tolerance: number): boolean {
  const low = Math.max(pair[0].low, pair[1].low);
  const high = Math.min(pair[0].high, pair[1].high);
  const gap = low - high;
  if (Number.isNaN(gap) || gap < 0) return false;
  if (gap === 0 && pair.every((quantity) => reaches(quantity, low))) return false;
  const larger = Math.max(Math.abs(low), Math.abs(high));
  // A margin for rounding: 0.95 times 20 is not 19 in binary.
  return !(tolerance > 0 && larger > 0 && gap <= tolerance * larger * (1 + 1e-12));
}

/** Whether `number`, if it is an end of the quantity, is included. */
function reaches(quantity: Quantity, number: number): boolean {
  return !(quantity.lowOpen && quantity.low === number) && !(quantity.highOpen && quantity.high === number);
}

/** Whether the whole of `stated` is excluded by `denied`, the number or range after a `!=`. */
export function quantityDenied(stated: Quantity, denied: Quantity, unit: string | null): boolean {
  const pair = inOneUnit(stated, denied, unit);
  if (!pair) return false;
  const [said, refused] = pair;
  const isLowWithin = said.low === refused.low ? said.lowOpen || !refused.lowOpen : said.low > refused.low;
  const isHighWithin =
    said.high === refused.high ? said.highOpen || !refused.highOpen : said.high < refused.high;
  return isLowWithin && isHighWithin;
}

function inOneUnit(a: Quantity, b: Quantity, unit: string | null): [Quantity, Quantity] | null {
  const [unitA, unitB] = [a.unit ?? unit, b.unit ?? unit];
  if (unitA === null && unitB === null) return [a, b];
  if (unitA === null || unitB === null) return null;
  if (unitA === unitB) return [a, b];
  const [left, right] = [measureOf(unitA), measureOf(unitB)];
  if (left.dimension !== right.dimension) return null;
  if (left.factor === right.factor) return [a, b];
  return [inBase(a, left.factor), inBase(b, right.factor)];
}

function inBase(quantity: Quantity, factor: number): Quantity {
  return { ...quantity, low: quantity.low * factor, high: quantity.high * factor };
}
