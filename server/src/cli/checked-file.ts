import type { CheckCounts } from '../checking/check-counts.ts';
import type { FileReport, ReportedFinding } from '../service/checker.ts';
import { printableLine } from './printable.ts';

/** A finding as the command line tells it. */
export type ToldFinding = Omit<ReportedFinding, 'unnecessary'>;

/** The report on a file: its findings, and how much was checked. */
export interface CheckedFile {
  readonly path: string;
  readonly findings: readonly ToldFinding[];
  readonly checks: CheckCounts;
}

/** The lines that reports were read from: by the report itself, since a copy of it may have other findings. */
const lines = new WeakMap<CheckedFile, Uint8Array>();

/** The report of a check that was just made. */
export function checkedFile({ path, findings }: FileReport, checks: CheckCounts): CheckedFile {
  const told = findings.map(({ unnecessary: _, ...finding }) => finding);
  return { path, findings: told, checks };
}

/** A report as one line of JSON in UTF-8, without its end, harmless on a terminal. */
export function lineOf(report: CheckedFile): Uint8Array {
  const known = lines.get(report);
  if (known) return known;
  const { path, findings, checks } = report;
  return Buffer.from(printableLine({ path, findings, checks }));
}

/**
 * The report of such a line; null where the line is damaged. Its findings are decoded anew each time they are asked for:
 * those of all files at once would take several times the room of their lines.
 */
export function checkedFileIn(line: Buffer): CheckedFile | null {
  try {
    const { path, findings, checks } = JSON.parse(line.toString()) as CheckedFile;
    if (typeof path !== 'string' || !Array.isArray(findings) || !checks) return null;
    const report = new FileInLine(path, checks, line);
    lines.set(report, line);
    return report;
  } catch {
    return null;
  }
}

class FileInLine implements CheckedFile {
  readonly #line: Buffer;

  constructor(
    readonly path: string,
    readonly checks: CheckCounts,
    line: Buffer,
  ) {
    this.#line = line;
  }

  get findings(): readonly ToldFinding[] {
    return (JSON.parse(this.#line.toString()) as CheckedFile).findings;
  }
}
