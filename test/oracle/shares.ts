/** Values of a boolean with `share: true`: spans of a whole, in per cent. */
import type { Operator, Sure } from './model.ts';
import { readRange, unhedged } from './quantities.ts';

interface Span {
  readonly from: number;
  readonly to: number;
  readonly fromOpen: boolean;
  readonly toOpen: boolean;
}

const closed = (from: number, to: number): Span => ({ from, to, fromOpen: false, toOpen: false });
const THIRD = 100 / 3;
const WORDS: Readonly<Record<string, Span>> = {
  none: closed(0, 0),
  few: { ...closed(0, THIRD), fromOpen: true },
  some: { ...closed(0, 100), fromOpen: true },
  no: { ...closed(0, 50), toOpen: true },
  yes: { ...closed(50, 100), fromOpen: true },
  most: { ...closed(50, 100), fromOpen: true },
  all: closed(100, 100),
};

/** The spans that a value leaves possible, and whether it is only about that. Null when it is no share. */
export function readShare(
  operator: Operator,
  value: string,
): { readonly spans: readonly Span[]; readonly about: boolean } | null {
  const named = WORDS[value];
  if (named) {
    if (operator === '=') return { spans: [named], about: false };
    return operator === '!=' ? { spans: rest(named), about: false } : null;
  }
  if (!value.endsWith('%')) return null;
  const bare = value.slice(0, -1);
  const range = readRange(operator, bare);
  if (!range) return null;
  const span = {
    from: range.from,
    to: Math.min(100, range.to),
    fromOpen: range.fromOpen,
    toOpen: range.toOpen,
  };
  const about = range.about || ['~', 'nearly'].includes(unhedged(bare)?.hedge ?? '');
  return { spans: range.denied ? rest(span) : [span], about };
}

function rest(span: Span): Span[] {
  const parts: Span[] = [];
  if (span.from > 0 || span.fromOpen)
    parts.push({ from: 0, fromOpen: false, to: span.from, toOpen: !span.fromOpen });
  if (span.to < 100 || span.toOpen)
    parts.push({ from: span.to, fromOpen: !span.toOpen, to: 100, toOpen: false });
  return parts;
}

/** Whether two shares cannot both hold. */
export function sharesAtOdds(a: readonly [Operator, string], b: readonly [Operator, string]): Sure {
  const [first, second] = [readShare(...a), readShare(...b)];
  if (!first || !second) return 'unsure';
  if (first.about || second.about) return 'unsure';
  return first.spans.some((x) => second.spans.some((y) => spansMeet(x, y))) ? 'no' : 'yes';
}

function spansMeet(a: Span, b: Span): boolean {
  const [low, high] = a.from < b.from || (a.from === b.from && !a.fromOpen) ? [a, b] : [b, a];
  if (low.to > high.from) return !empty(low) && !empty(high);
  return low.to === high.from && !low.toOpen && !high.fromOpen;
}

function empty({ from, to, fromOpen, toOpen }: Span): boolean {
  return from > to || (from === to && (fromOpen || toOpen));
}

/** Whether a general claim with this value says *all* or *none*. */
export function isTotal(operator: Operator, value: string): Sure {
  if (operator === '=' && (value === 'all' || value === 'none')) return 'yes';
  const share = readShare(operator, value);
  if (!share) return 'no';
  const total = share.spans.every(({ from, to }) => from === to && (from === 0 || from === 100));
  return total ? 'unsure' : 'no';
}
