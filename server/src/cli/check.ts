import { readFileSync } from 'node:fs';
import path from 'node:path';
import picocolors from 'picocolors';
import { decodeText } from '../text/encoding.ts';
import { DocumentText } from '../text/document-text.ts';
import { allRules } from '../rules/registry.ts';
import type { FileReport, ReportedFinding } from '../service/checker.ts';
import { version } from '../version.ts';
import { jsonReport } from './json-report.ts';
import { openService } from './open-service.ts';
import { askedRoots, wasAsked } from './roots.ts';
import { EXIT, type Terminal } from './terminal.ts';
import { sarifReport } from './sarif-report.ts';
import { textReport } from './text-report.ts';

const FORMATS = ['text', 'json', 'sarif'];
const LEVELS: readonly ReportedFinding['severity'][] = ['hint', 'information', 'warning', 'error'];

/** `sicetnon check`: reads, checks, reports. Throws with a sentence for a person where it cannot run. */
export async function check(
  paths: readonly string[],
  options: { format?: string | undefined; severity?: string | undefined; 'no-cache'?: boolean | undefined },
  terminal: Terminal,
): Promise<number> {
  const format = options.format ?? 'text';
  if (!FORMATS.includes(format)) throw new Error(`There is no format “${format}”. Use text, json or sarif.`);
  const level = LEVELS.indexOf((options.severity ?? 'hint') as ReportedFinding['severity']);
  if (level < 0) throw new Error(`There is no severity “${options.severity}”. Use ${LEVELS.join(', ')}.`);

  const reports: FileReport[] = [];
  const absolute = new Map<string, string>();
  for (const asked of askedRoots(paths, terminal.cwd)) {
    const service = await openService(asked, terminal, options);
    const shown = (file: string) => {
      const name = path.relative(terminal.cwd, path.join(asked.root, file)).split(path.sep).join('/');
      absolute.set(name, path.join(asked.root, file));
      return name;
    };
    for (const file of service.files().filter((each) => wasAsked(each, asked))) {
      const report = service.check(file);
      reports.push({
        path: shown(file),
        findings: report.findings
          .filter((finding) => LEVELS.indexOf(finding.severity) >= level)
          .map((finding) => ({
            ...finding,
            related: finding.related.map((related) => ({ ...related, path: shown(related.path) })),
          })),
      });
    }
  }
  reports.sort((a, b) => (a.path < b.path ? -1 : 1));

  if (format === 'json') terminal.write(jsonReport(reports));
  else if (format === 'sarif') terminal.write(sarifReport(reports, allRules, version));
  else {
    const lines = new Map<string, DocumentText | null>();
    terminal.write(
      textReport(reports, {
        colors: picocolors.createColors(terminal.isTerminal && terminal.colorWanted),
        lineOf: (name, line) => {
          if (!lines.has(name)) lines.set(name, textOf(absolute.get(name)!));
          const text = lines.get(name);
          return text ? text.text.slice(text.lines.lineStart(line), text.lines.lineEnd(line)) : null;
        },
      }),
    );
  }
  return reports.some((report) => report.findings.length > 0) ? EXIT.findings : EXIT.clean;
}

/** The text of a file for its lines to be shown; null where it is none. */
function textOf(file: string): DocumentText | null {
  try {
    const decoded = decodeText(readFileSync(file));
    return 'text' in decoded ? DocumentText.of(decoded.text) : null;
  } catch {
    // The finding says already that the file cannot be read.
    return null;
  }
}
