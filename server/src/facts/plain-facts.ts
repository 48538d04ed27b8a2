import type { DocumentFacts } from './model.ts';
import { LIST_NAMES, type FactLists } from './shift.ts';

/** All the facts of a document as plain data, to be compared with others. */
export function plainFacts(facts: DocumentFacts): DocumentFacts {
  const lists = Object.fromEntries(LIST_NAMES.map((name) => [name, facts[name]])) as unknown as FactLists;
  return { frontMatter: facts.frontMatter, ...lists };
}
