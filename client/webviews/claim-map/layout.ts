/** The layout of a map. Pure: sizes in, positions out. */
import type { MapEdge } from '../../../server/src/protocol/pictures.ts';
import { attracted } from './attracted.ts';
import type { Box, Layout, Line, Size } from './geometry.ts';
import { layered } from './layered.ts';

/** Between the parts of a map, and between their rows. */
const GAP = 48;

/** Up to this many claims a part is laid out in layers. */
const MOST_LAYERED = 60;
const WIDEST = 4;

/**
 * Lays out a map. Connected components are laid out separately, in layers where that stays compact. The components
 * are then packed on shelves, the highest first; single claims come last, in rows. Deterministic. `proportion` is the
 * approximate ratio of width to height.
 */
export function layOut(
  sizes: ReadonlyMap<string, Size>,
  edges: readonly MapEdge[],
  proportion = 1.6,
): Layout {
  const drawn = edges.filter(({ from, to }) => from !== to && sizes.has(from) && sizes.has(to));
  const parts = components([...sizes.keys()], drawn).map((keys) => layOutPart(keys, sizes, drawn));
  const single = (part: Layout) => Number(part.boxes.size === 1);
  // A stable sort: components of equal height keep the order of the text.
  parts.sort((a, b) => single(a) - single(b) || b.bounds.height - a.bounds.height);
  return onShelves(parts, proportion);
}

function onShelves(parts: readonly Layout[], proportion: number): Layout {
  const area = parts.reduce((sum, { bounds }) => sum + (bounds.width + GAP) * (bounds.height + GAP), 0);
  const widest = Math.max(0, ...parts.map(({ bounds }) => bounds.width));
  const width = Math.max(widest, Math.sqrt(area * proportion));
  const boxes = new Map<string, Box>();
  const lines: Line[] = [];
  let [x, y, height, right] = [0, 0, 0, 0];
  for (const { boxes: own, lines: inside, bounds } of parts) {
    if (x > 0 && x + bounds.width > width) [x, y, height] = [0, y + height + GAP, 0];
    const [dx, dy] = [x - bounds.x, y - bounds.y];
    for (const [key, box] of own) boxes.set(key, { ...box, x: box.x + dx, y: box.y + dy });
    for (const { edge, points } of inside)
      lines.push({ edge, points: points.map((point) => ({ x: point.x + dx, y: point.y + dy })) });
    right = Math.max(right, x + bounds.width);
    x += bounds.width + GAP;
    height = Math.max(height, bounds.height);
  }
  return { boxes, lines, bounds: { x: 0, y: 0, width: right, height: y + height } };
}

/** Connected components, each in the given order, sorted by their first key. */
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
  const own = new Map(keys.map((key) => [key, sizes.get(key)!]));
  const inside = edges.filter(({ from }) => own.has(from));
  if (keys.length > MOST_LAYERED) return attracted(own, inside);
  const inLayers = layered(own, inside);
  const { width, height } = inLayers.bounds;
  return width > height * WIDEST && keys.length > 8 ? attracted(own, inside) : inLayers;
}
