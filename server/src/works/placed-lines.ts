/** The lines of a drawn page in the order in which they are read, each with its place in the text of the work. */
import type { TextRange } from '../text/range.ts';

/** Of lines that return on a page so many places are looked at. */
const MOST_PLACES = 200;

/**
 * For each line where it begins in `text`, within some stretches of it; null for lines that were left out of the text, as
 * running heads are. Lines of the same words are taken in the order in which they come.
 */
export function placesOf(
  lines: readonly string[],
  text: string,
  ranges: readonly TextRange[],
): (number | null)[] {
  const starts = lineStarts(text, ranges);
  const taken = new Set<number>();
  const free = (at: number): boolean => !taken.has(at);
  return lines.map((line) => {
    const at = starts.get(line)?.find(free) ?? (line === '' ? -1 : within(text, line, ranges, free));
    if (at < 0) return null;
    taken.add(at);
    return at;
  });
}

/** The order in which lines are read: by their places; those without one keep their neighbours. */
export function readingOrder(places: readonly (number | null)[]): number[] {
  let last = -1;
  const keys = places.map((at) => (at === null ? last : (last = at)));
  return places.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
}

function lineStarts(text: string, ranges: readonly TextRange[]): Map<string, number[]> {
  const starts = new Map<string, number[]>();
  for (const { from, to } of ranges) {
    let at = from;
    for (const line of text.slice(from, to).split('\n')) {
      const known = starts.get(line);
      if (!known) starts.set(line, [at]);
      else if (known.length < MOST_PLACES) known.push(at);
      at += line.length + 1;
    }
  }
  return starts;
}

/** Where a line stands as a part of one in the text: what is set side by side is one line there. */
function within(
  text: string,
  line: string,
  ranges: readonly TextRange[],
  free: (at: number) => boolean,
): number {
  for (const { from, to } of ranges) {
    const words = text.slice(from, to);
    let tries = MOST_PLACES;
    for (let at = words.indexOf(line); at >= 0 && tries-- > 0; at = words.indexOf(line, at + 1)) {
      const [before, behind] = [words.charAt(at - 1), words.charAt(at + line.length)];
      if (/^[\n ]?$/.test(before) && /^[\n ]?$/.test(behind) && free(from + at)) return from + at;
    }
  }
  return -1;
}
