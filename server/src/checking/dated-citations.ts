/** Author-year citations in a text without a reference list, resolved by its bibliographies. */
import type { Library } from '../workspace/library.ts';
import type { DatedCitation } from '../workspace/found-summary.ts';
import type { DocumentSummary } from '../workspace/summary.ts';

export interface JudgedCitation {
  readonly citation: DatedCitation;
  /** The keys of the works that it may mean. */
  readonly keys: readonly string[];
  /** Whether no bibliography has its work. Only set where they have most of the others. */
  readonly isMissing: boolean;
  /** Whether it is certainly a citation: a single name with a year may be a place and a date. */
  readonly isSure: boolean;
}

/** The author-year citations in a text, each with its result. */
export function judgedCitations(
  { path, datedCitations }: Pick<DocumentSummary, 'path' | 'datedCitations'>,
  library: Library,
): JudgedCitation[] {
  if (datedCitations.length === 0) return [];
  const known = new Set<string>();
  const unknown = new Set<string>();
  const matched = datedCitations.map((citation) => {
    const keys = library.inPrint.worksMatched(path, citation);
    const { names, year, yearSuffix } = citation;
    if (keys.length > 0) known.add(keys[0]!);
    else unknown.add(`${names.map(({ family }) => family).join('|')} ${year}${yearSuffix}`);
    return { citation, keys };
  });
  // Where few are known, the others may be no citations, or the bibliography is the wrong one.
  const tells = known.size > 0 && known.size >= unknown.size && library.inPrint.hasReadAll(path);
  return matched.map(({ citation, keys }) => {
    const { etAl, locator, names, yearSuffix } = citation;
    const isSure = etAl || locator !== null || names.length > 1 || yearSuffix !== '';
    return { citation, keys, isMissing: tells && keys.length === 0, isSure };
  });
}
