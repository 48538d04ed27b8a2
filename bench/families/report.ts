/** The table of families, worst first. */
import { shortNumber } from '../support/statistics.ts';
import { exponent } from './growth.ts';
import type { Measured } from './measured.ts';
import { STEPS, type Step } from './steps.ts';

/** Nothing is to grow faster than this. */
export const GOAL = 1.15;
/** A step counts by itself where it takes this share of the whole, and so many milliseconds. */
const SHARE = 0.1;
const LEAST = 20;

export interface Row {
  readonly title: string;
  readonly exponent: number;
  /** The step that grows fastest of those that count, and how. */
  readonly step: Step | null;
  readonly stepExponent: number;
  /** Null where it took longer than anybody waits. */
  readonly measured: Measured | null;
}

export function rowOf(title: string, measured: Measured | null): Row {
  if (!measured) return { title, exponent: Infinity, step: null, stepExponent: Infinity, measured };
  const { sizes, steps, total } = measured;
  let [worst, worstExponent]: [Step | null, number] = [null, -Infinity];
  for (const step of STEPS) {
    const times = steps[step];
    const largest = times.at(-1)!;
    if (largest < LEAST || largest < SHARE * total.at(-1)!) continue;
    const grown = exponent(
      sizes,
      times.map((time) => Math.max(time, 0.01)),
    );
    if (grown > worstExponent) [worst, worstExponent] = [step, grown];
  }
  return { title, exponent: exponent(sizes, total), step: worst, stepExponent: worstExponent, measured };
}

/** How bad it is: the whole, or a step of it. */
export const worstOf = (row: Row): number => Math.max(row.exponent, row.stepExponent);

const COLUMNS = ['family', 'exponent', 'fastest step', 'largest n', 'letters', 'ms', 'MB'];

function cells(row: Row): string[] {
  const { title, measured } = row;
  if (!measured) return [title, 'too slow', '', '', '', '', ''];
  const step = row.step ? `${row.step} ${shortNumber(row.stepExponent)}` : '';
  const [n, ms] = [measured.sizes.at(-1)!, measured.total.at(-1)!];
  return [
    title,
    shortNumber(row.exponent),
    step,
    `${n}`,
    `${measured.letters}`,
    ms.toFixed(0),
    measured.megabytes?.toFixed(0) ?? '',
  ];
}

/** The table in Markdown, worst first. */
export function tableOf(rows: readonly Row[]): string {
  const sorted = [...rows].sort((a, b) => worstOf(b) - worstOf(a));
  const lines = [COLUMNS, ['---', ...COLUMNS.slice(1).map(() => '---:')], ...sorted.map(cells)];
  return lines.map((line) => `| ${line.join(' | ')} |\n`).join('');
}
