import type { Step } from './steps.ts';

/** What measuring a family gave: milliseconds of processor time, medians, at four sizes that double. */
export interface Measured {
  readonly sizes: readonly number[];
  /** In all files, at the largest size. */
  readonly letters: number;
  readonly steps: Readonly<Record<Step, readonly number[]>>;
  readonly total: readonly number[];
  /** The most that it took, above what the program takes by itself; null where others were measured beside it. */
  readonly megabytes: number | null;
}
