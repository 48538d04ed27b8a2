import type { FileReport } from '../service/checker.ts';
import { printableJson } from './printable.ts';

/**
 * The findings as data: `{files: [{path, findings: [{code, severity, message, range, related}]}]}`, with
 * zero-based positions in UTF-16. The form is described by `docs/schema/check.schema.json`.
 */
export function jsonReport(reports: readonly FileReport[]): string {
  const files = reports.map(({ path, findings }) => ({
    path,
    findings: findings.map(({ code, severity, message, range, related }) => ({
      code,
      severity,
      message,
      range,
      related,
    })),
  }));
  return `${printableJson({ files })}\n`;
}
