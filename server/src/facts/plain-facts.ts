import { type DocumentFacts, LIST_NAMES, type FactLists } from './fact-lists.ts';

/** All facts of a document as plain data, for comparison. */
export function plainFacts(facts: DocumentFacts): DocumentFacts {
  const lists = Object.fromEntries(LIST_NAMES.map((name) => [name, facts[name]])) as unknown as FactLists;
  return { frontMatter: facts.frontMatter, ...lists };
}
