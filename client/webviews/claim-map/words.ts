import type { MapEdge, MapEdgeKind, MapNode } from '../../../server/src/protocol/pictures.ts';
import { marksInWords, natureWords } from '../shared/marks.ts';
import { standingWords } from '../shared/standing.ts';
import { deferred, listOf, say } from '../../../server/src/words/say.ts';

/** The sentence for each kind of line. */
const edgeSentences: Readonly<Record<MapEdgeKind, string>> = {
  supports: deferred('{from} supports {to}'),
  implies: deferred('{from} implies {to}'),
  qualifies: deferred('{from} qualifies {to}'),
  resolves: deferred('{from} settles {to}'),
  conflict: deferred('{from} conflicts with {to}'),
};

/** A claim and its relations, for screen readers. */
export function nodeLabel({ claim, outside, contradictsItself }: MapNode, edges: readonly MapEdge[]): string {
  const counted = (message: string, kept: (edge: MapEdge) => boolean) => {
    const count = edges.filter(kept).length;
    return count ? say(message, { count }) : null;
  };
  const parts = [
    claim.text,
    say('held by {who}', { who: listOf(claim.asserters) }),
    marksInWords(claim),
    claim.when && say('time: {time}', { time: claim.when }),
    say(standingWords[claim.standing]),
    contradictsItself && say('contradicts itself'),
    outside && say('from elsewhere'),
    counted(
      deferred('supported by {count, number}'),
      ({ kind, to }) => kind === 'supports' && to === claim.key,
    ),
    counted(
      deferred('supports {count, number}'),
      ({ kind, from }) => kind === 'supports' && from === claim.key,
    ),
    counted(
      deferred('open conflicts: {count, number}'),
      ({ kind, settled }) => kind === 'conflict' && !settled,
    ),
  ];
  return parts.filter(Boolean).join('; ');
}

/** The tooltip of a line. */
export function edgeTitle(edge: MapEdge, from: string, to: string): string {
  const sentence = say(edgeSentences[edge.kind], { from, to });
  if (edge.kind !== 'conflict') return sentence;
  return [
    edge.sentence ?? sentence,
    edge.within && say('Both are held by the same asserter.'),
    edge.nature !== undefined && say(natureWords[edge.nature]),
    edge.hint && say('A hint.'),
  ]
    .filter(Boolean)
    .join('\n');
}
