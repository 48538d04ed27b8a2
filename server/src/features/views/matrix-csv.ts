/** The evidence matrix as comma-separated values (RFC 4180), for spreadsheets. */
import type { EvidenceMatrix, MatrixAnswer, MatrixCell } from '../../protocol/pictures.ts';

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

/** What a cell says, in words: `no (contested)`, `denies (contested)`, `asserts (settled: upheld by #verdict)`; `silent`. */
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
  const said = cell.stance === 'answers' ? cell.answers.map(answerInWords).join('; ') : cell.stance;
  return beside.length ? `${said} (${beside.join(', ')})` : said;
}

/** `no`, `at least 3000, 1896`. */
export function answerInWords({ value, when }: MatrixAnswer): string {
  return when === null ? value : `${value}, ${when}`;
}

/** What a spreadsheet takes for the beginning of a formula, wide signs and small ones too. */
const SIGN = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]/;
/**
 * Where a cell begins: at the head, and after whatever parts cells where another sign than ours does; with all that
 * is passed over on the way to its first character: blanks, control characters, marks that nobody sees, quotation marks.
 */
const BEGINNING = /(?:^|[;|\t\r\n])[;|\s\p{Cc}\p{Cf}"'`]*/gu;

/**
 * Quoted where it must be. A spreadsheet takes a cell that begins like a formula for one and runs it: such a cell
 * gets an apostrophe in front, which spreadsheets read as “this is text” (OWASP, *CSV Injection*). Where a semicolon
 * or a tab parts cells, as in much of Europe, quotation marks in the middle of a cell protect nothing: what would
 * begin a cell there gets an apostrophe as well.
 */
function field(text: string): string {
  const harmless = text.replace(BEGINNING, (blank, at: number) => {
    const isFormula = SIGN.test(text.slice(at + blank.length, at + blank.length + 1));
    if (at > 0) return isFormula ? `${blank}'` : blank;
    if (isFormula && /[;|\t\r\n]/.test(blank)) return `'${blank}'`;
    return isFormula || /^[\t\r\n]/.test(blank) ? `'${blank}` : blank;
  });
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
