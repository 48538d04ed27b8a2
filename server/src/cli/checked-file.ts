import type { CheckCounts } from '../checking/check-counts.ts';
import type { FileReport } from '../service/checker.ts';

/** What a report says of a file: what is wrong in it, and how much was checked. */
export interface CheckedFile extends FileReport {
  readonly checks: CheckCounts;
}
