import type { Timeline, TimelineConflict, TimelineEvent } from '../../../server/src/protocol/pictures.ts';
import { svg } from '../shared/dom.ts';
import { marksInWords, signsOf } from '../shared/marks.ts';
import { standingWords } from '../shared/standing.ts';
import { measureIn, typeOf } from '../shared/measure.ts';
import { wrapped } from '../shared/wrap.ts';
import { stretchOf, ticksOf, type Stretch } from './scale.ts';
import { listOf, say } from '../../../server/src/words/say.ts';

const ROW = 46;
const TOP = 44;
const BAR = 12;
const SIDE = 20;

/** Half the width of the sign for a day, or anything too short for a bar. */
const POINT = 6;

export interface TimelineDrawing {
  readonly element: SVGSVGElement;
  readonly width: number;
  readonly height: number;
}

/** The vertical centre of an event, and its end. */
interface Bar {
  readonly y: number;
  readonly end: number;
}

/**
 * Draws the claims with a time, one below the other, with lines between those that conflict. `width` is that of the
 * page; below 480 pixels the drawing scrolls.
 */
export function drawTimeline(timeline: Timeline, width: number): TimelineDrawing | null {
  const stretch = stretchOf(timeline);
  if (!stretch) return null;
  const events = timeline.events.filter(({ span }) => span !== null);
  const across = Math.max(480, width);
  const dated = new Set(events.map(({ claim }) => claim.key));
  // At least one side is on the line.
  const conflicts = timeline.conflicts.filter(({ a, b }) => dated.has(a) || dated.has(b));
  // Conflict lines are in a margin of their own, so that they cross no text.
  const margin = conflicts.length ? SIDE + 14 + Math.min(conflicts.length, 8) * 12 : SIDE;
  const right = across - margin;
  const x = (time: number) => SIDE + ((time - stretch.from) / (stretch.to - stretch.from)) * (right - SIDE);
  const height = TOP + events.length * ROW + 16;
  const element = svg('svg', {
    class: 'timeline',
    width: across,
    height,
    viewBox: `0 0 ${across} ${height}`,
    role: 'group',
    'aria-label': say('What is claimed of {actor}, by time', { actor: timeline.actor.name }),
  });
  element.append(...background(timeline, stretch, x, height, right));
  const rows = new Map(
    events.map(({ claim, span }, row): [string, Bar] => {
      const end = x(span!.to ?? stretch.to);
      const middle = (x(span!.from ?? stretch.from) + end) / 2;
      return [claim.key, { y: TOP + row * ROW + BAR / 2, end: Math.max(end, middle + POINT) }];
    }),
  );
  conflicts.forEach((conflict, lane) => element.append(drawConflict(conflict, rows, lane, right)));
  const measure = measureIn(typeOf());
  events.forEach((event, row) => element.append(drawEvent(event, row, stretch, x, right, measure)));
  return { element, width: across, height };
}

function background(
  { active, activeTime }: Timeline,
  stretch: Stretch,
  x: (time: number) => number,
  height: number,
  right: number,
): SVGElement[] {
  const drawn: SVGElement[] = [];
  if (active) {
    const from = Math.max(stretch.from, active.from ?? stretch.from);
    const to = Math.min(stretch.to, active.to ?? stretch.to);
    if (to > from)
      drawn.push(
        svg(
          'rect',
          { class: 'active', x: x(from), y: TOP - 12, width: x(to) - x(from), height: height - TOP + 8 },
          svg('title', {}, say('Active: {time}', { time: activeTime ?? '' })),
        ),
      );
  }
  for (const { at, label } of ticksOf(stretch, Math.floor(right / 80)))
    drawn.push(
      svg('line', { class: 'tick', x1: x(at), x2: x(at), y1: TOP - 14, y2: height - 4 }),
      svg('text', { class: 'tick-label', x: x(at), y: TOP - 20, 'text-anchor': 'middle' }, label),
    );
  return drawn;
}

function drawEvent(
  event: TimelineEvent,
  row: number,
  stretch: Stretch,
  x: (time: number) => number,
  right: number,
  measure: (text: string) => number,
): SVGGElement {
  const { claim, span, time, dated, uncertain } = event;
  const y = TOP + row * ROW;
  const [from, to] = [x(span!.from ?? stretch.from), x(span!.to ?? stretch.to)];
  const point = to - from < 2 * POINT;
  const middle = (from + to) / 2;
  const shape = point
    ? svg('path', {
        class: 'mark',
        d: `M${middle - POINT} ${y + BAR / 2}l${POINT} ${-POINT}l${POINT} ${POINT}l${-POINT} ${POINT}z`,
      })
    : svg('path', { class: 'mark', d: barPath(from, to, y, span!.from === null, span!.to === null) });
  const signs = signsOf(claim);
  const words = `${time} · ${signs && `${signs} `}${listOf(claim.asserters)}: ${claim.text}`;
  const start = point ? middle - POINT : from;
  // Text is placed where there is room: from the bar's start, or up to its end near the right edge.
  const leftward = start > SIDE + (right - SIDE) * 0.55;
  const room = leftward ? Math.max(to, middle + POINT) - SIDE : right - start;
  const [line = ''] = wrapped(words, room, 1, measure);
  const standing = claim.standing === 'rejected' || claim.standing === 'withdrawn' ? 'gone' : claim.standing;
  return svg(
    'g',
    {
      class: `event ${standing}${uncertain ? ' uncertain' : ''}${dated === 'value' ? ' by-value' : ''}`,
      'data-key': claim.key,
      role: 'button',
      tabindex: -1,
      'aria-label': [
        words,
        marksInWords(claim),
        say(standingWords[claim.standing]),
        dated === 'value' && say('the time is the date that it states'),
        uncertain && say('the time is uncertain'),
      ]
        .filter(Boolean)
        .join('; '),
    },
    svg(
      'title',
      {},
      [words, ...event.statements, marksInWords(claim), `${claim.path}:${claim.line + 1}`]
        .filter(Boolean)
        .join('\n'),
    ),
    svg('rect', { class: 'hit', x: SIDE - 8, y: y - 6, width: right - SIDE + 12, height: ROW - 4, rx: 3 }),
    shape,
    svg(
      'text',
      {
        class: 'event-words',
        x: leftward ? SIDE + room : start,
        y: y + BAR + 16,
        'text-anchor': leftward ? 'end' : 'start',
      },
      line,
    ),
  );
}

/** A bar; an open end is pointed. */
function barPath(from: number, to: number, y: number, openStart: boolean, openEnd: boolean): string {
  const half = BAR / 2;
  const start = openStart ? `M${from} ${y + half}l${half} ${-half}` : `M${from} ${y}`;
  const end = openEnd ? `L${to - half} ${y}l${half} ${half}l${-half} ${half}` : `L${to} ${y}v${BAR}`;
  const back = openStart ? `L${from + half} ${y + BAR}` : `L${from} ${y + BAR}`;
  return `${start}${end}${back}z`;
}

function drawConflict(
  { a, b, settled, sentence }: TimelineConflict,
  bars: ReadonlyMap<string, Bar>,
  lane: number,
  right: number,
): SVGGElement {
  const [first, second] = [bars.get(a), bars.get(b)];
  if (!first || !second) return drawLooseEnd((first ?? second)!, settled, sentence, lane, right);
  const [one, other] = [first.y, second.y];
  const reach = right + 18 + (lane % 8) * 12;
  const middle = (one + other) / 2;
  const path = `M${right} ${one}H${reach - 5}Q${reach} ${one} ${reach} ${one + Math.sign(other - one) * 5}V${other - Math.sign(other - one) * 5}Q${reach} ${other} ${reach - 5} ${other}H${right}`;
  return svg(
    'g',
    { class: `conflict${settled ? ' settled' : ''}` },
    svg('title', {}, sentence),
    svg('path', {
      class: 'leader',
      d: `M${first.end + 4} ${one}H${right}M${second.end + 4} ${other}H${right}`,
    }),
    svg('path', { class: 'conflict-line', d: path }),
    ...seal(reach, middle, settled),
  );
}

/** A conflict with a claim that is not on the line. */
function drawLooseEnd(
  { y, end }: Bar,
  settled: boolean,
  sentence: string,
  lane: number,
  right: number,
): SVGGElement {
  const reach = right + 18 + (lane % 8) * 12;
  return svg(
    'g',
    { class: `conflict loose${settled ? ' settled' : ''}` },
    svg('title', {}, `${sentence}\n${say('The other claim gives no time.')}`),
    svg('path', { class: 'leader', d: `M${end + 4} ${y}H${reach - 8}` }),
    ...seal(reach, y, settled),
  );
}

function seal(x: number, y: number, settled: boolean): SVGElement[] {
  return [
    svg('circle', { class: 'seal', cx: x, cy: y, r: 8 }),
    svg('text', { class: 'seal-sign', x, y: y + 4, 'text-anchor': 'middle' }, settled ? '✓' : '✕'),
  ];
}
