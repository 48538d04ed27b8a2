import type { CheckCounts } from '../checking/check-counts.ts';
import type { FileReport } from '../service/checker.ts';

/** The report on a file: its findings, and how much was checked. */
export interface CheckedFile extends FileReport {
  readonly checks: CheckCounts;
}
