import { graphlib, layout as dagre } from '@dagrejs/dagre';
import type { MapEdge } from '../../../server/src/protocol/pictures.ts';
import { around, type Box, type Layout, type Point, type Size } from './geometry.ts';

/**
 * A layered layout (Sugiyama's method, by dagre), supporting claims below those they support. For small parts of a
 * map.
 */
export function layered(sizes: ReadonlyMap<string, Size>, edges: readonly MapEdge[]): Layout {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'BT', nodesep: 28, ranksep: 56, edgesep: 16 });
  for (const [key, size] of sizes) graph.setNode(key, { ...size });
  // A conflict is undirected; its weight keeps it short, but below that of support.
  for (const { kind, from, to } of edges)
    graph.setEdge(from, to, { weight: kind === 'supports' ? 3 : kind === 'conflict' ? 2 : 1 }, kind);
  dagre(graph);
  const boxes = new Map<string, Box>();
  for (const key of sizes.keys()) {
    const { x, y, width, height } = graph.node(key) as Box;
    boxes.set(key, { x: x - width / 2, y: y - height / 2, width, height });
  }
  const lines = edges.map((edge) => {
    const { points } = graph.edge({ v: edge.from, w: edge.to, name: edge.kind }) as { points: Point[] };
    return { edge, points: points.map(({ x, y }) => ({ x, y })) };
  });
  const bounds = around(
    [...boxes.values()],
    lines.flatMap(({ points }) => points),
  );
  return { boxes, lines, bounds };
}
