import type { DocumentFacts } from './model.ts';

/** Typed so that a list which facts come to have cannot be forgotten here. */
const LISTS: Record<keyof DocumentFacts, true> = {
  frontMatter: true,
  headings: true,
  markers: true,
  definitions: true,
  inlineNotes: true,
  citations: true,
  parts: true,
  claims: true,
  claimNames: true,
  actorMarks: true,
  quotations: true,
  placeholders: true,
  suppressions: true,
  unread: true,
  opaque: true,
};

/** All the facts of a document as plain data, to be compared with others. */
export function plainFacts(facts: DocumentFacts): DocumentFacts {
  const names = Object.keys(LISTS) as (keyof DocumentFacts)[];
  return Object.fromEntries(names.map((name) => [name, facts[name]])) as unknown as DocumentFacts;
}
