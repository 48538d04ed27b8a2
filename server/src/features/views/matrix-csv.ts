/** Exports the evidence matrix as comma-separated values (RFC 4180) for spreadsheets. */
import type { ClaimMark } from '../../protocol/views.ts';
import type { EvidenceMatrix, MatrixAnswer, MatrixCell, Stance } from '../../protocol/pictures.ts';
import { deferred, say } from '../../words/say.ts';

/** What a row's marks say, in words. */
export const ROW_MARKS: Readonly<Record<ClaimMark, string>> = {
  question: deferred('a question'),
  norm: deferred('norm: what ought to be'),
  share: deferred('shares of a whole'),
  part: deferred('counts of parts and wholes'),
  report: deferred('reported'),
};

const STANCES: Readonly<Record<Stance, string>> = {
  answers: deferred('answers'),
  asserts: deferred('asserts'),
  denies: deferred('denies'),
  'asserts and denies': deferred('asserts and denies'),
  supports: deferred('supports'),
  'is cited': deferred('is cited'),
};

/** What a source says, in words. */
export function stanceInWords({ stance, answers }: Pick<MatrixCell, 'stance' | 'answers'>): string {
  return stance === 'answers' ? answers.map(answerInWords).join('; ') : say(STANCES[stance]);
}

/** A header, then a line for each row; lines end in CRLF as in the RFC. */
export function matrixCsv({ sources, rows }: EvidenceMatrix): string {
  const lines = [
    [say('subject'), say('statement'), say('as written'), say('verdict'), ...sources.map(({ name }) => name)],
    ...rows.map(({ subject, text, code, marks = [], verdict, cells }) => [
      subject,
      marks.length > 0 ? `${text} (${marks.map((mark) => say(ROW_MARKS[mark])).join('; ')})` : text,
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
  if (!cell) return say('silent');
  const beside = [
    cell.conflict === 'none'
      ? null
      : cell.conflict === 'settled' && cell.reason
        ? say('settled: {reason}', { reason: cell.reason })
        : cell.conflict === 'settled'
          ? say('settled')
          : say('contested'),
    cell.reported ? say('as reported') : null,
    cell.asked ? say('asked') : null,
  ].filter((part) => part !== null);
  const said = stanceInWords(cell);
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
