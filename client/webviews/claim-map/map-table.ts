import type { ClaimMap, MapEdge } from '../../../server/src/protocol/pictures.ts';
import type { Spot } from '../../../server/src/protocol/views.ts';
import { html } from '../shared/dom.ts';
import { place } from '../shared/place.ts';
import { table, type TableCell, type TableSort } from '../shared/table.ts';
import { marksInWords, natureWords } from '../shared/marks.ts';
import { standingWords } from '../shared/standing.ts';

const COLUMNS = [
  'Claim',
  'Held by',
  'Kind',
  'Time',
  'Standing',
  'Supported by',
  'Supports',
  'In conflict with',
  'Else',
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
    const standing = standingWords[claim.standing] + (contradictsItself ? ', contradicts itself' : '');
    const cells: TableCell[] = [
      { content: place(claim.text || claim.label, claim.spot, open), class: 'claim-words' },
      { content: claim.asserters.join(' and '), class: 'names' },
      { content: marksInWords(claim) },
      { content: claim.when ?? '' },
      { content: standing + (outside ? ' (elsewhere)' : '') },
      others(key, ({ kind, to }) => (kind === 'supports' && to === key ? '' : null)),
      others(key, ({ kind, from }) => (kind === 'supports' && from === key ? '' : null)),
      { ...others(key, (edge) => (edge.kind === 'conflict' ? conflictWords(edge) : null)), class: 'names' },
      others(key, (edge) => elseWords(edge, key)),
    ];
    return { key, cells };
  });
  return table({
    caption: `The claims of ${title}, and what joins them`,
    columns: COLUMNS,
    rows,
    sort,
    sorted,
  });
}

/** What stands before the other side of a conflict. */
function conflictWords({ settled, pending, hint, nature }: MapEdge): string {
  const state = settled ? 'settled' : pending ? 'being settled' : hint ? 'a hint' : null;
  const words = [state, nature && natureWords[nature]].filter(Boolean).join(', ');
  return words && `${words}:`;
}

function elseWords({ kind, from }: MapEdge, key: string): string | null {
  switch (kind) {
    case 'implies':
      return from === key ? 'implies' : 'implied by';
    case 'qualifies':
      return from === key ? 'qualifies' : 'qualified by';
    case 'resolves':
      return from === key ? 'settles' : 'settled by';
    case 'supports':
    case 'conflict':
      return null;
  }
}
