import '../shared/language.ts';
import '../shared/colours.css';
import '../shared/table.css';
import './claim-map.css';
import { toArgdown } from '../../../server/src/features/views/argdown.ts';
import type { ClaimMap } from '../../../server/src/protocol/pictures.ts';
import type { Spot } from '../../../server/src/protocol/views.ts';
import type { ToPicture } from '../../src/views/messages.ts';
import { bar, empty, press, toggle } from '../shared/bar.ts';
import { claimsAndConflicts, leftOutSentences } from '../shared/counted.ts';
import { button, html, svg } from '../shared/dom.ts';
import { Host } from '../shared/host.ts';
import { savedSvg } from '../shared/save-svg.ts';
import { definitions, draw, type Drawing } from './drawing.ts';
import { neighbour } from './geometry.ts';
import { legend } from './legend.ts';
import { mapTable } from './map-table.ts';
import { Viewport } from './viewport.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

const host = new Host<'claimMap'>(hear);
const frame = svg('svg', { class: 'map', role: 'group', 'aria-label': say('Claim map') }, definitions());
const viewport = new Viewport(frame);
const explained = legend();
const picture = html('main', { class: 'page picture' }, frame);
const list = html('main', { class: 'page', hidden: true });
const note = html('p', { class: 'note', hidden: true });
const search = html('input', {
  type: 'search',
  placeholder: say('Search'),
  'aria-label': say('Search claims'),
});
const asTable = toggle(say('Table'), say('Show the same as a table'), showTable);
const head = bar(
  say('Claim map'),
  deferred('Claim map of {subject}; show something else'),
  () => host.say({ type: 'choose' }),
  search,
  button('−', say('Zoom out (−)'), () => viewport.zoom(1 / 1.25)),
  button('+', say('Zoom in (+)'), () => viewport.zoom(1.25)),
  button(say('Fit'), say('Show all (0)'), () => viewport.fit()),
  toggle(say('Legend'), say('Say what lines and signs mean'), (shown) => {
    explained.hidden = !shown;
    viewport.fit();
  }),
  asTable,
  button('SVG', say('Save the picture as SVG'), saveSvg),
  button('Argdown', say('Save the claims in Argdown'), saveArgdown),
);
document.body.append(head.element, picture, list, explained, note);
explained.hidden = true;

let map: ClaimMap | null = null;
let title = '';
let drawing: Drawing | null = null;
/** The current subject, to distinguish a refresh from another picture. */
let asked = '';
/** The frame's proportion when the map was first drawn, so that one more claim does not change the whole layout. */
let proportion = 1.6;
let current: string | null = null;
let found: string[] = [];

search.value = host.remembered()?.search ?? '';
if (host.remembered()?.table) {
  press(asTable, true);
  showTable(true);
}
host.say({ type: 'ready' });

function hear(message: ToPicture<'claimMap'>): void {
  if (message.type === 'answer') {
    if (!message.answer) return;
    const question = JSON.stringify(message.question);
    const another = question !== asked;
    asked = question;
    title = message.title;
    host.remember({ question: message.question });
    head.title(title);
    show(message.answer, another);
  } else if (message.type === 'show') go(message.key, true);
  else light(message.key);
}

function show(news: ClaimMap, another: boolean): void {
  map = news;
  const had = document.activeElement?.closest('.claim') !== null;
  drawing?.plane.remove();
  if (another) proportion = viewport.proportion();
  drawing = draw(news, proportion);
  frame.append(drawing.plane);
  viewport.take(drawing.plane, drawing.layout.bounds);
  if (another) viewport.begin(drawing.letters);
  picture.querySelector('.empty')?.remove();
  if (news.nodes.length === 0)
    picture.append(
      empty(
        say('There are no claims in {subject}. Bracket words in a text to make one: {form}.', {
          subject: title,
          form: '[words]{.claim #name}',
        }),
      ),
    );
  note.textContent = leftOutSentences(
    news,
    deferred(
      '{count, plural, one {# more claim is not shown: choose a file or an actor to see theirs.} other {# more claims are not shown: choose a file or an actor to see theirs.}}',
    ),
  );
  note.hidden = note.textContent === '';
  if (!current || !drawing.nodes.has(current)) current = news.nodes[0]?.claim.key ?? null;
  reachable();
  if (had && !another && current) drawing.nodes.get(current)?.focus({ preventScroll: true });
  find();
  if (!list.hidden) fillTable();
}

/** Roving tabindex: one claim takes part in the Tab order. */
function reachable(): void {
  for (const [key, node] of drawing?.nodes ?? []) node.setAttribute('tabindex', key === current ? '0' : '-1');
}

/** Scrolls to a claim and focuses it. */
function go(key: string, near: boolean): void {
  const box = drawing?.layout.boxes.get(key);
  if (!drawing || !box) return;
  current = key;
  reachable();
  viewport.show(box, near);
  drawing.nodes.get(key)?.focus({ preventScroll: true });
}

/** Marks the claim at the text's cursor. */
function light(key: string | null): void {
  for (const [each, node] of drawing?.nodes ?? []) node.classList.toggle('lit', each === key);
  const box = key === null ? undefined : drawing?.layout.boxes.get(key);
  if (!box || list.hidden === false) return;
  viewport.show(box, false);
  if (!document.hasFocus()) {
    current = key;
    reachable();
  }
}

function open(spot: Spot): void {
  host.say({ type: 'open', spot });
}

function openClaim(key: string): void {
  const node = map?.nodes.find(({ claim }) => claim.key === key);
  if (node) open(node.claim.spot);
}

// ------------------------------------------------------------------------------------------- search

function find(): void {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  found = [];
  for (const { claim } of map?.nodes ?? []) {
    const known = [
      claim.text,
      claim.label,
      claim.says,
      claim.when,
      claim.path,
      ...claim.asserters,
      ...claim.about.map(({ name }) => name),
    ]
      .join('\n')
      .toLowerCase();
    if (words.length && words.every((word) => known.includes(word))) found.push(claim.key);
  }
  frame.classList.toggle('searched', words.length > 0);
  for (const [key, node] of drawing?.nodes ?? []) node.classList.toggle('found', found.includes(key));
  head.count(
    words.length
      ? say('{count, plural, one {# claim found} other {# claims found}}', { count: found.length })
      : shownWords(),
  );
}

function shownWords(): string {
  const nodes = map?.nodes.length ?? 0;
  const conflicts = map?.edges.filter(({ kind, settled }) => kind === 'conflict' && !settled).length ?? 0;
  return claimsAndConflicts(nodes, conflicts);
}

search.addEventListener('input', () => {
  host.remember({ search: search.value });
  find();
});
search.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    search.value = '';
    find();
  }
  if (event.key !== 'Enter' || found.length === 0) return;
  // Cycles through the matches; Shift goes backwards.
  const at = current === null ? -1 : found.indexOf(current);
  const next = found[(at + (event.shiftKey ? -1 : 1) + found.length) % found.length]!;
  const box = drawing?.layout.boxes.get(next);
  current = next;
  reachable();
  if (box) viewport.show(box, true);
  for (const [key, node] of drawing?.nodes ?? []) node.classList.toggle('lit', key === next);
});

// ------------------------------------------------------------------------------- pointer and keyboard

frame.addEventListener('click', (event) => {
  if (viewport.dragged || !(event.target instanceof Element)) return;
  const key = event.target.closest('[data-key]')?.getAttribute('data-key');
  if (!key) return;
  current = key;
  reachable();
  openClaim(key);
});

document.addEventListener('keydown', (event) => {
  if (event.target instanceof HTMLInputElement || event.altKey) return;
  if (event.key === '/' || (event.key === 'f' && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    search.focus();
    search.select();
    return;
  }
  if (picture.hidden || event.ctrlKey || event.metaKey) return;
  const onClaim = event.target instanceof Element && event.target.closest('.claim') !== null;
  switch (event.key) {
    case '+':
    case '=':
      return viewport.zoom(1.25);
    case '-':
      return viewport.zoom(1 / 1.25);
    case '0':
      return viewport.fit();
    case 'Enter':
    case ' ':
      if (!onClaim || current === null) return;
      event.preventDefault();
      return openClaim(current);
    case 'ArrowUp':
    case 'ArrowDown':
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      const next =
        onClaim && current && drawing && !event.shiftKey
          ? neighbour(drawing.layout.boxes, current, event.key)
          : null;
      if (next) return go(next, false);
      const step = 60;
      const [dx, dy] = {
        ArrowUp: [0, step],
        ArrowDown: [0, -step],
        ArrowLeft: [step, 0],
        ArrowRight: [-step, 0],
      }[event.key] as [number, number];
      return onClaim && !event.shiftKey ? undefined : viewport.pan(dx, dy);
    }
  }
});

// ------------------------------------------------------------------------------- the table, and files

function showTable(shown: boolean): void {
  picture.hidden = shown;
  list.hidden = !shown;
  host.remember({ table: shown });
  if (shown) fillTable();
  else if (drawing) viewport.fit();
}

function fillTable(): void {
  if (!map) return;
  const sort = host.remembered()?.sort ?? null;
  const sorted = (news: typeof sort) => {
    host.remember({ sort: news ?? undefined });
    fillTable();
  };
  list.replaceChildren(mapTable(map, title, sort, sorted, open));
}

function saveSvg(): void {
  if (!drawing || drawing.nodes.size === 0) return;
  const { bounds } = drawing.layout;
  const margin = 20;
  // As zoomed in, without highlights of search and cursor.
  const classes = frame.getAttribute('class') ?? '';
  const lit = [...frame.querySelectorAll('.lit')];
  frame.setAttribute('class', 'map');
  for (const each of lit) each.classList.remove('lit');
  const box = {
    x: bounds.x - margin,
    y: bounds.y - margin,
    width: bounds.width + 2 * margin,
    height: bounds.height + 2 * margin,
  };
  const wasHidden = picture.hidden;
  picture.hidden = false;
  const text = savedSvg(frame, box, say('Claim map: {subject}', { subject: title }));
  picture.hidden = wasHidden;
  frame.setAttribute('class', classes);
  for (const each of lit) each.classList.add('lit');
  host.say({ type: 'save', format: 'svg', text });
}

function saveArgdown(): void {
  if (map) host.say({ type: 'save', format: 'argdown', text: toArgdown(map, title) });
}
