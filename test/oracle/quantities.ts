/** Values of a property of type `quantity`: hedges, ranges, tolerance, and whether two cannot both hold. */
import type { Operator, Sure } from './model.ts';

/** The numbers that a value leaves possible. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** Whether the end itself is left out. */
  readonly fromOpen: boolean;
  readonly toOpen: boolean;
  /** `~`: about so many; the ends are then as they are written. */
  readonly about: boolean;
  readonly denied: boolean;
}

const ABOUT = ['about', 'around', 'ca.', 'circa', 'c.', 'some', 'roughly', 'approximately'];
const NEARLY = ['nearly', 'almost', 'just under'];
const HEDGES: readonly (readonly [string, Operator | '~' | 'nearly'])[] = [
  ...ABOUT.map((word) => [word, '~'] as const),
  ...NEARLY.map((word) => [word, 'nearly'] as const),
  ...['over', 'more than', 'above'].map((word) => [word, '>'] as const),
  ...['at least', 'no fewer than'].map((word) => [word, '>='] as const),
  ...['under', 'fewer than', 'less than', 'below'].map((word) => [word, '<'] as const),
  ...['at most', 'up to', 'no more than'].map((word) => [word, '<='] as const),
];

/** A number that is about another lies between these parts of it on any reading; the contract says no more. */
const ABOUT_LEAST = 0.4;
const ABOUT_MOST = 2.5;

/** The number behind a hedge with what the hedge makes of it; null where there is no hedge. */
export function unhedged(value: string): { readonly number: string; readonly hedge: string } | null {
  for (const [word, hedge] of HEDGES)
    if (value.startsWith(`${word} `)) return { number: value.slice(word.length + 1), hedge };
  const more = /^(\d+)\+$/.exec(value);
  return more ? { number: more[1]!, hedge: '>=' } : null;
}

/** The number and the unit of `1000 households`. */
export function unitOf(value: string): string | null {
  return / ([a-z]+)$/.exec(value)?.[1] ?? null;
}

/** Reads a value of a quantity; null when it is none. A unit behind the number must be left off first. */
export function readRange(operator: Operator, value: string): Range | null {
  const denied = operator === '!=';
  const hedged = unhedged(value);
  if (hedged) {
    const number = Number(hedged.number);
    if (hedged.hedge === '~') return { ...point(number), about: true, denied };
    if (hedged.hedge === 'nearly') return { ...point(number), from: number * 0.9, toOpen: true, denied };
    return { ...compared(hedged.hedge as Operator, number), denied };
  }
  if (value.startsWith('~')) return { ...point(Number(value.slice(1))), about: true, denied };
  const ends = /^(\d+)\.\.(\d+)$/.exec(value);
  if (ends) return { ...point(Number(ends[1])), to: Number(ends[2]), denied };
  if (!/^\d+$/.test(value)) return null;
  if (operator === '=' || denied) return { ...point(Number(value)), denied };
  return compared(operator, Number(value));
}

function point(number: number): Range {
  return { from: number, to: number, fromOpen: false, toOpen: false, about: false, denied: false };
}

function compared(operator: Operator, number: number): Range {
  const range = point(number);
  if (operator === '>') return { ...range, to: Infinity, fromOpen: true };
  if (operator === '>=') return { ...range, to: Infinity };
  if (operator === '<') return { ...range, from: 0, toOpen: true };
  return { ...range, from: 0 };
}

/** Whether two quantities cannot both hold. `tolerance` is a part of one: 0.05 for five per cent. */
export function quantitiesAtOdds(a: Range, b: Range, tolerance: number): Sure {
  if (a.denied && b.denied) return 'no';
  if (a.denied) return denial(b, a, tolerance);
  if (b.denied) return denial(a, b, tolerance);
  if (a.about || b.about) return vaguely(a, b, (x, y) => apart(x, y, tolerance));
  return apart(a, b, tolerance);
}

/** Whether the count of a part is larger than that of its whole, beyond the tolerance. */
export function partLarger(part: Range, whole: Range, tolerance: number): Sure {
  if (part.denied || whole.denied) return 'no';
  const larger = (x: Range, y: Range): Sure =>
    x.from <= y.to && !touching(y, x) ? 'no' : apart(x, y, tolerance);
  return part.about || whole.about ? vaguely(part, whole, larger) : larger(part, whole);
}

/** Whether the one begins where the other ends, with that end left out of one. */
function touching(low: Range, high: Range): boolean {
  return low.to === high.from && (low.toOpen || high.fromOpen);
}

/** Compares as it is written, and with whatever *about* may mean: sure only where both agree. */
function vaguely(a: Range, b: Range, compare: (a: Range, b: Range) => Sure): Sure {
  const widest = compare(widened(a), widened(b));
  if (widest === 'yes') return 'yes';
  return compare(bare(a), bare(b)) === 'no' ? 'no' : 'unsure';
}

function widened(range: Range): Range {
  if (!range.about) return range;
  return { ...range, about: false, from: range.from * ABOUT_LEAST, to: range.to * ABOUT_MOST };
}

function bare(range: Range): Range {
  return { ...range, about: false };
}

/** Whether no number of the one agrees with a number of the other. */
function apart(a: Range, b: Range, tolerance: number): Sure {
  const isLow = a.from < b.from || (a.from === b.from && !a.fromOpen);
  const [low, high] = isLow ? [a, b] : [b, a];
  if (low.to > high.from) return whole(low, high, tolerance);
  const gap = high.from - low.to;
  const most = tolerance * high.from;
  const open = low.toOpen || high.fromOpen;
  if (gap === 0) return open && tolerance === 0 ? 'yes' : 'no';
  if (gap === most) return open ? 'unsure' : 'no';
  // Rounding of the product is not worth a quarrel.
  if (Math.abs(gap - most) < 1e-9) return 'unsure';
  return gap > most ? 'yes' : 'no';
}

/** Ranges that meet only between two whole numbers: the contract does not say whether counts are whole. */
function whole(low: Range, high: Range, tolerance: number): Sure {
  if (tolerance > 0) return 'no';
  const first = high.fromOpen ? Math.floor(high.from) + 1 : Math.ceil(high.from);
  const least = Math.min(low.to, high.to);
  const isOpen = least === low.to ? low.toOpen : high.toOpen;
  if (least === Infinity) return 'no';
  const last = isOpen ? Math.ceil(least) - 1 : Math.floor(least);
  return first > last ? 'unsure' : 'no';
}

function denial(said: Range, denied: Range, tolerance: number): Sure {
  const same =
    said.from === denied.from &&
    said.to === denied.to &&
    said.fromOpen === denied.fromOpen &&
    said.toOpen === denied.toOpen &&
    said.about === denied.about;
  if (same) return 'yes';
  if (said.about || denied.about) {
    const [x, y] = [widened(said), widened(denied)];
    if (denied.about && !said.about && within(said, bare(denied))) return 'yes';
    return x.from > y.to || y.from > x.to ? 'no' : 'unsure';
  }
  if (within(said, denied)) return 'yes';
  const slack = tolerance * Math.max(denied.to === Infinity ? denied.from : denied.to, said.from);
  const wide = {
    ...denied,
    from: denied.from - slack,
    to: denied.to + slack,
    fromOpen: false,
    toOpen: false,
  };
  return within(said, wide) ? 'unsure' : 'no';
}

function within(part: Range, whole: Range): boolean {
  const from = part.from > whole.from || (part.from === whole.from && (!whole.fromOpen || part.fromOpen));
  const to = part.to < whole.to || (part.to === whole.to && (!whole.toOpen || part.toOpen));
  return from && to;
}
