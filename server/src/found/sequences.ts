import { bisect } from '../text/bisect.ts';

/**
 * Indexes of a longest strictly increasing subsequence of `values`, by patience sorting with back links (M. L.
 * Fredman, ‘On computing the length of longest increasing subsequences’, 1975). O(n log n).
 */
export function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before = new Array<number>(values.length).fill(-1);
  for (let i = 0; i < values.length; i++) {
    const low = bisect(tails.length, (n) => values[tails[n]!]! >= values[i]!);
    if (low > 0) before[i] = tails[low - 1]!;
    // An equal value does not replace an earlier one, so the first in the text is kept.
    if (low === tails.length || values[tails[low]!]! > values[i]!) tails[low] = i;
  }
  const chosen: number[] = [];
  for (let i = tails[tails.length - 1] ?? -1; i >= 0; i = before[i]!) chosen.push(i);
  return chosen.reverse();
}
