/** Entries that a list has twice. */
import type { FoundCitation } from './model.ts';
import type { Prose } from './prose.ts';
import type { ReadEntry } from './reference-entry.ts';

/** Entries that are not reported as uncited, because another copy of them is told as such, or cited. */
export function listedTwice(
  prose: Prose,
  entries: readonly ReadEntry[],
  duplicates: readonly (readonly [number, number])[],
  citations: readonly FoundCitation[],
): number[] {
  return [...duplicates.map(([, second]) => second), ...sameNumbers(prose, entries, citations)];
}

/** Entries of a numbered list that stands in the text twice, of which the other copy is cited. */
function sameNumbers(
  prose: Prose,
  entries: readonly ReadEntry[],
  citations: readonly FoundCitation[],
): number[] {
  if (entries.every(({ label }) => label === null)) return [];
  const slot = ({ label, range }: ReadEntry): string =>
    `${label} ${prose.text.slice(range.from, Math.min(range.to, range.from + 24))}`;
  // Citations that may mean the same thousands of works share one list of them.
  const works = new Set<number>();
  for (const list of new Set(citations.map(({ candidates }) => candidates)))
    for (const work of list) works.add(work);
  const cited = new Set(Array.from(works, (work) => slot(entries[work]!)));
  return entries.flatMap((entry, i) => (entry.label !== null && cited.has(slot(entry)) ? [i] : []));
}
