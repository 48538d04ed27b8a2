import type { CheckedFile, ToldFinding } from './checked-file.ts';
import { printable } from './printable.ts';

/**
 * The findings as workflow commands of GitHub Actions, which shows them at their lines in a pull request. Lines and
 * columns are one-based. GitHub has three levels; hints are notices there.
 */
export function githubReport(reports: readonly CheckedFile[]): string {
  return reports.flatMap(({ path, findings }) => findings.map((each) => command(path, each))).join('');
}

const LEVELS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

function command(path: string, { code, severity, message, range, related }: ToldFinding): string {
  const { start, end } = range;
  const isOneLine = start.line === end.line;
  const properties = {
    file: printable(path),
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub refuses columns on ranges of several lines.
    ...(isOneLine
      ? { col: start.character + 1, endColumn: Math.max(start.character, end.character - 1) + 1 }
      : {}),
    title: code,
  };
  const places = related.map(
    (place) => `\n→ ${printable(place.path)}:${place.range.start.line + 1}  ${printable(place.message)}`,
  );
  const said = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${LEVELS[severity]} ${said.join(',')}::${escaped(printable(message) + places.join(''))}\n`;
}

/** The escapes of actions/toolkit (`escapeData`): without them a name could begin another command. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The same for values of properties (`escapeProperty`). */
function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
