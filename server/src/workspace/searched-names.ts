/** Search of a text for the names that several actors share. */
import type { Mention, MentionFinder } from '../actors/mentions.ts';
import type { DocumentFacts } from '../facts/fact-lists.ts';
import type { FoundFacts } from '../found/model.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { NamedActor } from './sharing.ts';
import { citedRightBehind, unnamedRanges } from './unnamed-ranges.ts';

/** A document whose text is at hand. */
export interface ReadableDocument {
  readonly path: string;
  readonly text: DocumentText;
  readonly facts: DocumentFacts;
  readonly found: FoundFacts;
}

/** The names of all actors, where some share one. */
export interface SharedNames {
  /** A fingerprint of these names, as far as they decide what is ambiguous. */
  readonly by: string;
  readonly actors: readonly NamedActor[];
}

/** A mention, and the works of the citation right after it: the name of a cited scholar is not an actor's. */
export interface MentionBefore {
  readonly mention: Mention;
  readonly cited: readonly string[];
}

/** The result of a search: mentions of names that several actors share, one of each kind. Plain data. */
export interface SearchedNames {
  /** `SharedNames.by` of the names that were searched for. */
  readonly by: string;
  readonly found: readonly MentionBefore[];
}

/** Searches a text with a finder for all names that `by` stands for. */
export function searchNames(by: string, finder: MentionFinder, view: ReadableDocument): SearchedNames {
  const mentions = finder.find(view.text.text, { opaque: unnamedRanges(view.facts, view.found) });
  const shared = mentions.filter(({ ids }) => ids.length > 1);
  return { by, found: ambiguousAmong(withWorksBehind(shared, view)) };
}

/** The mentions of a document, each with the works cited right after it. */
export function withWorksBehind(
  mentions: readonly Mention[],
  { text, facts }: Pick<ReadableDocument, 'text' | 'facts'>,
): MentionBefore[] {
  const isCiting = facts.citations.length > 0;
  return mentions.map((mention) => ({
    mention,
    cited: isCiting ? citedRightBehind(text.text, mention.range, facts) : [],
  }));
}

/**
 * The mentions of names that several actors share, one of each kind in the order of the text. One is left out
 * only if an earlier one has the same meaning whatever the bibliographies say of the works after it.
 */
export function ambiguousAmong(mentions: readonly MentionBefore[]): MentionBefore[] {
  const seen = new Set<string>();
  return mentions.filter(({ mention: { matched, ids }, cited }) => {
    if (ids.length < 2) return false;
    const kind = cited.length === 0 ? sameWords(matched) : `${matched}\n${cited.join(' ')}`;
    const key = `${kind}\n\n${ids.join(' ')}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Words as they are compared: in lower case, with single spaces. */
export function sameWords(matched: string): string {
  return matched.toLowerCase().replace(/\s+/g, ' ');
}
