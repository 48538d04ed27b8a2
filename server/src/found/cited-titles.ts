/** Citations by a title and a page, *(Looms 14)*, which look like those by a name. */
import { foldedWords } from './folding.ts';
import type { FoundCitation } from './model.ts';
import type { Prose } from './prose.ts';
import type { ReferenceList } from './reference-list.ts';

/** Marks unresolved citations without a year whose words the lists have, in a title: which work they mean is not known. */
export function withCitedTitles(
  prose: Prose,
  lists: readonly ReferenceList[],
  citations: readonly FoundCitation[],
): readonly FoundCitation[] {
  const isOpen = ({ status, year, number }: FoundCitation): boolean =>
    status === 'unresolved' && year === null && number === null;
  if (!citations.some(isOpen)) return citations;
  const listed = new Set(lists.flatMap(({ range }) => foldedWords(prose.text.slice(range.from, range.to))));
  return citations.map((citation) =>
    isOpen(citation) &&
    citation.names.length === 1 &&
    foldedWords(citation.names[0]!.family).every((word) => listed.has(word))
      ? { ...citation, standsInList: true }
      : citation,
  );
}
