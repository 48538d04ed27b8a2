import { answerInWords, cellWords, ROW_MARKS } from '../../../server/src/features/views/matrix-csv.ts';
import type { EvidenceMatrix, MatrixCell, MatrixRow } from '../../../server/src/protocol/pictures.ts';
import type { Spot } from '../../../server/src/protocol/views.ts';
import { shortened } from '../../../server/src/text/shortened.ts';
import { html } from '../shared/dom.ts';
import { markSigns } from '../shared/marks.ts';
import { place } from '../shared/place.ts';
import { table, type TableCell, type TableSort } from '../shared/table.ts';

const LONGEST_NAME = 32;

/** A sign for each stance, so that it does not depend on colour. */
const signs: Readonly<Record<MatrixCell['stance'], string>> = {
  answers: '●',
  asserts: '●',
  denies: '○',
  'asserts and denies': '◐',
  supports: '▲',
  'is cited': '❝',
};

/** The sort order of a column: contested cells first, then by weight. */
const weights: Readonly<Record<MatrixCell['conflict'], number>> = { contested: 0, settled: 1, none: 2 };
export const verdictOrder: readonly MatrixRow['verdict'][] = [
  'contested',
  'settled',
  'differing',
  'agreed',
  'single',
];

const verdictWords: Readonly<Record<MatrixRow['verdict'], string>> = {
  contested: 'contested',
  settled: 'settled',
  differing: 'differing, no conflict',
  agreed: 'agreed',
  single: 'one voice',
};

/** The matrix as a table with statements as row headers and sources as column headers. */
export function matrixTable(
  { rows, sources }: EvidenceMatrix,
  title: string,
  sort: TableSort | null,
  sorted: (sort: TableSort | null) => void,
  open: (spot: Spot) => void,
): HTMLTableElement {
  const isOfClaims = rows.some(({ cells }) =>
    Object.values(cells).some(({ stance: own }) => own !== 'answers'),
  );
  const made = table({
    caption: `Who says what: ${title}. A source without a sign is silent.`,
    columns: [
      isOfClaims ? 'Claim' : 'Question',
      'Verdict',
      ...sources.map(({ name }) => ({ name: brief(name), title: name })),
    ],
    rows: rows.map((row) => ({
      key: row.key,
      cells: [
        statement(row, isOfClaims, open),
        verdict(row),
        ...sources.map(({ key }) => stance(Object.hasOwn(row.cells, key) ? row.cells[key] : undefined, open)),
      ],
    })),
    sort,
    sorted,
  });
  made.classList.add('matrix');
  return made;
}

/** A name truncated for a column header. */
function brief(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  return `${shortened(name, LONGEST_NAME)}${name.startsWith('“') ? '”' : ''}`;
}

function statement(
  { text, code, subject, spot, marks }: MatrixRow,
  isOfClaims: boolean,
  open: (spot: Spot) => void,
): TableCell {
  const words = html('div', {}, place(text, spot, open), isOfClaims && html('code', {}, code));
  for (const mark of marks ?? [])
    words.append(html('div', { class: 'beside' }, `${markSigns[mark]} ${ROW_MARKS[mark]}`));
  return {
    content: words,
    order: `${subject} ${code}`,
    class: 'statement',
    title: isOfClaims ? subject : code,
  };
}

function verdict({ verdict: judged }: MatrixRow): TableCell {
  return { content: verdictWords[judged], order: verdictOrder.indexOf(judged), class: `verdict ${judged}` };
}

function stance(cell: MatrixCell | undefined, open: (spot: Spot) => void): TableCell {
  if (!cell) return { content: html('span', { class: 'unseen' }, 'silent'), order: 9, class: 'silent' };
  const [first] = cell.claims;
  const words = cellWords(cell);
  const head = html('span', { class: 'sign', 'aria-hidden': 'true' }, signs[cell.stance]);
  const said = cell.stance === 'answers' ? cell.answers.map(answerInWords).join('; ') : cell.stance;
  const lines = html('div', {}, head, first ? place(said, first.spot, open) : said);
  if (cell.claims.length > 1)
    lines.append(html('div', { class: 'beside' }, `in ${cell.claims.length} claims`));
  if (cell.conflict === 'contested') lines.append(html('div', { class: 'beside quarrel' }, '✕ contested'));
  if (cell.conflict === 'settled')
    lines.append(html('div', { class: 'beside' }, `✓ ${cell.reason ?? 'settled'}`));
  if (cell.reported) lines.append(html('div', { class: 'beside' }, `${markSigns.report} as reported`));
  if (cell.asked) lines.append(html('div', { class: 'beside' }, `${markSigns.question} asked`));
  const told = [...cell.claims.map(({ label, text }) => `#${label}: ${text}`), ...cell.sentences];
  return {
    content: lines,
    order: weights[cell.conflict] * 3 + (cell.stance === 'is cited' ? 2 : cell.stance === 'supports' ? 1 : 0),
    class: `stance ${cell.stance.replaceAll(' ', '-')} ${cell.conflict}`,
    title: [words, ...told].join('\n\n'),
  };
}
