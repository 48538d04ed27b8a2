import type { PageRange } from './model.ts';
import { readPageRanges } from './page-ranges.ts';
import { listOf, say } from '../words/say.ts';

/**
 * The pages of a work, from the `pages` of its entry. Null where it has none, they cannot be read, or they
 * are a single number, which may be a page count.
 */
export function printedOn(pages: string | null): readonly PageRange[] | null {
  const ranges = pages === null ? null : readPageRanges(pages);
  if (!ranges) return null;
  const [first] = ranges;
  const isLone = ranges.length === 1 && first!.to !== null && first!.to.value === first!.from.value;
  return isLone ? null : ranges;
}

/** The ranges in words: `10 to 20`, `1 to 5 and 9 to 12`, `234 and after`. */
export function pagesInWords(ranges: readonly PageRange[]): string {
  const parts = ranges.map(({ from, to }) => {
    if (to === null) return say('{page} and after', { page: from.written });
    return to.value === from.value
      ? from.written
      : say('{from} to {to}', { from: from.written, to: to.written });
  });
  return listOf(parts);
}
