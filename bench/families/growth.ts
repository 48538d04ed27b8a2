/** The growth of time: linear least squares on the logarithms of sizes and times. */

/** The exponent of `times` over `sizes`: 1 for linear growth. NaN where a time is missing. */
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
