/** What notes cite by citekeys. */
import { byKey, type Found } from './targets.ts';
import type { KeyedRange } from './unresolved-title.ts';
import { firstFrom, type TextRange } from '../text/range.ts';

/** The works that a note cites by their citekeys, at most `most`. `citations` are in the order of the text. */
export function citedByKey(
  body: TextRange | undefined,
  citations: readonly KeyedRange[],
  note: number,
  most: number,
): Found[] {
  if (!body) return [];
  const cited: Found[] = [];
  for (let i = firstFrom(citations, body.from); i < citations.length; i++) {
    const citation = citations[i]!;
    if (citation.from >= body.to || cited.length === most) break;
    if (citation.key !== undefined) cited.push(byKey(note, citation));
  }
  return cited;
}

/** The last work that a note cites by its citekey before an offset; null if there is none. */
export function lastByKey(
  body: TextRange | undefined,
  citations: readonly KeyedRange[],
  note: number,
  before: number,
): readonly Found[] | null {
  if (!body) return null;
  for (let i = firstFrom(citations, Math.min(before, body.to)) - 1; i >= 0; i--) {
    const citation = citations[i]!;
    if (citation.from < body.from) return null;
    if (citation.key !== undefined && citation.to <= before) return [byKey(note, citation)];
  }
  return null;
}
