import '../shared/colours.css';
import '../shared/table.css';
import './evidence-matrix.css';
import { matrixCsv } from '../../../server/src/features/views/matrix-csv.ts';
import type { EvidenceMatrix, MatrixRow } from '../../../server/src/protocol/pictures.ts';
import type { ToPicture } from '../../src/views/messages.ts';
import { bar, empty } from '../shared/bar.ts';
import { counted, leftOutSentences } from '../shared/counted.ts';
import { button, html } from '../shared/dom.ts';
import { Host } from '../shared/host.ts';
import { matrixTable, verdictOrder } from './matrix-table.ts';

type Verdict = MatrixRow['verdict'];

const verdicts: Readonly<Record<Verdict, string>> = {
  contested: 'contested',
  settled: 'contested and settled',
  differing: 'answered differently, without a conflict',
  agreed: 'agreed by several',
  single: 'said by one',
};

const host = new Host<'evidenceMatrix'>(hear);
const page = html('main', { class: 'page' });
const note = html('p', { class: 'note', hidden: true });
const search = html('input', { type: 'search', placeholder: 'Filter', 'aria-label': 'Filter rows' });
const rows = html(
  'select',
  { 'aria-label': 'What the rows are' },
  html('option', { value: 'questions' }, 'Questions'),
  html('option', { value: 'claims' }, 'Claims'),
);
const verdict = html(
  'select',
  { 'aria-label': 'Which rows are shown' },
  html('option', { value: '' }, 'All'),
  ...Object.entries(verdicts).map(([value, words]) => html('option', { value }, `Only ${words}`)),
);
const head = bar(
  'Evidence matrix',
  () => host.say({ type: 'choose' }),
  rows,
  verdict,
  search,
  button('CSV', 'Save the rows shown as CSV', () => {
    if (matrix) host.say({ type: 'save', format: 'csv', text: matrixCsv(shown(matrix)) });
  }),
);
document.body.append(head.element, page, note);

let matrix: EvidenceMatrix | null = null;
let title = '';

const before = host.remembered();
search.value = before?.search ?? '';
verdict.value = before?.verdict ?? '';
host.say({ type: 'ready' });

rows.addEventListener('change', () => {
  const kind = rows.value === 'claims' ? 'claims' : 'questions';
  const question = host.remembered()?.question;
  if (question?.kind === 'evidenceMatrix') host.remember({ question: { ...question, rows: kind } });
  host.say({ type: 'rows', rows: kind });
});
verdict.addEventListener('change', () => {
  host.remember({ verdict: verdict.value });
  draw();
});
search.addEventListener('input', () => {
  host.remember({ search: search.value });
  draw();
});

function hear(message: ToPicture<'evidenceMatrix'>): void {
  if (message.type !== 'answer' || !message.answer) return;
  matrix = message.answer;
  title = message.title;
  rows.value = message.question.rows;
  host.remember({ question: message.question });
  head.title(title);
  const kind = rows.value === 'claims' ? 'claim' : 'question';
  note.textContent = leftOutSentences(matrix, kind, ': choose a file or an actor to see theirs');
  note.hidden = note.textContent === '';
  draw();
}

/** The filtered rows, and the sources with cells in them. */
function shown(all: EvidenceMatrix): EvidenceMatrix {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const names = new Map(all.sources.map(({ key, name }) => [key, name]));
  const left = all.rows.filter((row) => {
    if (verdict.value && row.verdict !== verdict.value) return false;
    const who = Object.keys(row.cells).map((key) => names.get(key) ?? '');
    const known = [row.text, row.code, row.subject, ...who].join('\n').toLowerCase();
    return words.every((word) => known.includes(word));
  });
  // Contested rows come first; the sort is stable.
  left.sort((a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict));
  const speaking = new Set(left.flatMap(({ cells }) => Object.keys(cells)));
  return { ...all, rows: left, sources: all.sources.filter(({ key }) => speaking.has(key)) };
}

function draw(): void {
  if (!matrix) return;
  const left = shown(matrix);
  const contested = left.rows.filter((row) => row.verdict === 'contested').length;
  const kind = rows.value === 'claims' ? 'claim' : 'question';
  head.count(
    `${counted(left.rows.length, kind)}, ${contested.toLocaleString('en-US')} of them contested; ${counted(left.sources.length, 'source')}`,
  );
  if (left.rows.length === 0) {
    const words =
      matrix.rows.length > 0
        ? `No ${kind} is left by the filter.`
        : rows.value === 'claims'
          ? `There are no claims in ${title}.`
          : `No claim in ${title} states anything formally. Say what it states of whom: [words]{.claim about="union" says="members = 82"}. Or choose to see claims as rows.`;
    page.replaceChildren(empty(words));
    return;
  }
  const sort = host.remembered()?.sort ?? null;
  const sorted = (news: typeof sort) => {
    host.remember({ sort: news ?? undefined });
    draw();
  };
  page.replaceChildren(matrixTable(left, title, sort, sorted, (spot) => host.say({ type: 'open', spot })));
}
