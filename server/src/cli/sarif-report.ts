import { whatItReports } from '../checking/rule-words.ts';
import type { PositionRange } from '../text/range.ts';
import type { Rule } from '../checking/rule.ts';
import { sumOfCounts } from '../checking/check-counts.ts';
import type { CheckedFile, ToldFinding } from './checked-file.ts';
import { printableJson } from './printable.ts';

/** The findings in SARIF 2.1.0, which code hosts import. Lines and columns are one-based, columns in UTF-16 units. */
export function sarifReport(
  reports: readonly CheckedFile[],
  rules: readonly Rule[],
  version: string,
): string {
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
              fullDescription: { text: whatItReports(rule) },
              help: { text: rule.why },
            })),
          },
        },
        properties: { checks: sumOfCounts(reports.map(({ checks }) => checks)) },
        columnKind: 'utf16CodeUnits',
        results: reports.flatMap((report) => report.findings.map((finding) => result(report.path, finding))),
      },
    ],
  };
  return `${printableJson(log)}\n`;
}

function result(path: string, finding: ToldFinding): object {
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
      artifactLocation: { uri: uriOf(path) },
      region: {
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
      },
    },
  };
}

/** A path as a relative reference of RFC 3986; lone surrogates are replaced. */
function uriOf(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map((name) =>
      encodeURIComponent(name).replace(
        /[!'()*]/g,
        (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
}
