/** Locators in the language of the document, which is in the front matter and unknown to the blocks. */
import { readLocator } from '../pages/pandoc-locator.ts';
import { locatorTerms, type LocatorTerms } from '../pages/locator-terms.ts';
import type { BlockFacts } from './block-facts.ts';

/** Cached results by block facts, which survive edits. */
const kept = new WeakMap<BlockFacts, { readonly terms: LocatorTerms; readonly facts: BlockFacts }>();

/**
 * The facts with locators parsed by the terms of `lang`. The same object for the English terms, which were
 * used to read the blocks. `wordsAt` gives the text between two offsets of the block.
 */
export function inLanguage(
  facts: BlockFacts,
  lang: string | null,
  wordsAt: (from: number, to: number) => string,
): BlockFacts {
  const terms = locatorTerms(lang);
  if (terms === locatorTerms(null) || facts.citations.length === 0) return facts;
  const known = kept.get(facts);
  if (known?.terms === terms) return known.facts;
  const citations = facts.citations.map((citation) => {
    const { from, to } = citation.suffixRange;
    return from === to ? citation : { ...citation, locator: readLocator(wordsAt(from, to), from, terms) };
  });
  const read = { ...facts, citations };
  kept.set(facts, { terms, facts: read });
  return read;
}
