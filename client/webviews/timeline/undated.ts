import type { Timeline, TimelineEvent } from '../../../server/src/protocol/pictures.ts';
import type { Spot } from '../../../server/src/protocol/views.ts';
import { html } from '../shared/dom.ts';
import { place } from '../shared/place.ts';
import { marksInWords, signsOf } from '../shared/marks.ts';
import { signs, standingWords } from '../shared/standing.ts';
import { listOf, say } from '../../../server/src/words/say.ts';

/** The claims without a time, each with its conflicts. */
export function undatedList(
  undated: readonly TimelineEvent[],
  { conflicts, events }: Pick<Timeline, 'conflicts' | 'events'>,
  open: (spot: Spot) => void,
): HTMLElement {
  const claims = new Map(events.map(({ claim }) => [claim.key, claim]));
  const lines = undated.map(({ claim, time }) => {
    const { standing } = claim;
    const sign = html('span', { class: `standing ${standing}`, 'aria-hidden': 'true' }, signs[standing]);
    const line = html('li', {}, sign, place(claim.text, claim.spot, open));
    const kind = [signsOf(claim), marksInWords(claim)].filter(Boolean).join(' ');
    line.append(
      ` · ${[listOf(claim.asserters), kind, say(standingWords[standing])].filter(Boolean).join('; ')}`,
    );
    if (time) line.append(`; ${say('its time cannot be read: {time}', { time })}`);
    for (const { a, b, settled, sentence } of conflicts) {
      if (a !== claim.key && b !== claim.key) continue;
      const other = claims.get(a === claim.key ? b : a);
      if (!other || other.key === claim.key) continue;
      line.append(
        html(
          'div',
          { class: `against${settled ? ' settled' : ''}`, title: sentence },
          `${settled ? say('✓ settled, against') : say('✕ in conflict with')} `,
          place(other.text, other.spot, open),
          ` · ${listOf(other.asserters)}`,
        ),
      );
    }
    return line;
  });
  return html(
    'section',
    { class: 'undated' },
    html('h2', {}, say('Without a time')),
    html('ul', {}, ...lines),
  );
}
