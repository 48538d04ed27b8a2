/** Geometry of boxes, points and lines in the plane of the map; y grows downwards. */
import type { MapEdge } from '../../../server/src/protocol/pictures.ts';

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

/** A polyline whose ends are at the borders of the boxes. */
export interface Line {
  readonly edge: MapEdge;
  readonly points: readonly Point[];
}

export interface Layout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly lines: readonly Line[];
  /** Around everything; empty when there is nothing. */
  readonly bounds: Box;
}

/** The bounding box of boxes and points, of which there must be at least one. */
export function around(boxes: readonly Box[], points: readonly Point[]): Box {
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

/** The centre of a box. */
export function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The point where a line from a box's centre towards another point leaves the box. */
export function borderTowards(box: Box, { x, y }: Point): Point {
  const centre = centreOf(box);
  const [dx, dy] = [x - centre.x, y - centre.y];
  if (dx === 0 && dy === 0) return centre;
  const share = Math.min(
    dx === 0 ? Infinity : box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : box.height / 2 / Math.abs(dy),
  );
  return { x: centre.x + dx * share, y: centre.y + dy * share };
}

/** A smooth path through points, as the `d` of an SVG path: quadratic curves from midpoint to midpoint. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (!first) return '';
  const word = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  if (others.length === 1) return `M${word(first)}L${word(others[0]!)}`;
  let path = `M${word(first)}`;
  for (let i = 0; i < others.length - 1; i++) {
    const [at, next] = [others[i]!, others[i + 1]!];
    const end = i === others.length - 2 ? next : { x: (at.x + next.x) / 2, y: (at.y + next.y) / 2 };
    path += `Q${word(at)} ${word(end)}`;
  }
  return path;
}

/** The point at half of a line's length. */
export function middleOf(points: readonly Point[]): Point {
  const lengths = points.slice(1).map(({ x, y }, i) => Math.hypot(x - points[i]!.x, y - points[i]!.y));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    if (left <= length) {
      const [a, b] = [points[i]!, points[i + 1]!];
      const share = length === 0 ? 0 : left / length;
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The nearest box from `at` in the direction of an arrow key; null where there is none. */
export function neighbour(boxes: ReadonlyMap<string, Box>, at: string, direction: ArrowKey): string | null {
  const here = boxes.get(at);
  if (!here) return null;
  const from = centreOf(here);
  let best: string | null = null;
  let shortest = Infinity;
  for (const [key, box] of boxes) {
    if (key === at) continue;
    const to = centreOf(box);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const upright = direction === 'ArrowUp' || direction === 'ArrowDown';
    const sign = direction === 'ArrowUp' || direction === 'ArrowLeft' ? -1 : 1;
    const [ahead, aside] = upright ? [sign * dy, dx] : [sign * dx, dy];
    // A box more to the side than ahead belongs to another arrow key.
    if (ahead <= 1 || Math.abs(aside) > ahead * 2) continue;
    const distance = ahead + Math.abs(aside) * 2;
    if (distance < shortest) [best, shortest] = [key, distance];
  }
  return best;
}
