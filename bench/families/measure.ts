/**
 * Measures families by number, `node --expose-gc measure.mjs HOW BUDGET NUMBER…`, and prints each result as a line of
 * JSON. Sizes are chosen so that the largest takes about BUDGET milliseconds. HOW is `fully`, or `sift` for one run of
 * each size. Bundled and started by `bench/families.ts`.
 */
import { allFamilies } from './all.ts';
import type { Family, Files } from './family.ts';
import { exponent } from './growth.ts';
import type { Measured } from './measured.ts';
import { SUSPECT } from './report.ts';
import { STEPS, timesOfSteps, type Step, type StepTimes } from './steps.ts';

const RUNS = 3;
const SMALLEST = 16;
/** In characters: larger texts measure memory rather than time. */
const LARGEST = 8_000_000;
/** The ratio of the largest size to the smallest. */
const FOLDS = 8;

const how = process.argv[2] as 'fully' | 'sift';
const [budget = 1000, ...numbers] = process.argv.slice(3).map(Number);

function filesOf(family: Family, n: number): Files {
  const made = family.make(n);
  return typeof made === 'string' ? { 'text.md': made } : made;
}
const sizeOf = (files: Files): number => Object.values(files).reduce((sum, { length }) => sum + length, 0);
const sumOf = (times: StepTimes): number => STEPS.reduce((sum, step) => sum + times[step], 0);

async function run(family: Family, n: number, clean = true): Promise<StepTimes> {
  const files = filesOf(family, n);
  if (clean) globalThis.gc?.();
  return timesOfSteps(files, family.ask);
}

/** The largest size that takes about the budget. The runs on the way also warm up the engine. */
async function largest(family: Family): Promise<number> {
  let n = SMALLEST;
  for (let before = 0; ; n *= 2) {
    let took = sumOf(await run(family, n));
    // Takes the faster of two runs: compilation and garbage collection are no growth.
    if (took < budget) took = Math.min(took, sumOf(await run(family, n)));
    const factor = before > 0 ? Math.max(2, took / before) : 2;
    if (n >= SMALLEST * FOLDS && took * factor > budget * 1.4) return n;
    if (n > LARGEST || sizeOf(filesOf(family, n * 2)) > LARGEST) return n;
    before = took;
  }
}

const idle = process.resourceUsage().maxRSS;

async function measure(family: Family): Promise<Measured> {
  const top = await largest(family);
  const sizes = [top / 8, top / 4, top / 2, top];
  const medians: StepTimes[] = [];
  for (const n of sizes) {
    const runs: StepTimes[] = [];
    for (let i = 0; i < RUNS; i++) runs.push(await run(family, n));
    const median = (of: (times: StepTimes) => number) => runs.map(of).sort((a, b) => a - b)[RUNS >> 1]!;
    medians.push(
      Object.fromEntries(STEPS.map((step) => [step, median((each) => each[step])])) as Record<Step, number>,
    );
  }
  return {
    sizes,
    letters: sizeOf(filesOf(family, top)),
    steps: Object.fromEntries(STEPS.map((step) => [step, medians.map((each) => each[step])])) as Record<
      Step,
      number[]
    >,
    total: medians.map(sumOf),
    megabytes: numbers.length === 1 ? (process.resourceUsage().maxRSS - idle) / 1024 : null,
  };
}

/**
 * Four sizes that double, once each, from the largest down: what is measured is as warm as it will be. Where that grows,
 * the better of two runs each: compilation and garbage collection are no growth.
 */
async function sift(family: Family): Promise<Measured> {
  let n = SMALLEST * FOLDS;
  let large = await run(family, n, false);
  for (let took = sumOf(large); took < budget; took = sumOf(large)) {
    const factor = took < budget / 16 ? 4 : 2;
    if (sizeOf(filesOf(family, n * factor)) > LARGEST) break;
    large = await run(family, (n *= factor), false);
  }
  const sizes = [n / 8, n / 4, n / 2, n];
  const times = [large];
  for (const size of sizes.slice(0, -1).reverse()) times.unshift(await run(family, size));
  if (exponent(sizes, times.map(sumOf)) > SUSPECT)
    for (const [i, size] of sizes.entries()) {
      const again = await run(family, size);
      if (sumOf(again) < sumOf(times[i]!)) times[i] = again;
    }
  return {
    sizes,
    letters: sizeOf(filesOf(family, n)),
    steps: Object.fromEntries(STEPS.map((step) => [step, times.map((each) => each[step])])) as Record<
      Step,
      number[]
    >,
    total: times.map(sumOf),
    megabytes: null,
  };
}

const way = { fully: measure, sift }[how];
for (const number of numbers) console.log(JSON.stringify(await way(allFamilies[number]!)));
