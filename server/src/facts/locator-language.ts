/** Locators in the language of the document, which is in the front matter and unknown to the blocks. */
import { readLocator } from '../pages/pandoc-locator.ts';
import { locatorTerms, type LocatorTerms } from '../pages/locator-terms.ts';
import type { Sliceable } from '../text/pieces.ts';
import type { BlockFacts } from './block-facts.ts';

/** Cached results by block facts, which survive edits. */
const kept = new WeakMap<BlockFacts, { readonly terms: LocatorTerms; readonly facts: BlockFacts }>();

/**
 * The facts of blocks with locators parsed by the terms of `lang`; the same objects for the English terms, which were
 * used to read the blocks. `starts`: the base of the offsets of each block in `words`.
 */
export function inLanguage(
  blocks: readonly BlockFacts[],
  starts: readonly number[],
  words: Sliceable,
  lang: string | null,
): readonly BlockFacts[] {
  const terms = locatorTerms(lang);
  if (terms === locatorTerms(null)) return blocks;
  return blocks.map((facts, i) => {
    if (facts.citations.length === 0) return facts;
    const known = kept.get(facts);
    if (known?.terms === terms) return known.facts;
    const citations = facts.citations.map((citation) => {
      const { from, to } = citation.suffixRange;
      if (from === to) return citation;
      const suffix = words.slice(starts[i]! + from, starts[i]! + to);
      return { ...citation, locator: readLocator(suffix, from, terms) };
    });
    const read = { ...facts, citations };
    kept.set(facts, { terms, facts: read });
    return read;
  });
}
