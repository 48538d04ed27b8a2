/** Where stretches of a text are drawn on its page. */
import type { SourceLine, SourceWord, WorkStretch } from '../../../server/src/protocol/source.ts';

/** A rectangle in points, from the upper left corner. */
export interface MarkBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Words closer than this, in their heights, are marked as one. */
const CLOSE = 1.5;

/** The part of a line, in its own offsets, that a stretch covers; null where it covers none. */
export function partOf({ at, text }: SourceLine, stretch: WorkStretch): WorkStretch | null {
  if (at === null) return null;
  const from = Math.max(0, stretch.from - at);
  const to = Math.min(text.length, stretch.to - at);
  return from < to ? { from, to } : null;
}

/** The boxes of a stretch, one for each line; of a word that is covered in part, its share. */
export function boxesOf(lines: readonly SourceLine[], stretch: WorkStretch): MarkBox[] {
  const boxes: MarkBox[] = [];
  for (const line of lines) {
    const part = partOf(line, stretch);
    if (!part) continue;
    let current: MarkBox | null = null;
    for (const word of line.words) {
      const box = shareOf(word, part);
      if (!box) continue;
      if (current && box.left - (current.left + current.width) < CLOSE * box.height)
        current = joined(current, box);
      else {
        if (current) boxes.push(current);
        current = box;
      }
    }
    if (current) boxes.push(current);
  }
  return boxes;
}

function shareOf({ from, to, left, top, width, height }: SourceWord, part: WorkStretch): MarkBox | null {
  const [first, last] = [Math.max(from, part.from), Math.min(to, part.to)];
  if (first >= last) return null;
  const unit = width / (to - from);
  return { left: left + (first - from) * unit, top, width: (last - first) * unit, height };
}

function joined(a: MarkBox, b: MarkBox): MarkBox {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  };
}

/** A line cut where marks begin and end. */
export function segments(
  line: SourceLine,
  passage: WorkStretch | null,
  hits: readonly WorkStretch[],
): { readonly from: number; readonly to: number; readonly mark: 'passage' | 'hit' | null }[] {
  const own = passage && partOf(line, passage);
  const found = hits.flatMap((hit) => partOf(line, hit) ?? []);
  const cuts = [
    0,
    line.text.length,
    ...[own, ...found].flatMap((part) => (part ? [part.from, part.to] : [])),
  ];
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  const within = (part: WorkStretch | null, from: number): boolean =>
    !!part && part.from <= from && from < part.to;
  return sorted.slice(0, -1).map((from, i) => ({
    from,
    to: sorted[i + 1]!,
    mark: found.some((hit) => within(hit, from)) ? 'hit' : within(own, from) ? 'passage' : null,
  }));
}
