import { isWorkFile } from '../workspace/attached-file.ts';
import stringWidth from 'string-width';
import type { Colors } from 'picocolors/types.js';
import {
  citationsInWords,
  locatorsInWords,
  quotationsInWords,
  sumOfCounts,
} from '../checking/check-counts.ts';
import type { CheckedFile, ToldFinding } from './checked-file.ts';
import { printable } from './printable.ts';
import { deferred, enumerated, say } from '../words/say.ts';

/** How many columns of a line are shown around a finding: a paragraph may be a single line. */
const WIDTH = 96;
/** How much of a line, to each side, is looked at for that. */
const ROOM = 4 * WIDTH;

export interface TextReportOptions {
  readonly colors: Colors;
  /** A line of a file, if available, to show the words in question. */
  readonly lineOf: (path: string, line: number) => string | null;
  /** Whether the counts are left out. */
  readonly isQuiet?: boolean;
}

/**
 * The findings for people: a paragraph each, with the line, marks under the words, and related places; at the end the
 * counts. Yields paragraph by paragraph, since lines must be read.
 */
export function* textReport(reports: readonly CheckedFile[], options: TextReportOptions): Generator<string> {
  const { colors } = options;
  const bySeverity = new Map<Severity, number>();
  for (const report of reports)
    for (const finding of report.findings) {
      bySeverity.set(finding.severity, (bySeverity.get(finding.severity) ?? 0) + 1);
      yield `${paragraph(report.path, finding, options)}\n\n`;
    }
  if (options.isQuiet) return;
  const counts = WEIGHTIEST_FIRST.flatMap((severity) => {
    const count = bySeverity.get(severity);
    return count === undefined ? [] : [{ severity, count }];
  });
  const files = reports.length;
  const checked = sumOfCounts(reports.map(({ checks }) => checks));
  const others = [citationsInWords(checked), locatorsInWords(checked)].filter((words) => words !== '');
  const quotations = quotationsInWords(checked);
  yield counts.length === 0
    ? `${colors.green(
        others.length === 0 && quotations === ''
          ? say(
              'No findings in {files, plural, one {# file} other {# files}}; no quotation or citation in them was checked.',
              { files },
            )
          : say('No findings in {files, plural, one {# file} other {# files}}.', { files }),
      )}\n`
    : `${say('{counts} in {files, plural, one {# file} other {# files}}.', {
        counts: enumerated(
          counts.map(({ severity, count }) => paint(severity, colors)(counted(severity, count))),
        ),
        files,
      })}\n`;
  // Without findings it should still say what was checked.
  if (counts.length === 0 && others.length > 0)
    yield `${say('{sentence}.', { sentence: others.reduce((one, other) => say('{one}; {other}', { one, other })) })}\n`;
  if (quotations !== '') yield `${say('{sentence}.', { sentence: quotations })}\n`;
}

function paragraph(path: string, finding: ToldFinding, { colors, lineOf }: TextReportOptions): string {
  const { start, end } = finding.range;
  const place = `${printable(path)}:${start.line + 1}:${start.character + 1}`;
  const lines = [
    `${colors.bold(place)}  ${paint(finding.severity, colors)(severityInWords(finding.severity))}  ${colors.dim(finding.code)}`,
    `  ${printable(finding.message)}`,
  ];
  const text = lineOf(path, start.line);
  if (text !== null) {
    const last = end.line === start.line ? end.character : text.length;
    const { shown, from, to } = excerpt(text, start.character, last);
    const number = String(start.line + 1);
    const gutter = ' '.repeat(number.length);
    lines.push(`  ${colors.dim(`${number} │`)} ${shown}`);
    const width = Math.max(1, columnsOf(shown.slice(from, to)));
    lines.push(
      `  ${colors.dim(`${gutter} │`)} ${' '.repeat(columnsOf(shown.slice(0, from)))}${paint(finding.severity, colors)('^'.repeat(width))}`,
    );
  }
  for (const related of finding.related)
    lines.push(
      `  ${colors.dim('→')} ${printable(related.path)}${isWorkFile(related.path) ? '' : `:${related.range.start.line + 1}:${related.range.start.character + 1}`}  ${printable(related.message)}`,
    );
  return lines.join('\n');
}

const PLAIN = /^[ -~…]*$/;

/** The columns that a text takes on a terminal. `string-width` splits it into graphemes, which plain text need not be. */
function columnsOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** The displayed part of a line and the range in it, made harmless for terminals. */
function excerpt(whole: string, start: number, end: number): { shown: string; from: number; to: number } {
  // A paragraph of a megabyte may be one line, of which a hundred characters are shown.
  const cutBefore = Math.max(0, start - ROOM);
  const line = whole.slice(cutBefore, start + ROOM);
  const [from, to] = [start - cutBefore, end - cutBefore];
  // A range may extend beyond the line, or begin at its end.
  const [before, within, behind] = [
    line.slice(0, from),
    line.slice(from, to),
    line.slice(Math.max(from, to)),
  ].map((part) => printable(part.replaceAll('\t', ' '))) as [string, string, string];
  return cut(before + within + behind, before.length, before.length + within.length);
}

function cut(clean: string, from: number, to: number): { shown: string; from: number; to: number } {
  if (clean.length <= WIDTH) return { shown: clean, from, to: Math.max(from, to) };
  let begin = Math.max(0, Math.min(from - 30, clean.length - WIDTH));
  if (begin > 0) begin = wordStart(clean, begin);
  const finish = Math.min(clean.length, begin + WIDTH);
  const head = begin > 0 ? '… ' : '';
  const tail = finish < clean.length ? ' …' : '';
  const shift = head.length - begin;
  return {
    shown: head + clean.slice(begin, finish) + tail,
    from: from + shift,
    to: Math.min(Math.max(from, to), finish) + shift,
  };
}

function wordStart(line: string, at: number): number {
  const space = line.indexOf(' ', at);
  return space >= 0 && space - at < 20 ? space + 1 : at;
}

type Severity = ToldFinding['severity'];

const WEIGHTIEST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function counted(severity: Severity, count: number): string {
  return say(COUNTED[severity], { count });
}

const COUNTED: Readonly<Record<Severity, string>> = {
  error: deferred('{count, plural, one {# error} other {# errors}}'),
  warning: deferred('{count, plural, one {# warning} other {# warnings}}'),
  information: deferred('{count, plural, one {# for information} other {# for information}}'),
  hint: deferred('{count, plural, one {# hint} other {# hints}}'),
};

function severityInWords(severity: Severity): string {
  return say(SEVERITIES[severity]);
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: deferred('error'),
  warning: deferred('warning'),
  information: deferred('information'),
  hint: deferred('hint'),
};

function paint(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    case 'information':
      return colors.blue;
    case 'hint':
      return colors.dim;
  }
}
