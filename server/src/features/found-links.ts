import type { FoundCitation } from '../found/model.ts';
import { resolveFound } from '../found/resolve.ts';
import type { DocumentView } from '../checking/rule.ts';
import type { TextRange } from '../text/range.ts';
import type { Library } from '../workspace/library.ts';

/** Words of a found text that have a hover with a destination. */
export interface FoundLink {
  readonly kind: 'note' | 'citation' | 'short-title';
  readonly range: TextRange;
}

/**
 * Where a found text has hovers, sorted and disjoint: note calls and note numbers, citations that its reference list
 * or a bibliography resolves, *ibid.* and similar. What does not resolve is left out.
 */
export function foundLinks({ found, path }: DocumentView, library: Library): FoundLink[] {
  const links: FoundLink[] = [];
  for (const { definition, range } of found.markers)
    if (definition !== null) links.push({ kind: 'note', range });
  for (const { labelRange, markers } of found.noteDefinitions)
    if (markers.length > 0) links.push({ kind: 'note', range: labelRange });
  for (const { wholeRange, candidates } of found.shortTitles)
    if (candidates.length > 0) links.push({ kind: 'short-title', range: wholeRange });
  const unlisted = [...found.citations, ...found.possibleCitations].some(
    ({ candidates }) => candidates.length === 0,
  );
  const known = unlisted ? resolveFound(found, library.knownEntries(path)) : null;
  const lead = (citations: readonly FoundCitation[], keys: (index: number) => number | undefined) =>
    citations.forEach(({ candidates, range }, index) => {
      if (candidates.length > 0 || (keys(index) ?? 0) > 0) links.push({ kind: 'citation', range });
    });
  lead(found.citations, (index) => known?.citations[index]?.keys.length);
  lead(found.possibleCitations, (index) => known?.possibleCitations[index]?.keys.length);
  links.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  let end = 0;
  return links.filter(({ range }) => {
    if (range.from < end) return false;
    end = range.to;
    return true;
  });
}
