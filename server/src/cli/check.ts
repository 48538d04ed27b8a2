import picocolors from 'picocolors';
import { allRules } from '../rules/all.ts';
import { version } from '../version.ts';
import { siftByBaseline, writeBaseline } from './baseline.ts';
import { checkQuotations } from './check-quotations.ts';
import type { CheckedFile } from './checked-file.ts';
import { checkFiles, type Checked } from './checked-files.ts';
import { githubReport } from './github-report.ts';
import { jsonReport } from './json-report.ts';
import { LEVELS, type OptionValues } from './options.ts';
import type { ProgressLine } from './progress-line.ts';
import { printable } from './printable.ts';
import { sarifReport } from './sarif-report.ts';
import { EXIT, Stops, type ReportingTerminal } from './terminal.ts';
import { textReport } from './text-report.ts';
import { say } from '../words/say.ts';

/**
 * `sicetnon check`: reads, fixes where asked to, checks, reports. Throws with a sentence where it cannot run. Throws an
 * `Interruption`, before any output, where the user stops it.
 */
export async function check(
  paths: readonly string[],
  options: OptionValues,
  terminal: ReportingTerminal,
  progress: ProgressLine,
): Promise<number> {
  refuseContradictions(paths, options);
  if (options.quotations) return checkQuotations(paths, options, terminal, progress);
  const checked = await checkFiles(paths, options, terminal, progress);
  const reports = withSeverity(checked.reports, options);
  const baseline = { cwd: terminal.cwd, wordsAt: checked.texts.words };
  const file = options['write-baseline'];
  if (file !== undefined) {
    const count = await writeBaseline(reports, { ...baseline, file });
    terminal.write(
      `${say(
        '{count, plural, =1 {1 finding is} other {{count} findings are}} written into {file}; with --baseline a check tells only what is new.',
        { count, file: printable(file) },
      )}\n`,
    );
    return EXIT.clean;
  }
  const sifted =
    options.baseline === undefined
      ? { reports, known: 0, gone: 0 }
      : siftByBaseline(reports, { ...baseline, file: options.baseline });
  await report(sifted.reports, checked, options, terminal);
  if (options.baseline !== undefined && (options.format ?? 'text') === 'text' && !options.quiet)
    terminal.write(ofBaseline(options.baseline, sifted));
  if (checked.hasUnread) return EXIT.failed;
  const failing = LEVELS.indexOf((options['fail-on'] ?? 'hint') as (typeof LEVELS)[number]);
  return sifted.reports.some(({ findings }) =>
    findings.some(({ severity }) => LEVELS.indexOf(severity) >= failing),
  )
    ? EXIT.findings
    : EXIT.clean;
}

/** The reports without findings of less weight than is asked for. */
function withSeverity(
  reports: readonly CheckedFile[],
  { severity: least = 'hint' }: OptionValues,
): readonly CheckedFile[] {
  const level = LEVELS.indexOf(least as (typeof LEVELS)[number]);
  if (level === 0) return reports;
  return reports.map(({ path, findings, checks }) => ({
    path,
    findings: findings.filter(({ severity }) => LEVELS.indexOf(severity) >= level),
    checks,
  }));
}

async function report(
  reports: readonly CheckedFile[],
  { texts }: Checked,
  { format = 'text', quiet = false }: OptionValues,
  terminal: ReportingTerminal,
): Promise<void> {
  switch (format) {
    case 'json':
      for (const piece of jsonReport(reports)) terminal.writeBytes(piece);
      return;
    case 'sarif':
      return terminal.write(sarifReport(reports, allRules, version));
    case 'github':
      return terminal.writeCommands(githubReport(reports));
    default: {
      const parts: string[] = [];
      const stops = new Stops(terminal);
      const colors = picocolors.createColors(terminal.isTerminal && terminal.colorWanted);
      for (const part of textReport(reports, { colors, lineOf: texts.line, isQuiet: quiet })) {
        parts.push(part);
        await stops.pass();
      }
      terminal.write(parts.join(''));
    }
  }
}

function ofBaseline(
  file: string,
  { known, gone }: { readonly known: number; readonly gone: number },
): string {
  const values = { known, gone, file: printable(file) };
  const said =
    gone === 0
      ? say(
          '{known, plural, =0 {No finding of {file} is left.} =1 {1 finding of {file} is not told.} other {{known} findings of {file} are not told.}}',
          values,
        )
      : say(
          '{known, plural, =0 {No finding of {file} is left} =1 {1 finding of {file} is not told} other {{known} findings of {file} are not told}}; {gone, plural, =1 {1 of it is gone} other {{gone} of it are gone}}: --write-baseline writes it anew.',
          values,
        );
  return `${said}\n`;
}

function refuseContradictions(paths: readonly string[], options: OptionValues): void {
  const { format = 'text', quotations, fix, baseline, since } = options;
  if (!quotations && format === 'html')
    throw new Error(say('There is a page of HTML for --quotations only.'));
  if (quotations && (format === 'sarif' || format === 'github'))
    throw new Error(say('There is no format “{format}” for quotations. Use text, json or html.', { format }));
  if (options['dry-run'] && !fix) throw new Error(say('--dry-run goes with --fix.'));
  if (baseline !== undefined && options['write-baseline'] !== undefined)
    throw new Error(say('Say either --baseline or --write-baseline.'));
  const readsInput = paths.includes('-');
  // Whatever were passed over without a word would look as if it had counted.
  const ofFindings = ['severity', 'fail-on', 'since', 'baseline', 'write-baseline', 'fix'] as const;
  const idle = quotations ? ofFindings.find((name) => options[name] !== undefined) : undefined;
  if (idle !== undefined)
    throw new Error(
      say('--quotations does not go with --{option}, which is about findings.', { option: idle }),
    );
  if (quotations && readsInput)
    throw new Error(
      say('The quotations of files can be reported, but not those of the text on standard input.'),
    );
  if (options['stdin-path'] !== undefined && !readsInput)
    throw new Error(say('--stdin-path goes with “-”, which stands for the text on standard input.'));
  if (readsInput && paths.length > 1)
    throw new Error(say('“-”, the text on standard input, is checked by itself, without other paths.'));
  if (readsInput && (fix || since !== undefined))
    throw new Error(say('The text on standard input can be checked, but not with --fix or --since.'));
}
