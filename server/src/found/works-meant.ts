import type { FoundCitation } from './model.ts';

/** All works that citations may mean. Those that may mean many have one list of them in common. */
export function worksMeant(citations: readonly FoundCitation[]): Set<number> {
  const works = new Set<number>();
  for (const list of new Set(citations.map(({ candidates }) => candidates)))
    for (const work of list) works.add(work);
  return works;
}
