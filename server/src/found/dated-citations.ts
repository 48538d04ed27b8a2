/** Author–year citations of a text, of works that its list may describe twice. */
import { readCitations, type CitationsRead } from './citations.ts';
import type { ConventionSet } from './convention-set.ts';
import { translationsIn, type Translation } from './entry-translations.ts';
import type { FoundCitation } from './model.ts';
import type { Prose } from './prose.ts';
import type { RangeSet } from './range-set.ts';
import type { ReadEntry } from './reference-entry.ts';
import { areOneWork } from './reference-list.ts';

/**
 * As `readCitations`. An entry is cited by its names in either language too, and one that stands in the list twice is
 * one work.
 * @param excluded ranges to skip, such as lists of references, in offsets of the prose
 */
export function readDatedCitations(
  { entries: reader, citations: forms }: ConventionSet,
  prose: Prose,
  entries: readonly ReadEntry[],
  excluded: RangeSet,
): CitationsRead {
  const translated = translationsIn(prose, entries, reader);
  const works = [...entries, ...translated.map(({ entry }) => entry)];
  const { citations, mentions } = readCitations(prose, works, excluded, forms);
  return {
    citations: citations.map((citation) => ofEntries(citation, entries, translated)),
    mentions: mentions.filter(({ works: named }) => named.every((work) => work < entries.length)),
  };
}

/** A citation whose candidates are entries, where they were translations of them or one work listed twice. */
function ofEntries(
  citation: FoundCitation,
  entries: readonly ReadEntry[],
  translated: readonly Translation[],
): FoundCitation {
  const { candidates, near } = citation;
  const own = (works: readonly number[]): readonly number[] =>
    works.some((work) => work >= entries.length)
      ? [...new Set(works.map((work) => translated[work - entries.length]?.of ?? work))]
      : works;
  const mine = own(candidates);
  const [first] = mine;
  const isOne =
    first !== undefined && mine.length > 1 && mine.every((work) => areOneWork(entries, first, work));
  const meant = isOne ? [first] : mine;
  if (meant === candidates && own(near) === near) return citation;
  const status = meant.length === 1 ? 'resolved' : meant.length === 0 ? 'unresolved' : 'ambiguous';
  return { ...citation, candidates: meant, near: own(near), status };
}
