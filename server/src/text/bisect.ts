/** Binary search. */

/**
 * The first index from `from` to `count - 1` for which `holds` is true; `count` where there is none. `holds`
 * must be monotonic: true for all indexes after the first.
 */
export function bisect(count: number, holds: (place: number) => boolean, from = 0): number {
  let low = from;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the last of the ascending `values` that is at most `value`; -1 where there is none. */
export function lastAtMost(values: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}
