/** Entries of a list that nothing in the text leads to. */
import { certainlyUncited } from './certainly-uncited.ts';
import type { FoundCitation } from './model.ts';
import { notNamed } from './named-in-text.ts';
import type { Prose } from './prose.ts';
import type { ReadEntry } from './reference-entry.ts';
import type { ReferenceList } from './reference-list.ts';
import { worksMeant } from './works-meant.ts';
import type { Stepwise } from '../text/stepwise.ts';

/** Entries by index: those of which it is certain that nothing leads to them, and others. */
export interface Uncited {
  readonly certain: readonly number[];
  readonly doubtful: readonly number[];
}

/**
 * The entries that no citation leads to and that the text does not name: those of which this is certain, and others.
 * @param linked entries that are called otherwise
 */
export function* uncitedReferences(
  prose: Prose,
  lists: readonly ReferenceList[],
  citations: readonly FoundCitation[],
  linked: Iterable<number>,
): Stepwise<Uncited> {
  const entries = lists.flatMap((list) => list.entries);
  const ranges = lists.map(({ range }) => range);
  const misspelt = besideMisspelt(prose, entries, citations);
  const uncalled = calledByNothing(entries, citations, linked).filter((entry) => !misspelt.has(entry));
  const open = notNamed(prose, ranges, entries, citations, uncalled);
  yield;
  const certain = new Set(certainlyUncited(prose, lists, citations, open));
  return { certain: [...certain], doubtful: open.filter((entry) => !certain.has(entry)) };
}

/** ‘; 2003)’: further years of whoever is named before them. */
const FURTHER_YEARS = /^(?:[,;]\s?(?:1[4-9]|20)\d\d[a-z]?)+(?=\s?[,;)])/u;
const LONGEST_ROW = 60;

/**
 * The works of further years after a citation whose name is misspelt, ‘Jacob 1993; 2003’ for Jakob: what is said of
 * the first year is said of them.
 */
function besideMisspelt(
  prose: Prose,
  entries: readonly ReadEntry[],
  citations: readonly FoundCitation[],
): ReadonlySet<number> {
  const beside = new Set<number>();
  for (const { near, yearRange, status } of citations) {
    const first = status === 'unresolved' && near[0] !== undefined ? entries[near[0]] : undefined;
    if (!first || yearRange === null) continue;
    const at = prose.find(yearRange.to);
    const years = FURTHER_YEARS.exec(prose.text.slice(at, at + LONGEST_ROW))?.[0];
    if (years === undefined) continue;
    entries.forEach(({ names, year }, i) => {
      if (year !== null && years.includes(year) && names[0]?.family === first.names[0]?.family) beside.add(i);
    });
  }
  return beside;
}

/** The minimum number of entries for conclusions about how a text cites. */
export const FEWEST_JUDGED = 6;

/** All candidates of an ambiguous citation count as cited, so that one error is not reported twice. */
function calledByNothing(
  entries: readonly ReadEntry[],
  citations: readonly FoundCitation[],
  linked: Iterable<number>,
): number[] {
  if (!citations.some((citation) => citation.candidates.length > 0)) return [];
  const cited = worksMeant(citations);
  for (const work of linked) cited.add(work);
  for (const { near } of citations) for (const work of near) cited.add(work);
  // If the text calls less than half of the list, most of its calls were not read.
  if (entries.length >= FEWEST_JUDGED && cited.size * 2 < entries.length) return [];
  return entries.flatMap(({ isPointer }, i) => (isPointer || cited.has(i) ? [] : [i]));
}
