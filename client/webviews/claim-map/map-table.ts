import type { ClaimMap, MapEdge } from '../../../server/src/protocol/pictures.ts';
import type { Spot } from '../../../server/src/protocol/views.ts';
import { html } from '../shared/dom.ts';
import { place } from '../shared/place.ts';
import { table, type TableCell, type TableSort } from '../shared/table.ts';
import { marksInWords, natureWords } from '../shared/marks.ts';
import { standingWords } from '../shared/standing.ts';
import { deferred, listOf, say } from '../../../server/src/words/say.ts';

const COLUMNS = [
  deferred('Claim'),
  deferred('Held by'),
  deferred('Kind'),
  deferred('Time'),
  deferred('Standing'),
  deferred('Supported by'),
  deferred('Supports'),
  deferred('In conflict with'),
  deferred('Else'),
];

/** The map as a table: the same claims, with their relations in words. */
export function mapTable(
  { nodes, edges }: ClaimMap,
  title: string,
  sort: TableSort | null,
  sorted: (sort: TableSort | null) => void,
  open: (spot: Spot) => void,
): HTMLTableElement {
  const claims = new Map(nodes.map(({ claim }) => [claim.key, claim]));
  const around = new Map<string, MapEdge[]>();
  for (const edge of edges)
    for (const key of [edge.from, edge.to]) around.set(key, [...(around.get(key) ?? []), edge]);
  const others = (key: string, kept: (edge: MapEdge) => string | null): TableCell => {
    const list = html('div');
    let count = 0;
    for (const edge of around.get(key) ?? []) {
      const words = kept(edge);
      const other = claims.get(edge.from === key ? edge.to : edge.from);
      if (words === null || !other) continue;
      count++;
      const line = html('div', { title: edge.sentence ?? other.text }, words && `${words} `);
      line.append(place(other.label, other.spot, open));
      list.append(line);
    }
    return { content: list, order: count };
  };
  const rows = nodes.map(({ claim, outside, contradictsItself }) => {
    const { key } = claim;
    const standing = [say(standingWords[claim.standing]), contradictsItself && say('contradicts itself')]
      .filter(Boolean)
      .join(', ');
    const cells: TableCell[] = [
      { content: place(claim.text || claim.label, claim.spot, open), class: 'claim-words' },
      { content: listOf(claim.asserters), class: 'names' },
      { content: marksInWords(claim) },
      { content: claim.when ?? '' },
      { content: outside ? say('{standing} (elsewhere)', { standing }) : standing },
      others(key, ({ kind, to }) => (kind === 'supports' && to === key ? '' : null)),
      others(key, ({ kind, from }) => (kind === 'supports' && from === key ? '' : null)),
      { ...others(key, (edge) => (edge.kind === 'conflict' ? conflictWords(edge) : null)), class: 'names' },
      others(key, (edge) => elseWords(edge, key)),
    ];
    return { key, cells };
  });
  return table({
    caption: say('The claims of {subject}, and what joins them', { subject: title }),
    columns: COLUMNS.map((name) => say(name)),
    rows,
    sort,
    sorted,
  });
}

/** What stands before the other side of a conflict. */
function conflictWords({ settled, pending, hint, nature }: MapEdge): string {
  const state = settled ? say('settled') : pending ? say('being settled') : hint ? say('a hint') : null;
  const words = [state, nature && say(natureWords[nature])].filter(Boolean).join(', ');
  return words && `${words}:`;
}

function elseWords({ kind, from }: MapEdge, key: string): string | null {
  switch (kind) {
    case 'implies':
      return from === key ? say('implies') : say('implied by');
    case 'qualifies':
      return from === key ? say('qualifies') : say('qualified by');
    case 'resolves':
      return from === key ? say('settles') : say('settled by');
    case 'supports':
    case 'conflict':
      return null;
  }
}
