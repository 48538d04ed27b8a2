import type { Step } from './steps.ts';

/** The measurements of a family: processor time in milliseconds, medians, at four sizes that double. */
export interface Measured {
  readonly sizes: readonly number[];
  /** In all files, at the largest size. */
  readonly letters: number;
  readonly steps: Readonly<Record<Step, readonly number[]>>;
  readonly total: readonly number[];
  /** Peak memory above that of the empty program; null where the process measured others too. */
  readonly megabytes: number | null;
}
