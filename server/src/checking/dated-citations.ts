/** Names and years in a text without a list of its own, by what its bibliographies know of them. */
import type { Library } from '../workspace/library.ts';
import type { DatedCitation, DocumentSummary } from '../workspace/summary.ts';

export interface JudgedCitation {
  readonly citation: DatedCitation;
  /** The keys of the works that it may mean. */
  readonly keys: readonly string[];
  /** No bibliography has its work, which is said only where they have most that are cited so. */
  readonly isMissing: boolean;
  /** Whether it is a citation beyond doubt: one name and a year alone may be a place and a date. */
  readonly isSure: boolean;
}

/** The citations in a text of names and years, each with what came of it. */
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
  // Where hardly any is known, the names and years are of something else, or the bibliography is.
  const tells = known.size > 0 && known.size >= unknown.size && library.inPrint.hasReadAll(path);
  return matched.map(({ citation, keys }) => {
    const { etAl, locator, names, yearSuffix } = citation;
    const isSure = etAl || locator !== null || names.length > 1 || yearSuffix !== '';
    return { citation, keys, isMissing: tells && keys.length === 0, isSure };
  });
}
