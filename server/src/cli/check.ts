import path from 'node:path';
import picocolors from 'picocolors';
import { Files } from '../hosts/reading/files.ts';
import { decodeText } from '../text/encoding.ts';
import { guessText } from '../text/guessed-encoding.ts';
import { isPlainTextPath } from '../workspace/scope.ts';
import { DocumentText } from '../text/document-text.ts';
import { wordTable } from '../text/word-table.ts';
import { allRules } from '../rules/registry.ts';
import type { ReportedFinding } from '../service/checker.ts';
import type { CheckedFile } from './checked-file.ts';
import { version } from '../version.ts';
import { jsonReport } from './json-report.ts';
import { largestOf, openService, type ReadingOptions } from './open-service.ts';
import { askedRoots, wasAsked } from './roots.ts';
import type { ProgressLine } from './progress-line.ts';
import { printable } from './printable.ts';
import { EXIT, Stops, type Terminal } from './terminal.ts';
import {
  quotationsAsHtml,
  quotationsAsJson,
  quotationsAsText,
  type QuotationAt,
} from './quotation-report.ts';
import { sarifReport } from './sarif-report.ts';
import { textReport } from './text-report.ts';

const FORMATS = ['text', 'json', 'sarif'];
const QUOTATION_FORMATS = wordTable<(quotations: readonly QuotationAt[]) => string>({
  text: quotationsAsText,
  json: quotationsAsJson,
  html: quotationsAsHtml,
});
const LEVELS: readonly ReportedFinding['severity'][] = ['hint', 'information', 'warning', 'error'];

export interface CheckOptions extends ReadingOptions {
  readonly format?: string | undefined;
  readonly severity?: string | undefined;
  readonly quotations?: boolean | undefined;
}

/**
 * `sicetnon check`: reads, checks, reports. Throws with a sentence where it cannot run. Throws an `Interruption`,
 * before any output, where the user stops it.
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
  progress: ProgressLine,
): Promise<number> {
  if (options.quotations) return checkQuotations(paths, options, terminal, progress);
  const format = options.format ?? 'text';
  if (!FORMATS.includes(format))
    throw new Error(`There is no format “${printable(format)}”. Use text, json or sarif.`);
  const level = LEVELS.indexOf((options.severity ?? 'hint') as ReportedFinding['severity']);
  if (level < 0)
    throw new Error(`There is no severity “${printable(options.severity ?? '')}”. Use ${LEVELS.join(', ')}.`);

  const reports: CheckedFile[] = [];
  const places = new Map<string, Place>();
  for (const asked of askedRoots(paths, terminal.cwd)) {
    const service = await openService(asked, terminal, progress, options);
    const shown = (file: string) => {
      const name = path.relative(terminal.cwd, path.join(asked.root, file)).split(path.sep).join('/');
      places.set(name, { root: asked.root, file });
      return name;
    };
    const files = service.files().filter((each) => wasAsked(each, asked));
    const stops = new Stops(terminal);
    for (const [done, file] of files.entries()) {
      progress.tell('Checking', done, files.length, 'files');
      await stops.pass();
      const report = service.check(file);
      reports.push({
        path: shown(file),
        checks: service.checkCounts(file),
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
    const files = new LastText(largestOf(options));
    const parts: string[] = [];
    const stops = new Stops(terminal);
    const colors = picocolors.createColors(terminal.isTerminal && terminal.colorWanted);
    const lineOf = (name: string, line: number) => files.line(places.get(name)!, line);
    for (const part of textReport(reports, { colors, lineOf })) {
      parts.push(part);
      await stops.pass();
    }
    terminal.write(parts.join(''));
  }
  return reports.some((report) => report.findings.length > 0) ? EXIT.findings : EXIT.clean;
}

/**
 * `sicetnon check --quotations`: every quotation with its verdict. Findings are those that are altered, absent, shortened, or
 * elsewhere.
 */
async function checkQuotations(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
  progress: ProgressLine,
): Promise<number> {
  const write = QUOTATION_FORMATS[options.format ?? 'text'];
  if (!write)
    throw new Error(
      `There is no format “${printable(options.format!)}” for quotations. Use text, json or html.`,
    );
  const quotations: QuotationAt[] = [];
  for (const asked of askedRoots(paths, terminal.cwd)) {
    const service = await openService(asked, terminal, progress, options);
    const shown = (file: string) =>
      path.isAbsolute(file)
        ? file
        : path.relative(terminal.cwd, path.join(asked.root, file)).split(path.sep).join('/');
    for (const file of service.files().filter((each) => wasAsked(each, asked)))
      for (const each of service.reportedQuotations(file))
        quotations.push({
          ...each,
          path: shown(file),
          line: each.line + 1,
          file: each.file === null ? null : shown(each.file),
        });
  }
  terminal.write(write(quotations));
  const isWrong = ({ outcome }: QuotationAt) => !['verified', 'blurred', 'unchecked'].includes(outcome);
  return quotations.some(isWrong) ? EXIT.findings : EXIT.clean;
}

/** A file of one of the checked workspaces. */
interface Place {
  readonly root: string;
  readonly file: string;
}

/** Provides lines of files for reports, with a cache of one file. */
class LastText {
  private place: Place | null = null;
  private text: DocumentText | null = null;

  /** Files larger than `largest` bytes are not read here either. */
  constructor(private readonly largest: number) {}

  /** A line of a file; null where it is no text. */
  line(place: Place, line: number): string | null {
    if (place.root !== this.place?.root || place.file !== this.place.file)
      this.text = textOf(place, this.largest);
    this.place = place;
    const { text } = this;
    return text ? text.text.slice(text.lines.lineStart(line), text.lines.lineEnd(line)) : null;
  }
}

/** A file's text for showing lines; null where it is none, which a finding already says. */
function textOf({ root, file }: Place, largest: number): DocumentText | null {
  try {
    const files = new Files(root, largest);
    const found = files.look(file);
    const bytes = 'status' in found ? found : files.bytes(found);
    if ('status' in bytes) return null;
    const decoded = decodeText(bytes);
    const text = 'text' in decoded ? decoded.text : isPlainTextPath(file) ? guessText(bytes) : null;
    return text === null ? null : DocumentText.of(text);
  } catch {
    // The folder was deleted.
    return null;
  }
}
