/** Exports the evidence matrix as comma-separated values (RFC 4180) for spreadsheets. */
import type { ClaimMark } from '../../protocol/views.ts';
import type { EvidenceMatrix, MatrixAnswer, MatrixCell } from '../../protocol/pictures.ts';

/** What a row's marks say, in words. */
export const ROW_MARKS: Readonly<Record<ClaimMark, string>> = {
  question: 'a question',
  norm: 'norm: what ought to be',
  share: 'shares of a whole',
  part: 'counts of parts and wholes',
  report: 'reported',
};

/** A header, then a line for each row; lines end in CRLF as in the RFC. */
export function matrixCsv({ sources, rows }: EvidenceMatrix): string {
  const lines = [
    ['subject', 'statement', 'as written', 'verdict', ...sources.map(({ name }) => name)],
    ...rows.map(({ subject, text, code, marks = [], verdict, cells }) => [
      subject,
      marks.length > 0 ? `${text} (${marks.map((mark) => ROW_MARKS[mark]).join('; ')})` : text,
      code,
      verdict,
      ...sources.map(({ key }) => cellWords(cells[key])),
    ]),
  ];
  return lines.map((line) => line.map(field).join(',') + '\r\n').join('');
}

/**
 * The content of a cell in words: `no (contested)`, `denies (contested)`, `asserts (settled: upheld by #verdict)`;
 * `silent`.
 */
export function cellWords(cell: MatrixCell | undefined): string {
  if (!cell) return 'silent';
  const beside = [
    cell.conflict === 'none'
      ? null
      : cell.conflict === 'settled' && cell.reason
        ? `settled: ${cell.reason}`
        : cell.conflict,
    cell.reported ? 'as reported' : null,
    cell.asked ? 'asked' : null,
  ].filter((part) => part !== null);
  const said = cell.stance === 'answers' ? cell.answers.map(answerInWords).join('; ') : cell.stance;
  return beside.length ? `${said} (${beside.join(', ')})` : said;
}

/** `no`, `at least 3000, 1896`. */
export function answerInWords({ value, when }: MatrixAnswer): string {
  return when === null ? value : `${value}, ${when}`;
}

/** Characters that begin a formula in spreadsheets, with their full-width and small forms. */
const SIGN = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]/;
/**
 * The start of a cell: of the text, or after a character that may be a separator; with everything that spreadsheets
 * skip before its first character: blanks, control and format characters, quotation marks.
 */
const BEGINNING = /(?:^|[;|\t\r\n])[;|\s\p{Cc}\p{Cf}"'`]*/gu;

/**
 * A field, quoted where necessary. Spreadsheets run a cell that begins like a formula, so it gets an apostrophe,
 * which they read as “this is text” (OWASP, *CSV Injection*). Where semicolons or tabs are separators, as in much of
 * Europe, quotation marks do not protect the middle of a field: what would begin a cell there gets an apostrophe too.
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
