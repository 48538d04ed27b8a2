/** Shares of a whole: `few`, `most`, `60%`, as spans between 0 and 1. */
import { quantityBy, readQuantity, ratioOf, type Quantity } from './quantity.ts';
import type { Operator } from './model.ts';

/** A span of the whole. */
export interface ShareSpan {
  readonly from: number;
  readonly to: number;
  /** Whether the end itself is excluded. */
  readonly isFromOpen: boolean;
  readonly isToOpen: boolean;
}

/** What a share may be: one span, or after `!=` up to two. */
export type Share = readonly ShareSpan[];

const HALF = 0.5;
const THIRD = 1 / 3;

const NAMED: ReadonlyMap<string, ShareSpan> = new Map([
  ['none', span(0, 0)],
  ['few', span(0, THIRD, true)],
  ['some', span(0, 1, true)],
  ['no', span(0, HALF, false, true)],
  ['false', span(0, HALF, false, true)],
  ['yes', span(HALF, 1, true)],
  ['true', span(HALF, 1, true)],
  ['most', span(HALF, 1, true)],
  ['all', span(1, 1)],
]);

/** The words for shares, in the order of their size. */
export const SHARE_WORDS: readonly string[] = ['none', 'few', 'some', 'no', 'yes', 'most', 'all'];

/** Reads a share; null for what is none, or can be no part of a whole. */
export function readShare(operator: Operator, text: string): Share | null {
  const named = NAMED.get(text.toLowerCase());
  const isDenied = operator === '!=';
  const one = named ? (isDenied || operator === '=' ? named : null) : shareOf(operator, text);
  if (!one) return null;
  const share = isDenied ? restOf(one) : [one];
  return share.length > 0 ? share : null;
}

function shareOf(operator: Operator, text: string): ShareSpan | null {
  const read = readQuantity(text);
  const compared = read && quantityBy(operator, read, text);
  const ratio = compared && ratioOf(compared);
  return ratio && clipped(ratio);
}

/** The part of a ratio that lies between 0 and 1; null where there is none. */
function clipped({ low, high, lowOpen, highOpen }: Quantity): ShareSpan | null {
  const one = span(
    rounded(Math.max(0, low)),
    rounded(Math.min(1, high)),
    low >= 0 && lowOpen,
    high <= 1 && highOpen,
  );
  return isEmpty(one) ? null : one;
}

/** So that 7 % and 70 ‰ are the same number. */
function rounded(ratio: number): number {
  return Math.round(ratio * 1e12) / 1e12;
}

/** The rest of the whole. */
function restOf({ from, to, isFromOpen, isToOpen }: ShareSpan): Share {
  return [span(0, from, false, !isFromOpen), span(to, 1, !isToOpen, false)].filter((one) => !isEmpty(one));
}

function isEmpty({ from, to, isFromOpen, isToOpen }: ShareSpan): boolean {
  return from > to || (from === to && (isFromOpen || isToOpen));
}

function span(from: number, to: number, isFromOpen = false, isToOpen = false): ShareSpan {
  return { from, to, isFromOpen, isToOpen };
}

/** Whether two shares may be the same. Symmetric. */
export function sharesMeet(a: Share, b: Share): boolean {
  return a.some((one) =>
    b.some((other) => {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      const isOpen = [one, other].some(
        (each) => (each.from === from && each.isFromOpen) || (each.to === to && each.isToOpen),
      );
      return from < to || (from === to && !isOpen);
    }),
  );
}

/** Whether a share is the whole or nothing of it. */
export function isAllOrNone(share: Share): boolean {
  const [one, ...more] = share;
  return one !== undefined && more.length === 0 && one.from === one.to && (one.from === 0 || one.to === 1);
}
