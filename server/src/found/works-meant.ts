import type { FoundCitation } from './model.ts';

/** All works that citations may mean. Citations with the same possible works share one list object. */
export function worksMeant(citations: readonly FoundCitation[]): Set<number> {
  const works = new Set<number>();
  for (const list of new Set(citations.map(({ candidates }) => candidates)))
    for (const work of list) works.add(work);
  return works;
}
