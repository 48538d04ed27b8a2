/** How work grows: a line through the logarithms of sizes and times, by least squares. */

/** The exponent of `times` over `sizes`: 1 where twice as much takes twice as long. NaN where a time is none. */
export function exponent(sizes: readonly number[], times: readonly number[]): number {
  const xs = sizes.map(Math.log);
  const ys = times.map(Math.log);
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  let above = 0;
  let below = 0;
  xs.forEach((each, i) => {
    above += (each - x) * (ys[i]! - y);
    below += (each - x) ** 2;
  });
  return above / below;
}
