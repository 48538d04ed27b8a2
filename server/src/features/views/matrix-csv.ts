/** The evidence matrix as comma-separated values (RFC 4180), for spreadsheets. */
import type { EvidenceMatrix, MatrixCell } from './model.ts';

/** A header, then a line for each row; lines end in CRLF as the RFC has it. */
export function matrixCsv({ sources, rows }: EvidenceMatrix): string {
  const lines = [
    ['subject', 'statement', 'as written', 'verdict', ...sources.map(({ name }) => name)],
    ...rows.map(({ subject, text, code, verdict, cells }) => [
      subject,
      text,
      code,
      verdict,
      ...sources.map(({ key }) => cellWords(cells[key])),
    ]),
  ];
  return lines.map((line) => line.map(field).join(',') + '\r\n').join('');
}

/** What a cell says, in words: `denies (contested)`, `asserts (settled: upheld by #verdict)`; `silent`. */
export function cellWords(cell: MatrixCell | undefined): string {
  if (!cell) return 'silent';
  const beside = [
    cell.conflict === 'none'
      ? null
      : cell.conflict === 'settled' && cell.reason
        ? `settled: ${cell.reason}`
        : cell.conflict,
    cell.reported ? 'as reported' : null,
  ].filter((part) => part !== null);
  return beside.length ? `${cell.stance} (${beside.join(', ')})` : cell.stance;
}

/**
 * Quoted where it must be. A spreadsheet takes a field that begins like a formula for one and runs it: such a
 * field gets an apostrophe in front, which spreadsheets read as “this is text”.
 */
function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
