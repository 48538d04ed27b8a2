import type { PositionRange } from '../text/range.ts';
import type { Rule } from '../rules/rule.ts';
import type { FileReport, ReportedFinding } from '../service/checker.ts';

/** The findings in SARIF 2.1.0, the exchange form of code hosts. Lines and columns count from one, columns in UTF-16. */
export function sarifReport(reports: readonly FileReport[], rules: readonly Rule[], version: string): string {
  const used = new Set(reports.flatMap((report) => report.findings.map((finding) => finding.code)));
  const described = rules.filter((rule) => used.has(rule.code));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'sicetnon',
            version,
            rules: described.map((rule) => ({
              id: rule.code,
              shortDescription: { text: rule.title },
              fullDescription: { text: rule.what },
              help: { text: rule.why },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: reports.flatMap((report) => report.findings.map((finding) => result(report.path, finding))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(path: string, finding: ReportedFinding): object {
  return {
    ruleId: finding.code,
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [location(path, finding.range)],
    ...(finding.related.length
      ? {
          relatedLocations: finding.related.map((related, id) => ({
            id,
            ...location(related.path, related.range),
            message: { text: related.message },
          })),
        }
      : {}),
  };
}

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

function location(path: string, range: PositionRange): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
      region: {
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
      },
    },
  };
}
