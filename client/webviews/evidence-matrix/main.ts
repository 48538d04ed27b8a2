import '../shared/language.ts';
import '../shared/colours.css';
import '../shared/table.css';
import './evidence-matrix.css';
import { matrixCsv } from '../../../server/src/features/views/matrix-csv.ts';
import type { EvidenceMatrix, MatrixRow } from '../../../server/src/protocol/pictures.ts';
import type { ToPicture } from '../../src/views/messages.ts';
import { bar, empty } from '../shared/bar.ts';
import { leftOutSentences } from '../shared/counted.ts';
import { button, html } from '../shared/dom.ts';
import { Host } from '../shared/host.ts';
import { matrixTable, verdictOrder } from './matrix-table.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

type Verdict = MatrixRow['verdict'];

const verdicts: Readonly<Record<Verdict, string>> = {
  contested: deferred('Only contested'),
  settled: deferred('Only contested and settled'),
  differing: deferred('Only answered differently, without a conflict'),
  agreed: deferred('Only agreed by several'),
  single: deferred('Only said by one'),
};

const LEFT_OUT = {
  claims: deferred(
    '{count, plural, one {# more claim is not shown: choose a file or an actor to see theirs.} other {# more claims are not shown: choose a file or an actor to see theirs.}}',
  ),
  questions: deferred(
    '{count, plural, one {# more question is not shown: choose a file or an actor to see theirs.} other {# more questions are not shown: choose a file or an actor to see theirs.}}',
  ),
};
const COUNTED = {
  claims: deferred(
    '{rows, plural, one {# claim} other {# claims}}, {contested, number} contested; {sources, plural, one {# source} other {# sources}}',
  ),
  questions: deferred(
    '{rows, plural, one {# question} other {# questions}}, {contested, number} contested; {sources, plural, one {# source} other {# sources}}',
  ),
};

const host = new Host<'evidenceMatrix'>(hear);
const page = html('main', { class: 'page' });
const note = html('p', { class: 'note', hidden: true });
const search = html('input', {
  type: 'search',
  placeholder: say('Filter'),
  'aria-label': say('Filter rows'),
});
const rows = html(
  'select',
  { 'aria-label': say('What the rows are') },
  html('option', { value: 'questions' }, say('Questions')),
  html('option', { value: 'claims' }, say('Claims')),
);
const verdict = html(
  'select',
  { 'aria-label': say('Which rows are shown') },
  html('option', { value: '' }, say('All')),
  ...Object.entries(verdicts).map(([value, words]) => html('option', { value }, say(words))),
);
const head = bar(
  say('Evidence matrix'),
  deferred('Evidence matrix of {subject}; show something else'),
  () => host.say({ type: 'choose' }),
  rows,
  verdict,
  search,
  button('CSV', say('Save the rows shown as CSV'), () => {
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
  const kind = kindOfRows();
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

function kindOfRows(): 'claims' | 'questions' {
  return rows.value === 'claims' ? 'claims' : 'questions';
}

function hear(message: ToPicture<'evidenceMatrix'>): void {
  if (message.type !== 'answer' || !message.answer) return;
  matrix = message.answer;
  title = message.title;
  rows.value = message.question.rows;
  host.remember({ question: message.question });
  head.title(title);
  note.textContent = leftOutSentences(matrix, LEFT_OUT[kindOfRows()]);
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
  const kind = kindOfRows();
  head.count(say(COUNTED[kind], { rows: left.rows.length, contested, sources: left.sources.length }));
  if (left.rows.length === 0) {
    const words =
      matrix.rows.length > 0
        ? kind === 'claims'
          ? say('No claim is left by the filter.')
          : say('No question is left by the filter.')
        : kind === 'claims'
          ? say('There are no claims in {subject}.', { subject: title })
          : say(
              'No claim in {subject} states anything formally. Say what it states of whom: {form}. Or choose to see claims as rows.',
              { subject: title, form: '[words]{.claim about="union" says="members = 82"}' },
            );
    page.replaceChildren(empty(words));
    return;
  }
  const sort = host.remembered()?.sort ?? null;
  const sorted = (news: typeof sort) => {
    host.remember({ sort: news ?? undefined });
    draw();
  };
  page.replaceChildren(
    matrixTable(left, title, sort, sorted, {
      open: (spot) => host.say({ type: 'open', spot }),
      begin: (gesture, spot) => host.say({ type: 'begin', gesture, spot }),
    }),
  );
}
