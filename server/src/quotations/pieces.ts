/** Quotations with ellipses: whether their pieces are arranged as in the source. */
import type { TextRange } from '../text/range.ts';
import { exactOccurrences } from './exact.ts';
import type { Disorder, FoldedText, PreparedQuotation, QuotationPart } from './model.ts';
import { wordCount } from './words.ts';

/** The maximum number of words in pieces that are joined; longer ones are quotations. */
const FEW = 2;
const MANY = 4;
const LEAST_STRUNG = 3;

/** The pieces of a quotation between its ellipses, each as a quotation. */
export function piecesOf({ parts }: PreparedQuotation): PreparedQuotation[] {
  const pieces: QuotationPart[][] = [];
  for (const part of parts)
    if (pieces.length === 0 || part.before === 'ellipsis') pieces.push([part]);
    else pieces.at(-1)!.push(part);
  return pieces.map(([first, ...others]) => ({
    text: '',
    parts: [{ ...first!, before: 'none' }, ...others],
    after: 'none',
    runs: [],
  }));
}

/** Whether ellipses string single words together, so that the sentence is the writer’s and not the source’s. */
export function isStrung(pieces: readonly PreparedQuotation[]): boolean {
  if (pieces.length < LEAST_STRUNG) return false;
  const counts = pieces.map(({ parts }) => parts.reduce((sum, { folded }) => sum + wordCount(folded.key), 0));
  return (
    counts.every((count) => count < MANY) && counts.filter((count) => count <= FEW).length * 2 > counts.length
  );
}

/**
 * How pieces are rearranged that the source has, but not in order and near each other: out of order, or too
 * far apart. With the place of the longest piece in the key. Null where a piece is missing.
 */
export function disorderOf(
  source: FoldedText,
  pieces: readonly PreparedQuotation[],
): { readonly disorder: Exclude<Disorder, 'words'>; readonly at: TextRange } | null {
  let longest: { letters: number; at: TextRange } | null = null;
  let end = 0;
  let isRising = true;
  for (const piece of pieces) {
    const places = exactOccurrences(source, piece).map((ranges) => ({
      from: ranges[0]!.from,
      to: ranges.at(-1)!.to,
    }));
    const [first] = places;
    if (!first) return null;
    const next = places.find(({ from }) => from >= end);
    if (next) end = next.to;
    else isRising = false;
    const letters = piece.parts.reduce((sum, { folded }) => sum + folded.key.length, 0);
    if (!longest || letters > longest.letters) longest = { letters, at: first };
  }
  return longest && { disorder: isRising ? 'distance' : 'order', at: longest.at };
}
