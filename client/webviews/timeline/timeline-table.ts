import type { Timeline, TimelineConflict } from '../../../server/src/protocol/pictures.ts';
import type { Spot } from '../../../server/src/protocol/views.ts';
import { html } from '../shared/dom.ts';
import { marksInWords, natureWords } from '../shared/marks.ts';
import { place } from '../shared/place.ts';
import { table, type TableSort } from '../shared/table.ts';
import { listOf, say } from '../../../server/src/words/say.ts';

/** The timeline as a table, claims without a time at its end. */
export function timelineTable(
  { events, conflicts, actor }: Timeline,
  sort: TableSort | null,
  sorted: (sort: TableSort | null) => void,
  open: (spot: Spot) => void,
): HTMLTableElement {
  const claims = new Map(events.map(({ claim }) => [claim.key, claim]));
  const rows = events.map(({ claim, time, span, statements, uncertain, dated }, order) => {
    const against = html('div');
    const own = conflicts.filter(({ a, b }) => a === claim.key || b === claim.key);
    for (const conflict of own) {
      const other = claims.get(otherSide(conflict, claim.key));
      if (!other) continue;
      const line = html('div', { title: conflict.sentence }, beforeOther(conflict));
      line.append(place(other.label, other.spot, open));
      against.append(line);
    }
    return {
      key: claim.key,
      cells: [
        {
          content: time ? timeInWords(time, uncertain, dated === 'value') : say('no time given'),
          order: span ? order : Number.MAX_SAFE_INTEGER,
        },
        { content: place(claim.text, claim.spot, open), class: 'claim-words' },
        { content: statements.join('; '), class: 'claim-words' },
        { content: listOf(claim.asserters), class: 'names' },
        { content: marksInWords(claim) },
        { content: claim.where ?? '' },
        { content: against, order: own.length, class: 'names' },
      ],
    };
  });
  return table({
    caption: say('What is claimed of {actor}, by time', { actor: actor.name }),
    columns: [
      say('Time'),
      say('Claim'),
      say('States'),
      say('Held by'),
      say('Kind'),
      say('Place'),
      say('In conflict with'),
    ],
    rows,
    sort,
    sorted,
  });
}

function timeInWords(time: string, uncertain: boolean, isStated: boolean): string {
  if (uncertain) return say('{time} (uncertain)', { time });
  return isStated ? say('{time} (the date it states)', { time }) : time;
}

function beforeOther({ settled, hint, nature }: TimelineConflict): string {
  const words = [settled ? say('settled') : hint ? say('a hint') : null, nature && say(natureWords[nature])];
  const said = words.filter(Boolean).join(', ');
  return said && `${said}: `;
}

function otherSide({ a, b }: TimelineConflict, key: string): string {
  return a === key ? b : a;
}
