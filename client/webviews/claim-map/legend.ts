import type { ConflictNature, MapEdgeKind } from '../../../server/src/protocol/pictures.ts';
import { claimMarks, type Standing } from '../../../server/src/protocol/views.ts';
import { markSigns, markWords, natureSigns, natureWords } from '../shared/marks.ts';
import { html } from '../shared/dom.ts';
import { sample, sampleMarkers } from './line-ends.ts';
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
  made.append(sampleMarkers());
  for (const [kind, how, words] of lines)
    made.append(html('div', {}, sample(kind, how === 'settled', how === 'pending'), say(words)));
  for (const [standing, words] of standings) made.append(explained(signs[standing], words, standing));
  for (const mark of claimMarks) made.append(explained(markSigns[mark], markWords[mark]));
  // What stands in a circle on the line of a conflict.
  for (const nature of Object.keys(natureSigns) as ConflictNature[])
    made.append(explained(natureSigns[nature], natureWords[nature], 'circled'));
  made.append(html('div', { class: 'keys' }, say('Arrows: go · Enter: open · + − 0: zoom · /: search')));
  return made;
}

/** A sign, and the message that says what it means. */
function explained(sign: string, words: string, kind = ''): HTMLElement {
  const shown = html('span', { class: `legend-sign ${kind}`.trim(), 'aria-hidden': 'true' }, sign);
  return html('div', {}, shown, say(words));
}
