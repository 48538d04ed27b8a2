import { lastAtMost } from '../text/bisect.ts';

/** Paragraph numbers printed in a source: `- 23 In the market…`, `¶ 23`, `§ 23` at the head of a line. */

const HEAD = /^(?:- |¶ ?|§ ?)(\d{1,4})\.? +\S/;
/** Fewer than these are more likely a list than the numbering of a text. */
const FEWEST = 4;

/**
 * Reads the numbering of a text and returns a function from an offset to the number of the paragraph that it
 * lies in, or null. Numbers count only where they run 1, 2, 3… without a gap (the first may go unnumbered, as
 * where a large initial took its place); the last paragraph of a run ends at an empty line, since nothing else
 * says where it ends.
 */
export function paragraphNumbers(text: string): (offset: number) => number | null {
  let heads: number[] = [];
  let start = 1;
  let end = 0;
  for (let at = 0; at <= text.length;) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 ? text.length : next;
    const first = text.charCodeAt(at);
    if (first === 0x2d || first === 0xb6 || first === 0xa7) {
      const head = HEAD.exec(text.slice(at, Math.min(stop, at + 16)));
      const number = head ? Number(head[1]) : 0;
      if (number > 0 && number === start + heads.length) heads.push(at);
      else if ((number === 1 || number === 2) && heads.length < FEWEST) [heads, start] = [[at], number];
    }
    at = stop + 1;
  }
  if (heads.length >= FEWEST) {
    const empty = text.indexOf('\n\n', heads.at(-1));
    end = empty < 0 ? text.length : empty;
  }
  return (offset) => {
    if (heads.length < FEWEST || offset < heads[0]! || offset > end) return null;
    return start + lastAtMost(heads, offset);
  };
}
