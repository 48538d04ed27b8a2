/**
 * Measures the family with a number, `node --expose-gc measure.mjs NUMBER BUDGET`, and prints what came of it as
 * JSON. The sizes are such that the largest takes about BUDGET milliseconds. `bench/families.ts` bundles and starts it.
 */
import { allFamilies } from './all.ts';
import type { Files } from './family.ts';
import type { Measured } from './measured.ts';
import { STEPS, timesOfSteps, type Step, type StepTimes } from './steps.ts';

const RUNS = 3;
const SMALLEST = 16;
/** Letters: larger texts tell of memory more than of work. */
const LARGEST = 8_000_000;

const [number = '0', budget = '1000'] = process.argv.slice(2);
const family = allFamilies[Number(number)]!;

function filesOf(n: number): Files {
  const made = family.make(n);
  return typeof made === 'string' ? { 'text.md': made } : made;
}
const sizeOf = (files: Files): number => Object.values(files).reduce((sum, { length }) => sum + length, 0);
const sumOf = (times: StepTimes): number => STEPS.reduce((sum, step) => sum + times[step], 0);

async function run(n: number): Promise<StepTimes> {
  const files = filesOf(n);
  globalThis.gc?.();
  return timesOfSteps(files);
}

/** The largest size that takes about the budget; what is measured on the way makes the engine settle. */
async function largest(): Promise<number> {
  let n = SMALLEST;
  for (let before = 0; ; n *= 2) {
    let took = sumOf(await run(n));
    // What the engine and the garbage collector do beside is not to be taken for growth.
    if (took < Number(budget)) took = Math.min(took, sumOf(await run(n)));
    const factor = before > 0 ? Math.max(2, took / before) : 2;
    if (n >= SMALLEST * 8 && took * factor > Number(budget) * 1.4) return n;
    if (n > LARGEST || sizeOf(filesOf(n * 2)) > LARGEST) return n;
    before = took;
  }
}

const idle = process.resourceUsage().maxRSS;
const top = await largest();
const sizes = [top / 8, top / 4, top / 2, top];
const medians: StepTimes[] = [];
for (const n of sizes) {
  const runs: StepTimes[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await run(n));
  const median = (of: (times: StepTimes) => number) => runs.map(of).sort((a, b) => a - b)[RUNS >> 1]!;
  medians.push(
    Object.fromEntries(STEPS.map((step) => [step, median((each) => each[step])])) as Record<Step, number>,
  );
}
const measured: Measured = {
  sizes,
  letters: sizeOf(filesOf(top)),
  steps: Object.fromEntries(STEPS.map((step) => [step, medians.map((each) => each[step])])) as Record<
    Step,
    number[]
  >,
  total: medians.map(sumOf),
  megabytes: (process.resourceUsage().maxRSS - idle) / 1024,
};
console.log(JSON.stringify(measured));
