import '../shared/language.ts';
import '../shared/colours.css';
import '../shared/table.css';
import './timeline.css';
import type { Timeline } from '../../../server/src/protocol/pictures.ts';
import type { Spot } from '../../../server/src/protocol/views.ts';
import type { ToPicture } from '../../src/views/messages.ts';
import { bar, empty, press, toggle } from '../shared/bar.ts';
import { claimsAndConflicts, leftOutSentences } from '../shared/counted.ts';
import { button, html } from '../shared/dom.ts';
import { Host } from '../shared/host.ts';
import { bringIntoView } from '../shared/into-view.ts';
import { savedSvg } from '../shared/save-svg.ts';
import { drawTimeline, type TimelineDrawing } from './drawing.ts';
import { timelineTable } from './timeline-table.ts';
import { undatedList } from './undated.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

const host = new Host<'timeline'>(hear);
const picture = html('main', { class: 'page' });
const list = html('main', { class: 'page', hidden: true });
const note = html('p', { class: 'note', hidden: true });
const asTable = toggle(say('Table'), say('Show the same as a table'), showTable);
const head = bar(
  say('Timeline'),
  deferred('Timeline of {subject}; show something else'),
  () => host.say({ type: 'choose' }),
  asTable,
  button('SVG', say('Save the picture as SVG'), saveSvg),
);
document.body.append(head.element, picture, list, note);

let timeline: Timeline | null = null;
let drawing: TimelineDrawing | null = null;
let current: string | null = null;

if (host.remembered()?.table) {
  press(asTable, true);
  showTable(true);
}
window.addEventListener('resize', draw);
host.say({ type: 'ready' });

function hear(message: ToPicture<'timeline'>): void {
  if (message.type === 'show') {
    current = message.key;
    go(current);
  }
  if (message.type !== 'answer' || !message.answer) return;
  timeline = message.answer;
  host.remember({ question: message.question });
  head.title(message.title);
  const open = timeline.conflicts.filter(({ settled }) => !settled).length;
  head.count(claimsAndConflicts(timeline.events.length, open));
  note.textContent = leftOutSentences(
    timeline,
    deferred('{count, plural, one {# more claim is not shown.} other {# more claims are not shown.}}'),
  );
  note.hidden = note.textContent === '';
  draw();
  if (!list.hidden) fillTable();
}

function open(spot: Spot): void {
  host.say({ type: 'open', spot });
}

function draw(): void {
  if (!timeline || picture.hidden) return;
  const had = picture.contains(document.activeElement);
  const { events, actor } = timeline;
  drawing = drawTimeline(timeline, picture.clientWidth);
  picture.replaceChildren();
  if (drawing) picture.append(drawing.element);
  else
    picture.append(
      empty(
        events.length === 0
          ? say('Nothing is claimed of {actor} yet.', { actor: actor.name })
          : say('No claim about {actor} says of which time it speaks. Give it one: {year} or {years}.', {
              actor: actor.name,
              year: 'when="2004"',
              years: 'when="1996/2001"',
            }),
      ),
    );
  const undated = events.filter(({ span }) => span === null);
  if (undated.length > 0) picture.append(undatedList(undated, timeline, open));
  const keys = eventElements().map((each) => each.getAttribute('data-key'));
  if (current === null || !keys.includes(current)) current = keys[0] ?? null;
  reachable();
  if (had && current) go(current);
}

function eventElements(): SVGGElement[] {
  return drawing ? [...drawing.element.querySelectorAll<SVGGElement>('.event')] : [];
}

/** Roving tabindex: one claim takes part in the Tab order. */
function reachable(): void {
  for (const each of eventElements())
    each.setAttribute('tabindex', each.getAttribute('data-key') === current ? '0' : '-1');
}

function go(key: string): void {
  const element = eventElements().find((each) => each.getAttribute('data-key') === key);
  current = key;
  reachable();
  element?.focus({ preventScroll: true });
  if (element) bringIntoView(element, 'nearest');
}

picture.addEventListener('click', ({ target }) => {
  const key = target instanceof Element ? target.closest('.event')?.getAttribute('data-key') : null;
  if (key) openClaim(key);
});

picture.addEventListener('keydown', (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('.event')) return;
  const elements = eventElements();
  const at = elements.indexOf(event.target.closest('.event') as SVGGElement);
  const goal = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: elements.length - 1,
  }[event.key];
  const key = goal === undefined ? null : elements[goal]?.getAttribute('data-key');
  if (key) go(key);
  else if ((event.key === 'Enter' || event.key === ' ') && current) openClaim(current);
  else return;
  event.preventDefault();
});

function openClaim(key: string): void {
  const event = timeline?.events.find(({ claim }) => claim.key === key);
  if (event) open(event.claim.spot);
}

function showTable(shown: boolean): void {
  picture.hidden = shown;
  list.hidden = !shown;
  host.remember({ table: shown });
  if (shown) fillTable();
  else draw();
}

function fillTable(): void {
  if (!timeline) return;
  const sort = host.remembered()?.sort ?? null;
  const sorted = (news: typeof sort) => {
    host.remember({ sort: news ?? undefined });
    fillTable();
  };
  list.replaceChildren(timelineTable(timeline, sort, sorted, open));
}

function saveSvg(): void {
  if (!timeline) return;
  const hidden = picture.hidden;
  picture.hidden = false;
  draw();
  if (drawing) {
    const box = { x: 0, y: 0, width: drawing.width, height: drawing.height };
    host.say({
      type: 'save',
      format: 'svg',
      text: savedSvg(drawing.element, box, say('Timeline of {actor}', { actor: timeline.actor.name })),
    });
  }
  picture.hidden = hidden;
}
