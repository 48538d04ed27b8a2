/** Pages whose text is turned: wide tables that lie on their side, scans that were turned. */
import { GENERATED, TURNED, type PageCharacters } from './page.ts';

/** The sign for an angle that is no quarter of a turn. */
const ASKEW = 4;
const NEARLY = 0.2;

/** Quarters of a turn, counterclockwise, for a clockwise angle in radians, as PDFium has it; 4 for any other angle. */
export function quartersOf(angle: number): number {
  const quarters = angle / (Math.PI / 2);
  const nearest = Math.round(quarters);
  return Math.abs(quarters - nearest) * (Math.PI / 2) > NEARLY ? ASKEW : (4 - (nearest % 4)) % 4;
}

/** The first four numbers of a character's matrix (PDF 32000-1, 8.3.4). */
export interface Shape {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** The clockwise angle of the line that a character stands on. PDFium's is that of its stems, which slant where a program imitates italics. */
export function baselineOf({ a, b }: Shape): number {
  return -Math.atan2(b, a);
}

/** How far a character leans, as a part of its height. */
export function slantOf({ c, d }: Shape): number {
  return d === 0 ? 0 : Math.abs(c / d);
}

/**
 * Marks what is turned otherwise than most of the text of a page, and turns the page so that this stands upright; `turns`
 * has the quarters of each character.
 */
export function setUpright(page: PageCharacters, turns: Uint8Array): void {
  const counts = [0, 0, 0, 0, 0];
  const { codes, marks, boxes } = page;
  for (let i = 0; i < codes.length; i++) if (!(marks[i]! & GENERATED)) counts[turns[i]!]!++;
  let most = 0;
  for (let quarters = 1; quarters < ASKEW; quarters++) if (counts[quarters]! > counts[most]!) most = quarters;
  for (let i = 0; i < codes.length; i++)
    if (!(marks[i]! & GENERATED) && turns[i] !== most) marks[i]! |= TURNED;
  if (most === 0) return;
  page.turned = most;
  const { width, height } = page;
  for (let at = 0; at < boxes.length; at += 4) {
    const [left, right, bottom, top] = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
    // Of generated characters nothing is known, and nothing wanted.
    const turned =
      most === 1
        ? [bottom, top, width - right, width - left]
        : most === 2
          ? [width - right, width - left, height - top, height - bottom]
          : [height - top, height - bottom, left, right];
    boxes.set(turned, at);
  }
  if (most !== 2) [page.width, page.height] = [height, width];
}
