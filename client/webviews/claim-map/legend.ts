import type { MapEdgeKind } from '../../../server/src/protocol/pictures.ts';
import { claimMarks, type Standing } from '../../../server/src/protocol/views.ts';
import { markSigns, markWords } from '../shared/marks.ts';
import { html } from '../shared/dom.ts';
import { sample } from './line-ends.ts';
import { signs } from '../shared/standing.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

/** The kinds of lines; for conflicts with their state. */
const lines: readonly (readonly [MapEdgeKind, 'settled' | 'pending' | null, string])[] = [
  ['supports', null, deferred('supports')],
  ['conflict', null, deferred('in conflict')],
  ['conflict', 'pending', deferred('in conflict, being settled')],
  ['conflict', 'settled', deferred('in conflict, settled')],
  ['implies', null, deferred('implies')],
  ['qualifies', null, deferred('qualifies')],
  ['resolves', null, deferred('settles')],
];

const standings: readonly (readonly [Standing, string])[] = [
  ['contested', deferred('contested')],
  ['settled', deferred('contested and settled')],
  ['open', deferred('open')],
  ['unsupported', deferred('rests on nothing')],
  ['rejected', deferred('rejected or withdrawn')],
];

/** The legend of lines and signs. */
export function legend(): HTMLElement {
  const made = html('aside', { class: 'legend', 'aria-label': say('What lines and signs mean') });
  for (const [kind, how, words] of lines)
    made.append(html('div', {}, sample(kind, how === 'settled', how === 'pending'), say(words)));
  for (const [standing, words] of standings)
    made.append(
      html(
        'div',
        {},
        html('span', { class: `legend-sign ${standing}`, 'aria-hidden': 'true' }, signs[standing]),
        say(words),
      ),
    );
  for (const mark of claimMarks)
    made.append(
      html(
        'div',
        {},
        html('span', { class: 'legend-sign', 'aria-hidden': 'true' }, markSigns[mark]),
        say(markWords[mark]),
      ),
    );
  made.append(html('div', { class: 'keys' }, say('Arrows: go · Enter: open · + − 0: zoom · /: search')));
  return made;
}
