import path from 'node:path';
import { wordTable } from '../text/word-table.ts';
import { openingOf, openService, tellNotes } from './open-service.ts';
import type { OptionValues } from './options.ts';
import { printable } from './printable.ts';
import type { ProgressLine } from './progress-line.ts';
import {
  quotationsAsHtml,
  quotationsAsJson,
  quotationsAsText,
  type QuotationAt,
} from './quotation-report.ts';
import { askedRoots, wasAsked } from './roots.ts';
import { EXIT, type Terminal } from './terminal.ts';
import { say } from '../words/say.ts';

const QUOTATION_FORMATS = wordTable<(quotations: readonly QuotationAt[]) => string>({
  text: quotationsAsText,
  json: quotationsAsJson,
  html: quotationsAsHtml,
});

/**
 * `sicetnon check --quotations`: every quotation with its verdict. Findings are those that are altered, absent, shortened, or
 * elsewhere.
 */
export async function checkQuotations(
  paths: readonly string[],
  options: OptionValues,
  terminal: Terminal,
  progress: ProgressLine,
): Promise<number> {
  const write = QUOTATION_FORMATS[options.format ?? 'text'];
  if (!write)
    throw new Error(
      say('There is no format “{format}” for quotations. Use text, json or html.', {
        format: printable(options.format!),
      }),
    );
  const quotations: QuotationAt[] = [];
  for (const asked of askedRoots(paths, terminal.cwd)) {
    tellNotes(asked, options, terminal);
    const service = await openService(openingOf(asked, terminal, options), terminal, progress);
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
