import { checkCountsOf, NOTHING_CHECKED, type CheckCounts } from '../checking/check-counts.ts';
import { reportedQuotations, type ReportedQuotation } from '../checking/quotation-report.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** A quotation with its result, and its line, counted from 0. */
export type QuotationOnLine = ReportedQuotation & { readonly line: number };

/** How much was checked in the document `path`, by result; empty where it is no document, and before all is read. */
export function checkCountsIn(
  { firstReading, library, quotations }: WorkspaceParts,
  path: string,
): CheckCounts {
  const summary = firstReading.isWhole ? library.summary(path) : undefined;
  return summary ? checkCountsOf(summary, { library, quotations }) : NOTHING_CHECKED;
}

/** Every quotation of the document `path`; none where it is no document, and before all is read. */
export function quotationsIn(
  { firstReading, library, quotations }: WorkspaceParts,
  path: string,
): QuotationOnLine[] {
  const summary = firstReading.isWhole ? library.summary(path) : undefined;
  if (!summary) return [];
  const lines = library.linesOf(path);
  return reportedQuotations(summary, { library, quotations }).map((each) => ({
    ...each,
    line: lines?.lineAt(each.range.from) ?? 0,
  }));
}
