import { sumOfCounts } from '../checking/check-counts.ts';
import { lineOf, type CheckedFile } from './checked-file.ts';
import { printableLine } from './printable.ts';

/** A piece of a report has so many files: a large report at once takes several times its size in memory. */
const FILES_OF_PIECE = 64;

/**
 * The findings as JSON in UTF-8: `{files: [{path, findings: [{code, severity, message, range, related}], checks}], checks}`,
 * with zero-based positions in UTF-16, in pieces of whole lines. Each file has a line, which is remembered as it is.
 * `checks` counts what was checked in a file, and in total. The format is documented by
 * `docs/schema/check.schema.json`.
 */
export function* jsonReport(reports: readonly CheckedFile[]): Generator<Uint8Array, void> {
  const between = Buffer.from(',\n');
  const end = Buffer.from('\n');
  yield Buffer.from('{"files":[\n');
  for (let from = 0; from < reports.length; from += FILES_OF_PIECE) {
    const files = reports.slice(from, from + FILES_OF_PIECE);
    const isLast = from + files.length === reports.length;
    yield Buffer.concat(
      files.flatMap((report, i) => [lineOf(report), isLast && i === files.length - 1 ? end : between]),
    );
  }
  yield Buffer.from(`],"checks":${printableLine(sumOfCounts(reports.map((report) => report.checks)))}}\n`);
}
