/** The text of a work in the pieces in which it is looked at: its pages, or portions of a length that can be shown. */
import { bisect } from '../text/bisect.ts';
import type { TextRange } from '../text/range.ts';
import type { WorkText } from './model.ts';

/** A page of a file, or of a text without pages a portion. */
export interface Portion {
  /** The number printed on it; null where nothing tells it. */
  readonly label: string | null;
  /** Its stretches of the text, in order; none for a page without words. */
  readonly ranges: readonly TextRange[];
}

/** UTF-16 units of a portion of a text that is not drawn. */
const LONGEST = 12_000;

/** All portions of a text, in order. Those of a PDF are its pages, by their index. */
export function portionsOf(work: WorkText): Portion[] {
  if (work.format !== 'pdf') return reflowed(work);
  const ranges = work.folios.map((): TextRange[] => []);
  for (const { from, to, index } of work.sheets) ranges[index]?.push({ from, to });
  return work.folios.map((label, i) => ({ label, ranges: ranges[i]! }));
}

/** The index of the portion that holds the text at `offset`; that of the last before it, where none does. */
export function portionAt(portions: readonly Portion[], offset: number): number {
  const within = portions.findIndex(({ ranges }) =>
    ranges.some(({ from, to }) => from <= offset && offset < to),
  );
  if (within >= 0) return within;
  return Math.max(0, bisect(portions.length, (i) => (portions[i]!.ranges[0]?.from ?? Infinity) > offset) - 1);
}

/** The numbers printed on the pages on which a stretch begins and ends; null where either shows none. */
export function printedOver(
  portions: readonly Portion[],
  { from, to }: TextRange,
): { readonly first: string; readonly last: string } | null {
  const first = portions[portionAt(portions, from)]?.label ?? null;
  const last = portions[portionAt(portions, Math.max(from, to - 1))]?.label ?? null;
  return first === null || last === null ? null : { first, last };
}

/** The first portion on which a page number is printed; -1 where none is known to be. */
export function portionOfPage(portions: readonly Portion[], page: string): number {
  const wanted = page.toLowerCase();
  return portions.findIndex(({ label }) => label?.toLowerCase() === wanted);
}

function reflowed({ text, sheets, folios, notesFrom }: WorkText): Portion[] {
  const portions: Portion[] = [];
  const add = (from: number, to: number, label: string | null): void => {
    if (text.slice(from, to).trim() === '') return;
    for (const range of pieces(text, from, to)) portions.push({ label, ranges: [range] });
  };
  let at = 0;
  for (const { from, to, index } of sheets) {
    if (at < from) add(at, from, null);
    add(Math.max(at, from), to, folios[index] ?? null);
    at = Math.max(at, to);
  }
  if (at < notesFrom) add(at, notesFrom, null);
  add(Math.max(at, notesFrom), text.length, null);
  return portions.length > 0 ? portions : [{ label: null, ranges: [] }];
}

/** A stretch in pieces that end with a paragraph where one ends near enough. */
function* pieces(text: string, from: number, to: number): Generator<TextRange> {
  let start = from;
  while (to - start > LONGEST) {
    const limit = start + LONGEST;
    const paragraph = text.lastIndexOf('\n\n', limit);
    const line = text.lastIndexOf('\n', limit);
    const space = text.lastIndexOf(' ', limit);
    const end = [paragraph, line, space].find((each) => each > start + LONGEST / 2) ?? limit;
    yield { from: start, to: end };
    start = end;
  }
  yield { from: start, to };
}
