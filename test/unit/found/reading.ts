import { readFound } from '../../../server/src/found/read-found.ts';
import type { FoundCitation, FoundFacts, FoundOptions } from '../../../server/src/found/model.ts';

/** Reads a found text, with nothing opaque unless the options say so. */
export function read(text: string, options: Partial<FoundOptions> = {}): FoundFacts {
  return readFound(text, { opaque: [], hasPandocNotes: false, ...options });
}

/** `(2011: 177) → leeShen2011`, `→ a | b` when ambiguous, `→ ?` when unresolved, `→ ? near a`. */
export function told(facts: FoundFacts): string[] {
  return facts.citations.map(
    (citation) => `${citation.text.replace(/\s+/g, ' ')} → ${meant(facts, citation)}`,
  );
}

/** The keys of the references that a citation may mean. */
export function meant(facts: FoundFacts, citation: FoundCitation): string {
  const keys = (works: readonly number[]): string =>
    works.map((work) => facts.references[work]!.key).join(' | ');
  if (citation.candidates.length > 0) return keys(citation.candidates);
  return citation.near.length > 0 ? `? near ${keys(citation.near)}` : '?';
}
