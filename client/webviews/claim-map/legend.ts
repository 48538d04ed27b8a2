import type { MapEdgeKind } from '../../../server/src/protocol/pictures.ts';
import { claimMarks, type Standing } from '../../../server/src/protocol/views.ts';
import { markSigns, markWords } from '../shared/marks.ts';
import { html } from '../shared/dom.ts';
import { sample } from './line-ends.ts';
import { signs } from '../shared/standing.ts';

/** The kinds of lines; for conflicts with their state. */
const lines: readonly (readonly [MapEdgeKind, 'settled' | 'pending' | null, string])[] = [
  ['supports', null, 'supports'],
  ['conflict', null, 'in conflict'],
  ['conflict', 'pending', 'in conflict, being settled'],
  ['conflict', 'settled', 'in conflict, settled'],
  ['implies', null, 'implies'],
  ['qualifies', null, 'qualifies'],
  ['resolves', null, 'settles'],
];

const standings: readonly (readonly [Standing, string])[] = [
  ['contested', 'contested'],
  ['settled', 'contested and settled'],
  ['open', 'open'],
  ['unsupported', 'rests on nothing'],
  ['rejected', 'rejected or withdrawn'],
];

/** The legend of lines and signs. */
export function legend(): HTMLElement {
  const made = html('aside', { class: 'legend', 'aria-label': 'What lines and signs mean' });
  for (const [kind, how, words] of lines)
    made.append(html('div', {}, sample(kind, how === 'settled', how === 'pending'), words));
  for (const [standing, words] of standings)
    made.append(
      html(
        'div',
        {},
        html('span', { class: `legend-sign ${standing}`, 'aria-hidden': 'true' }, signs[standing]),
        words,
      ),
    );
  for (const mark of claimMarks)
    made.append(
      html(
        'div',
        {},
        html('span', { class: 'legend-sign', 'aria-hidden': 'true' }, markSigns[mark]),
        markWords[mark],
      ),
    );
  made.append(html('div', { class: 'keys' }, 'Arrows: go · Enter: open · + − 0: zoom · /: search'));
  return made;
}
