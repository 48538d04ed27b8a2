import { cellWords, ROW_MARKS, stanceInWords } from '../../../server/src/features/views/matrix-csv.ts';
import type { EvidenceMatrix, MatrixCell, MatrixRow } from '../../../server/src/protocol/pictures.ts';
import type { Spot } from '../../../server/src/protocol/views.ts';
import { shortened } from '../../../server/src/text/shortened.ts';
import type { RowGesture } from '../../src/views/messages.ts';
import { html } from '../shared/dom.ts';
import { markSigns } from '../shared/marks.ts';
import { place } from '../shared/place.ts';
import { table, type TableCell, type TableSort } from '../shared/table.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

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
  contested: deferred('contested'),
  settled: deferred('settled'),
  differing: deferred('differing, no conflict'),
  agreed: deferred('agreed'),
  single: deferred('one voice'),
};

/** What can be done from a row. */
export interface MatrixActs {
  /** Goes to a place in a text. */
  readonly open: (spot: Spot) => void;
  /** Begins a gesture at a claim. */
  readonly begin: (gesture: RowGesture, spot: Spot) => void;
}

/** The matrix as a table with statements as row headers and sources as column headers. */
export function matrixTable(
  { rows, sources }: EvidenceMatrix,
  title: string,
  sort: TableSort | null,
  sorted: (sort: TableSort | null) => void,
  { open, begin }: MatrixActs,
): HTMLTableElement {
  const isOfClaims = rows.some(({ cells }) =>
    Object.values(cells).some(({ stance: own }) => own !== 'answers'),
  );
  const made = table({
    caption: say('Who says what: {subject}. A source without a sign is silent.', { subject: title }),
    columns: [
      isOfClaims ? say('Claim') : say('Question'),
      say('Verdict'),
      ...sources.map(({ name }) => ({ name: brief(name), title: name })),
    ],
    rows: rows.map((row) => ({
      key: row.key,
      cells: [
        statement(row, isOfClaims, { open, begin }),
        verdict(row, begin),
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
  { open, begin }: MatrixActs,
): TableCell {
  const words = html('div', {}, place(text, spot, open), isOfClaims && html('code', {}, code));
  for (const mark of marks ?? [])
    words.append(html('div', { class: 'beside' }, `${markSigns[mark]} ${say(ROW_MARKS[mark])}`));
  if (isOfClaims) words.append(act(say('This Claim Contradicts…'), () => begin('claimContradicts', spot)));
  return {
    content: words,
    order: `${subject} ${code}`,
    class: 'statement',
    title: isOfClaims ? subject : code,
  };
}

function verdict({ verdict: judged, cells }: MatrixRow, begin: MatrixActs['begin']): TableCell {
  const quarrel = Object.values(cells).find(({ conflict, claims }) => conflict === 'contested' && claims[0]);
  const spot = quarrel?.claims[0]?.spot;
  return {
    content: html(
      'div',
      {},
      say(verdictWords[judged]),
      judged === 'contested' && spot && act(say('Settle a Conflict…'), () => begin('settleConflict', spot)),
    ),
    order: verdictOrder.indexOf(judged),
    class: `verdict ${judged}`,
  };
}

/** A line of a cell by which something is done. */
function act(words: string, done: () => void): HTMLElement {
  const button = html('button', { type: 'button', class: 'act' }, words);
  button.addEventListener('click', done);
  return html('div', {}, button);
}

function stance(cell: MatrixCell | undefined, open: (spot: Spot) => void): TableCell {
  if (!cell) return { content: html('span', { class: 'unseen' }, say('silent')), order: 9, class: 'silent' };
  const [first] = cell.claims;
  const words = cellWords(cell);
  const head = html('span', { class: 'sign', 'aria-hidden': 'true' }, signs[cell.stance]);
  const said = stanceInWords(cell);
  const lines = html('div', {}, head, first ? place(said, first.spot, open) : said);
  if (cell.claims.length > 1)
    lines.append(
      html(
        'div',
        { class: 'beside' },
        say('in {count, plural, one {# claim} other {# claims}}', { count: cell.claims.length }),
      ),
    );
  if (cell.conflict === 'contested')
    lines.append(html('div', { class: 'beside quarrel' }, `✕ ${say('contested')}`));
  if (cell.conflict === 'settled')
    lines.append(
      html(
        'div',
        { class: 'beside' },
        `✓ ${cell.reason ? say('settled: {reason}', { reason: cell.reason }) : say('settled')}`,
      ),
    );
  if (cell.reported)
    lines.append(html('div', { class: 'beside' }, `${markSigns.report} ${say('as reported')}`));
  if (cell.asked) lines.append(html('div', { class: 'beside' }, `${markSigns.question} ${say('asked')}`));
  const told = [...cell.claims.map(({ label, text }) => `#${label}: ${text}`), ...cell.sentences];
  return {
    content: lines,
    order: weights[cell.conflict] * 3 + (cell.stance === 'is cited' ? 2 : cell.stance === 'supports' ? 1 : 0),
    class: `stance ${cell.stance.replaceAll(' ', '-')} ${cell.conflict}`,
    title: [words, ...told].join('\n\n'),
  };
}
