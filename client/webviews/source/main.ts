import '../shared/language.ts';
import '../shared/colours.css';
import './source.css';
import type { SourceHit, WorkStretch } from '../../../server/src/protocol/source.ts';
import type {
  FromSource,
  ShownPage,
  ShownSource,
  SourceAction,
  SourceState,
  ToSource,
} from '../../src/source/messages.ts';
import { wordTable } from '../../../server/src/text/word-table.ts';
import { empty, press, toggle } from '../shared/bar.ts';
import { button, html } from '../shared/dom.ts';
import { PageView, type Marked } from './page-view.ts';
import { firstOfBody, lastOfBody, RunningSelection } from './running-selection.ts';
import { selectedStretch } from './selected.ts';
import { counted, goesOn, hitsInWords, pageName, printed, typedPage } from './words.ts';
import { say } from '../../../server/src/words/say.ts';

interface EditorHost {
  postMessage(message: FromSource): void;
  getState(): SourceState | undefined;
  setState(state: SourceState): void;
}
declare function acquireVsCodeApi(): EditorHost;

/** The steps of the zoom, and how far it goes, in pixels a point. */
const STEP = 1.2;
const [SMALLEST, LARGEST] = [0.3, 6];
/** After the last of many changes of size a page is drawn anew; in milliseconds. */
const REST = 150;

const host = acquireVsCodeApi();
const view = new PageView();
const running = new RunningSelection();
let source: ShownSource | null = null;
let page: ShownPage | null = null;
/** Pixels a point; null fits the width. */
let zoom: number | null = host.getState()?.zoom ?? null;
let hits: readonly SourceHit[] = [];
let more = false;
let hit = -1;
/** Whether what is marked is to come into view with the next page. */
let revealing = true;
let wanted = 0;
/** What is to be selected on the next page that is shown. */
let selecting: WorkStretch | null = null;
/** The printed numbers that were seen so far, by pages of the file. */
let labels = new Map<string, number>();

const title = html('h1', {});
const place = html('input', {
  class: 'place',
  'aria-label': say('Page: its printed number, or # and the page of the file'),
  title: say('Go to a page: its printed number, or # and the page of the file'),
});
const count = html('span', { class: 'count', role: 'status' });
const search = html('input', {
  class: 'search',
  type: 'search',
  placeholder: say('Search'),
  'aria-label': say('Search in the work'),
});
const found = html('span', { class: 'count', role: 'status' });
const fit = toggle(say('Fit'), say('Fit the width (0)'), (pressed) => setZoom(pressed ? null : scaleNow()));
const passage = button(say('Passage'), say('Back to the passage (m)'), () => act('passage'));
const quote = button(
  say('Quote This'),
  say('Quote what is selected in the text that was edited last (q)'),
  quoteThis,
);
const bar = html(
  'header',
  { class: 'bar' },
  title,
  button('◂', say('Previous page (←)'), () => act('previous')),
  place,
  count,
  button('▸', say('Next page (→)'), () => act('next')),
  passage,
  html('span', { class: 'gap' }),
  search,
  found,
  button('▴', say('Previous hit (Shift+Enter)'), () => step(-1)),
  button('▾', say('Next hit (Enter)'), () => step(1)),
  button('−', say('Smaller (-)'), () => zoomBy(1 / STEP)),
  button('+', say('Larger (+)'), () => zoomBy(STEP)),
  fit,
  quote,
  button(say('Open in…'), say('Open the file in another program (o)'), () =>
    tell({ type: 'openIn', index: page?.index ?? 0 }),
  ),
  button(say('Take In'), say('Take the text into the workspace, to be annotated (t)'), () =>
    tell({ type: 'take' }),
  ),
);
for (const each of bar.querySelectorAll('button')) each.setAttribute('aria-label', each.title);
const note = html('div', { class: 'refusal', role: 'alert', hidden: true });
const room = html('main', { class: 'page' }, view.element, note);
const heardAloud = html('p', { class: 'unseen', role: 'status' });
document.body.append(bar, room, heardAloud);
press(fit, zoom === null);

window.addEventListener('message', ({ data }: MessageEvent<ToSource>) => hear(data));
window.addEventListener('resize', () => resized());
tell({ type: 'ready' });

function tell(message: FromSource): void {
  host.postMessage(message);
}

function hear(message: ToSource): void {
  switch (message.type) {
    case 'source':
      return begin(message.source, message.name);
    case 'page':
      show(message.page).catch(() => refuse(say('This page could not be drawn.'), null));
      return;
    case 'refused':
      return refuse(message.why, message.mend);
    case 'hits':
      return searched(message);
    case 'do':
      return act(message.action);
    case 'said':
      heardAloud.textContent = message.words;
  }
}

function begin(shown: ShownSource, name: string): void {
  if (shown.file !== source?.file) {
    view.clear();
    page = null;
    running.forget();
    labels = new Map();
    hits = [];
    hit = -1;
    search.value = found.textContent = '';
  }
  source = shown;
  title.textContent = shown.title;
  title.title = name;
  passage.disabled = shown.passage === null;
  remember();
  revealing = true;
  go(shown.index);
}

function remember(): void {
  if (source) host.setState({ source: { ...source, index: page?.index ?? source.index }, zoom });
}

/** Asks for a page as large as it is to be shown. */
function go(index: number): void {
  wanted = index;
  if (page && page.index !== index) running.leave(page, view.words, selectedStretch(view.words), index);
  tell({ type: 'page', index, scale: Math.min(16, scaleNow() * devicePixelRatio) });
}

async function show(shown: ShownPage): Promise<void> {
  const isFirst = page === null;
  await view.show(shown, marked(shown), pageName(shown));
  page = shown;
  note.hidden = true;
  if (shown.label !== null) labels.set(shown.label.toLowerCase(), shown.index);
  place.value = printed(shown) || `#${shown.index + 1}`;
  const begun = running.begunBefore(shown);
  count.textContent = begun ? `${counted(shown)}, ${goesOn(begun.page)}` : counted(shown);
  view.size(scaleNow());
  if (revealing) view.reveal();
  revealing = false;
  if (selecting) view.selection?.take(selecting);
  else if (begun && !selectedStretch(view.words)) {
    const first = firstOfBody(shown, view.words);
    if (first) view.selection?.take(first);
  }
  selecting = null;
  remember();
  // How large it is to be drawn is known only now.
  if (isFirst && shown.drawn) go(shown.index);
  if (isFirst) view.element.focus({ preventScroll: true });
}

function marked({ index }: ShownPage): Marked {
  return {
    passage: source?.passage ?? null,
    hits: hits.filter((each) => each.index === index),
    current: hits[hit] ?? null,
  };
}

function refuse(why: string, mend: string | null): void {
  view.clear();
  page = null;
  count.textContent = '';
  note.replaceChildren(empty(why));
  if (mend !== null) note.append(button(mend, mend, () => tell({ type: 'mend' })));
  note.hidden = false;
}

// ----------------------------------------------------------------------------------------------- size

function scaleNow(): number {
  return zoom ?? view.fitting(room.clientWidth);
}

function zoomBy(factor: number): void {
  setZoom(Math.min(LARGEST, Math.max(SMALLEST, scaleNow() * factor)));
}

function setZoom(scale: number | null): void {
  zoom = scale;
  press(fit, zoom === null);
  resized();
  remember();
}

let resting: ReturnType<typeof setTimeout> | undefined;

function resized(): void {
  view.size(scaleNow());
  clearTimeout(resting);
  if (page?.drawn) resting = setTimeout(() => page && go(page.index), REST);
}

// --------------------------------------------------------------------------------------------- search

function searched({ words, found: { hits: all, more: isMore } }: Extract<ToSource, { type: 'hits' }>): void {
  if (words !== search.value) return;
  hits = all;
  more = isMore;
  hit = -1;
  if (words.trim() === '') {
    found.textContent = '';
    if (page) view.mark(marked(page));
    view.size(scaleNow());
    return;
  }
  const next = hits.findIndex(({ index }) => index >= (page?.index ?? 0));
  if (hits.length > 0) stand(Math.max(0, next));
  else {
    found.textContent = hitsInWords(0, -1, false);
    if (page) view.mark(marked(page));
  }
}

function step(by: 1 | -1): void {
  if (hits.length > 0) stand((hit + by + hits.length) % hits.length);
}

function stand(at: number): void {
  hit = at;
  const { index } = hits[at]!;
  found.textContent = hitsInWords(hits.length, at, more);
  revealing = true;
  if (page?.index !== index) return go(index);
  view.mark(marked(page));
  view.size(scaleNow());
  view.reveal();
  revealing = false;
}

let typing: ReturnType<typeof setTimeout> | undefined;
search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => tell({ type: 'search', words: search.value }), REST);
});
search.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
  else if (event.key === 'Escape') {
    search.value = '';
    tell({ type: 'search', words: '' });
    view.element.focus();
    const at = hits[hit];
    if (at) view.selection?.take(at);
  } else return;
  event.preventDefault();
});
place.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  const index = typedPage(place.value, labels, page?.count ?? 0);
  if (index === null) place.select();
  else leaf(index);
  event.preventDefault();
});
place.addEventListener('focus', () => place.select());

// ----------------------------------------------------------------------------------------------- keys

function leaf(index: number): void {
  const last = (page?.count ?? 1) - 1;
  const next = Math.max(0, Math.min(index, last));
  if (next === page?.index && next === wanted) return;
  revealing = true;
  go(next);
}

/** Moves an end of what is selected by words; the last word of a page is followed by the first of the next. */
function extend(end: 'first' | 'last', by: number): void {
  const { selection } = view;
  if (!selection || !page) return;
  const last = lastOfBody(page, view.words);
  const begun = running.begunBefore(page);
  if (end === 'last' && by > 0 && selection.endsAt(last)) return leaf(wanted + 1);
  if (end === 'last' && by < 0 && begun && selection.isOneWord) {
    selecting = { from: begun.from, to: page.body?.from ?? begun.from };
    return leaf(wanted - 1);
  }
  selection.move(end, by, source?.passage ?? null, last);
}

function act(action: SourceAction): void {
  switch (action) {
    case 'next':
      return leaf(wanted + 1);
    case 'previous':
      return leaf(wanted - 1);
    case 'quote':
      return quoteThis();
    case 'search':
      search.focus();
      search.select();
      return;
    case 'passage':
      if (!source?.passage) return;
      revealing = true;
      hit = -1;
      return go(source.index);
  }
}

function quoteThis(): void {
  const stretch = selectedStretch(view.words);
  if (stretch && page)
    tell({ type: 'quote', stretch: running.whole(page, view.words, stretch), index: page.index });
  else
    heardAloud.textContent = say('Select the words first: with the pointer, or with Shift and the arrows.');
}

const KEYS = wordTable<() => void>({
  ArrowRight: () => act('next'),
  ArrowLeft: () => act('previous'),
  n: () => act('next'),
  p: () => act('previous'),
  Home: () => leaf(0),
  End: () => leaf((page?.count ?? 1) - 1),
  '+': () => zoomBy(STEP),
  '=': () => zoomBy(STEP),
  '-': () => zoomBy(1 / STEP),
  '0': () => setZoom(null),
  '/': () => act('search'),
  m: () => act('passage'),
  q: quoteThis,
  o: () => tell({ type: 'openIn', index: page?.index ?? 0 }),
  t: () => tell({ type: 'take' }),
});

/** Words by which a key moves an end of what is selected. */
const MOVES = wordTable<number>({ ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 });

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isTyping = event.target instanceof HTMLInputElement;
  const isCommand = ctrlKey || metaKey;
  const by = MOVES[key];
  if (isCommand && key === 'f') act('search');
  else if (isCommand && key === 'Enter') quoteThis();
  else if (isTyping || isCommand) return;
  else if (by !== undefined && shiftKey) extend(altKey ? 'first' : 'last', by);
  else if (altKey) return;
  else if (turnsAtEnd(key)) act(key === 'PageDown' || key === ' ' ? 'next' : 'previous');
  else if (KEYS[key]) KEYS[key]();
  else return;
  event.preventDefault();
});
document.addEventListener('pointerdown', () => view.selection?.clear());

/** Whether a key that scrolls has nothing left to scroll. */
function turnsAtEnd(key: string): boolean {
  const { scrollTop, clientHeight, scrollHeight } = room;
  if (key === 'PageDown') return scrollTop + clientHeight >= scrollHeight - 2;
  return key === 'PageUp' && scrollTop <= 2;
}
