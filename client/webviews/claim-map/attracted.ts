import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import type { MapEdge } from '../../../server/src/protocol/pictures.ts';
import { around, borderTowards, centreOf, type Box, type Layout, type Line, type Size } from './geometry.ts';

interface Body extends SimulationNodeDatum, Size {
  readonly key: string;
  x: number;
  y: number;
}

interface Bond extends SimulationLinkDatum<Body> {
  readonly source: Body;
  readonly target: Body;
  readonly edge: MapEdge;
}

/** Cards are about twice as wide as high: the simulation runs on a plane where they are square. */
const SQUEEZE = 0.5;
const MARGIN = 26;
const STEPS = 260;

/**
 * A force-directed layout for parts of a map that layers would make too wide. Related claims attract each other, all
 * claims repel, and supporting claims are moved below those they support. Boxes do not overlap. Deterministic: the
 * simulation's random numbers are a fixed sequence.
 */
export function attracted(sizes: ReadonlyMap<string, Size>, edges: readonly MapEdge[]): Layout {
  const bodies = startingPlaces(sizes, edges);
  const byKey = new Map(bodies.map((body) => [body.key, body]));
  const bonds = edges.map((edge): Bond => ({
    source: byKey.get(edge.from)!,
    target: byKey.get(edge.to)!,
    edge,
  }));
  const radius = ({ width, height }: Body) => Math.hypot(width * SQUEEZE, height) / 2 + MARGIN / 3;
  forceSimulation(bodies)
    .force('bond', forceLink<Body, Bond>(bonds).distance(130).strength(0.5))
    .force('apart', forceManyBody<Body>().strength(-420).distanceMax(700))
    .force('room', forceCollide<Body>(radius).strength(0.8))
    .force('x', forceX<Body>(0).strength(0.03))
    .force('y', forceY<Body>(0).strength(0.045))
    .force('up', (alpha: number) => supportUpwards(bonds, alpha))
    .stop()
    .tick(STEPS);
  const boxes = bodies.map(({ x, y, width, height }) => {
    return { x: x / SQUEEZE - width / 2, y: y - height / 2, width, height };
  });
  separate(boxes);
  const placed = new Map(bodies.map(({ key }, i): [string, Box] => [key, boxes[i]!]));
  return { boxes: placed, lines: straightLines(placed, edges), bounds: around(boxes, []) };
}

/** Initial places: in circles around the first, neighbours near each other. */
function startingPlaces(sizes: ReadonlyMap<string, Size>, edges: readonly MapEdge[]): Body[] {
  const joined = new Map<string, string[]>([...sizes.keys()].map((key) => [key, []]));
  for (const { from, to } of edges) {
    joined.get(from)!.push(to);
    joined.get(to)!.push(from);
  }
  const [hub] = [...joined].sort(([, a], [, b]) => b.length - a.length)[0]!;
  const order = [hub];
  const seen = new Set(order);
  for (let i = 0; i < order.length; i++)
    for (const next of joined.get(order[i]!)!)
      if (!seen.has(next)) {
        seen.add(next);
        order.push(next);
      }
  return order.map((key, i) => {
    const [radius, angle] = [70 * Math.sqrt(i + 0.5), i * Math.PI * (3 - Math.sqrt(5))];
    return { key, ...sizes.get(key)!, x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  });
}

/** Moves supporting claims down and supported ones up, until their distance suffices. */
function supportUpwards(bonds: readonly Bond[], alpha: number): void {
  for (const { source, target, edge } of bonds) {
    if (edge.kind !== 'supports' && edge.kind !== 'implies') continue;
    const short = 110 - (source.y - target.y);
    if (short <= 0) continue;
    const push = short * 0.12 * alpha;
    source.vy = (source.vy ?? 0) + push;
    target.vy = (target.vy ?? 0) - push;
  }
}

/** Moves overlapping boxes apart, in the direction of the smaller overlap, until none overlap. */
function separate(boxes: { x: number; y: number; readonly width: number; readonly height: number }[]): void {
  for (let round = 0; round < 400; round++) {
    let moved = false;
    const order = boxes.map((_, i) => i).sort((a, b) => boxes[a]!.x - boxes[b]!.x);
    order.forEach((first, place) => {
      const a = boxes[first]!;
      for (const second of order.slice(place + 1)) {
        const b = boxes[second]!;
        if (b.x > a.x + a.width + MARGIN && b.x > a.x) break;
        const across = a.x + a.width + MARGIN - b.x;
        const down = Math.min(a.y + a.height, b.y + b.height) + MARGIN - Math.max(a.y, b.y);
        if (across <= 0.5 || down <= 0.5) continue;
        moved = true;
        if (across < down) {
          a.x -= across / 2;
          b.x += across / 2;
        } else {
          const sign = a.y + a.height / 2 <= b.y + b.height / 2 ? 1 : -1;
          a.y -= (sign * down) / 2;
          b.y += (sign * down) / 2;
        }
      }
    });
    if (!moved) return;
  }
}

/** Lines from border to border; several between the same two claims are bent apart. */
function straightLines(boxes: ReadonlyMap<string, Box>, edges: readonly MapEdge[]): Line[] {
  const drawn = new Map<string, number>();
  return edges.map((edge) => {
    const [a, b] = [boxes.get(edge.from)!, boxes.get(edge.to)!];
    const pair = [edge.from, edge.to].sort().join('\n');
    const nth = drawn.get(pair) ?? 0;
    drawn.set(pair, nth + 1);
    const [from, to] = [centreOf(a), centreOf(b)];
    if (nth === 0) return { edge, points: [borderTowards(a, to), borderTowards(b, from)] };
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const bend = 28 * Math.ceil(nth / 2) * (nth % 2 === 1 ? 1 : -1);
    const middle = {
      x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * bend,
      y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * bend,
    };
    return { edge, points: [borderTowards(a, middle), middle, borderTowards(b, middle)] };
  });
}
