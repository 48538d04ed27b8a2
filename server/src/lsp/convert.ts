/** Conversion between our plain data and the protocol's. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import type { ReportedFinding } from '../service/checker.ts';
import { productId } from '../protocol/names.ts';
import { visible } from '../text/visible.ts';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** A finding as a diagnostic; `uriOf` converts workspace paths to URIs. */
export function toDiagnostic(
  finding: ReportedFinding,
  uriOf: (path: string) => string,
  rulePage: (code: string) => string | null,
): Diagnostic {
  const href = rulePage(finding.code);
  return {
    range: finding.range,
    severity: SEVERITIES[finding.severity],
    code: finding.code,
    ...(href ? { codeDescription: { href } } : {}),
    source: productId,
    message: visible(finding.message, '\n'),
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related.length
      ? {
          relatedInformation: finding.related.map((related) => ({
            location: { uri: uriOf(related.path), range: related.range },
            message: visible(related.message, '\n'),
          })),
        }
      : {}),
  };
}
