/** Where the claims of a map lie and how its lines run. Pure: sizes in, positions out. */
import { graphlib, layout as dagre } from '@dagrejs/dagre';
import type { MapEdge } from '../../../server/src/features/views/model.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by its upper left corner. */
export interface Box extends Point, Size {}

/** A line with the points that it runs through, its ends at the borders of the boxes. */
export interface Line {
  readonly edge: MapEdge;
  readonly points: readonly Point[];
}

export interface Layout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lines: readonly Line[];
  /** Around everything; of no size when there is nothing. */
  readonly bounds: Box;
}

/** Between components, and between the shelves they stand on. */
const GAP = 48;

/** How wide the whole is to be for its height. */
const PROPORTION = 1.6;

/**
 * Lays out a map. Claims that hang together are layered by dagre (Sugiyama's method: what supports stands below
 * what it supports); the groups are then put side by side on shelves, the largest first, and claims that nothing
 * joins come last, in rows. The same map is laid out the same way every time.
 */
export function layOut(sizes: ReadonlyMap<string, Size>, edges: readonly MapEdge[]): Layout {
  const drawn = edges.filter(({ from, to }) => from !== to && sizes.has(from) && sizes.has(to));
  const parts = components([...sizes.keys()], drawn).map((keys) => layOutPart(keys, sizes, drawn));
  // A stable sort: parts of one height keep the order of the text.
  parts.sort((a, b) => b.bounds.height - a.bounds.height);
  const area = parts.reduce((sum, { bounds }) => sum + (bounds.width + GAP) * (bounds.height + GAP), 0);
  const widest = Math.max(0, ...parts.map(({ bounds }) => bounds.width));
  const width = Math.max(widest, Math.sqrt(area * PROPORTION));

  const boxes = new Map<string, Box>();
  const lines: Line[] = [];
  const shelf = { x: 0, y: 0, height: 0 };
  let right = 0;
  for (const part of parts) {
    if (shelf.x > 0 && shelf.x + part.bounds.width > width) {
      shelf.y += shelf.height + GAP;
      shelf.x = 0;
      shelf.height = 0;
    }
    const [dx, dy] = [shelf.x - part.bounds.x, shelf.y - part.bounds.y];
    for (const [key, box] of part.boxes) boxes.set(key, { ...box, x: box.x + dx, y: box.y + dy });
    for (const { edge, points } of part.lines)
      lines.push({ edge, points: points.map(({ x, y }) => ({ x: x + dx, y: y + dy })) });
    right = Math.max(right, shelf.x + part.bounds.width);
    shelf.x += part.bounds.width + GAP;
    shelf.height = Math.max(shelf.height, part.bounds.height);
  }
  return { boxes, lines, bounds: { x: 0, y: 0, width: right, height: shelf.y + shelf.height } };
}

/** Sets of keys that edges join, each in the given order, by the order of their first. */
function components(keys: readonly string[], edges: readonly MapEdge[]): string[][] {
  const leader = new Map(keys.map((key) => [key, key]));
  const find = (key: string): string => {
    let at = key;
    while (leader.get(at) !== at) at = leader.get(at)!;
    leader.set(key, at);
    return at;
  };
  for (const { from, to } of edges) leader.set(find(from), find(to));
  const sets = new Map<string, string[]>();
  for (const key of keys) {
    const set = sets.get(find(key));
    if (set) set.push(key);
    else sets.set(find(key), [key]);
  }
  return [...sets.values()];
}

function layOutPart(
  keys: readonly string[],
  sizes: ReadonlyMap<string, Size>,
  edges: readonly MapEdge[],
): Layout {
  if (keys.length === 1) {
    const box = { x: 0, y: 0, ...sizes.get(keys[0]!)! };
    return { boxes: new Map([[keys[0]!, box]]), lines: [], bounds: box };
  }
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'BT', nodesep: 28, ranksep: 56, edgesep: 16 });
  const own = new Set(keys);
  for (const key of keys) graph.setNode(key, { ...sizes.get(key)! });
  const inside = edges.filter(({ from }) => own.has(from));
  // A conflict has no direction; it is drawn short, and gives way to support.
  for (const { kind, from, to } of inside)
    graph.setEdge(from, to, { weight: kind === 'supports' ? 3 : kind === 'conflict' ? 2 : 1 }, kind);
  dagre(graph);
  const boxes = new Map<string, Box>();
  for (const key of keys) {
    const { x, y, width, height } = graph.node(key) as Box;
    boxes.set(key, { x: x - width / 2, y: y - height / 2, width, height });
  }
  const lines = inside.map((edge) => {
    const { points } = graph.edge({ v: edge.from, w: edge.to, name: edge.kind }) as { points: Point[] };
    return { edge, points: points.map(({ x, y }) => ({ x, y })) };
  });
  return {
    boxes,
    lines,
    bounds: around(
      [...boxes.values()],
      lines.flatMap(({ points }) => points),
    ),
  };
}

function around(boxes: readonly Box[], points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  };
  for (const { x, y, width, height } of boxes) {
    take(x, y);
    take(x + width, y + height);
  }
  for (const { x, y } of points) take(x, y);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A smooth path through points, for the `d` of an SVG path: quadratic curves from middle to middle. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (!first) return '';
  const word = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  let path = `M${word(first)}`;
  for (let i = 0; i < others.length - 1; i++) {
    const [at, next] = [others[i]!, others[i + 1]!];
    const end = i === others.length - 2 ? next : { x: (at.x + next.x) / 2, y: (at.y + next.y) / 2 };
    path += `Q${word(at)} ${word(end)}`;
  }
  return others.length === 1 ? `${path}L${word(others[0]!)}` : path;
}

/** The point in the middle of a line's length. */
export function middleOf(points: readonly Point[]): Point {
  const lengths = points
    .slice(1)
    .map((point, i) => Math.hypot(point.x - points[i]!.x, point.y - points[i]!.y));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (let i = 0; i < lengths.length; i++) {
    if (left <= lengths[i]!) {
      const [a, b] = [points[i]!, points[i + 1]!];
      const share = lengths[i] === 0 ? 0 : left / lengths[i]!;
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    }
    left -= lengths[i]!;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** The nearest box from `at` in the direction of an arrow key; null where there is none. */
export function neighbour(
  boxes: ReadonlyMap<string, Box>,
  at: string,
  direction: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight',
): string | null {
  const here = boxes.get(at);
  if (!here) return null;
  const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });
  const from = middle(here);
  let best: string | null = null;
  let shortest = Infinity;
  for (const [key, box] of boxes) {
    if (key === at) continue;
    const to = middle(box);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const [ahead, aside] =
      direction === 'ArrowUp'
        ? [-dy, dx]
        : direction === 'ArrowDown'
          ? [dy, dx]
          : direction === 'ArrowLeft'
            ? [-dx, dy]
            : [dx, dy];
    // What lies more to the side than ahead belongs to another arrow.
    if (ahead <= 1 || Math.abs(aside) > ahead * 2) continue;
    const distance = ahead + Math.abs(aside) * 2;
    if (distance < shortest) [best, shortest] = [key, distance];
  }
  return best;
}
