import { sumOfCounts } from '../checking/check-counts.ts';
import type { CheckedFile } from './checked-file.ts';
import { printableJson } from './printable.ts';

/**
 * The findings as JSON: `{files: [{path, findings: [{code, severity, message, range, related}], checks}], checks}`,
 * with zero-based positions in UTF-16. `checks` counts what was checked in a file, and in total. The format is
 * documented by `docs/schema/check.schema.json`.
 */
export function jsonReport(reports: readonly CheckedFile[]): string {
  const files = reports.map(({ path, findings, checks }) => ({
    path,
    findings: findings.map(({ code, severity, message, range, related }) => ({
      code,
      severity,
      message,
      range,
      related,
    })),
    checks,
  }));
  return `${printableJson({ files, checks: sumOfCounts(reports.map(({ checks }) => checks)) })}\n`;
}
