/** Which part of the map is visible. Pure. */
import type { Box, Size } from './geometry.ts';

/** The place and the size of the plane in its frame: a point of it is shown at `x + scale * point.x`. */
export interface Framing {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export const FARTHEST = 0.03;
/** The smallest letters, in pixels of the screen, of the names in a map that is just opened. */
const LEGIBLE = 9;
/** Kept free around the whole map. What is shown may come nearer to the edge, so that showing it moves nothing. */
const MARGIN = 24;
const NEAR_EDGE = 16;

/** The whole map, at most at its natural size. */
export function whole({ width, height }: Size, bounds: Box): Framing {
  const fitting = Math.min((width - 2 * MARGIN) / bounds.width, (height - 2 * MARGIN) / bounds.height);
  const scale = Math.max(FARTHEST, Math.min(1, fitting));
  return {
    scale,
    x: (width - bounds.width * scale) / 2 - bounds.x * scale,
    y: (height - bounds.height * scale) / 2 - bounds.y * scale,
  };
}

/** A map that is just opened: the whole, or as much from its beginning as leaves letters of that size legible. */
export function beginning(frame: Size, bounds: Box, letters: number): Framing {
  const all = whole(frame, bounds);
  if (all.scale * letters >= LEGIBLE) return all;
  const scale = LEGIBLE / letters;
  const at = (room: number, length: number, from: number) =>
    Math.max(MARGIN, (room - length * scale) / 2) - from * scale;
  return {
    scale,
    x: at(frame.width, bounds.width, bounds.x),
    y: at(frame.height, bounds.height, bounds.y),
  };
}

/** Scrolls to a box as little as necessary. */
export function scrolledTo(box: Box, { width, height }: Size, { x, y, scale }: Framing): Framing {
  const [left, top] = [box.x * scale + x, box.y * scale + y];
  const [right, bottom] = [left + box.width * scale, top + box.height * scale];
  const isAside = left < NEAR_EDGE || right > width - NEAR_EDGE;
  const isAbove = top < NEAR_EDGE || bottom > height - NEAR_EDGE;
  return {
    scale,
    x: isAside ? x + width / 2 - (left + right) / 2 : x,
    y: isAbove ? y + height / 2 - (top + bottom) / 2 : y,
  };
}
