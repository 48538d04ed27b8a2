import type { MapEdge, MapEdgeKind, MapNode } from '../../../server/src/protocol/pictures.ts';
import { marksInWords, natureWords } from '../shared/marks.ts';
import { standingWords } from '../shared/standing.ts';

export const edgeWords: Readonly<Record<MapEdgeKind, string>> = {
  supports: 'supports',
  implies: 'implies',
  qualifies: 'qualifies',
  resolves: 'settles',
  conflict: 'conflicts with',
};

/** A claim and its relations, for screen readers. */
export function nodeLabel({ claim, outside, contradictsItself }: MapNode, edges: readonly MapEdge[]): string {
  const count = (words: string, kept: (edge: MapEdge) => boolean) => {
    const many = edges.filter(kept).length;
    return many ? `${words} ${many}` : null;
  };
  const parts = [
    claim.text,
    `held by ${claim.asserters.join(' and ')}`,
    marksInWords(claim),
    claim.when && `time: ${claim.when}`,
    standingWords[claim.standing],
    contradictsItself && 'contradicts itself',
    outside && 'from elsewhere',
    count('supported by', ({ kind, to }) => kind === 'supports' && to === claim.key),
    count('supports', ({ kind, from }) => kind === 'supports' && from === claim.key),
    count('open conflicts:', ({ kind, settled }) => kind === 'conflict' && !settled),
  ];
  return parts.filter(Boolean).join('; ');
}

/** The tooltip of a line. */
export function edgeTitle(edge: MapEdge, from: string, to: string): string {
  if (edge.kind !== 'conflict') return `${from} ${edgeWords[edge.kind]} ${to}`;
  const within = edge.within ? '\nBoth are held by the same asserter.' : '';
  const nature = edge.nature === undefined ? '' : `\n${natureWords[edge.nature]}`;
  const hint = edge.hint ? '\nA hint.' : '';
  return (edge.sentence ?? `${from} conflicts with ${to}`) + within + nature + hint;
}
