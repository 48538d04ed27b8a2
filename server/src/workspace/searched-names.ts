/** Searching a text for the names that several actors share, wherever the text is at hand. */
import type { Mention, MentionFinder } from '../actors/mentions.ts';
import type { NamedActor } from './actor-names.ts';
import type { ReadableDocument } from './mentions.ts';
import { citedRightBehind, unnamedRanges } from './unnamed-ranges.ts';

/** The names of all actors, where some of them share one. */
export interface SharedNames {
  /** Tells these names from others, as far as they decide what is ambiguous. */
  readonly by: string;
  readonly actors: readonly NamedActor[];
}

/** A mention, and the works of the citation right behind it: a scholar cited is not the actor of that name. */
export interface MentionBefore {
  readonly mention: Mention;
  readonly cited: readonly string[];
}

/** What a search came to: mentions of names that may be several actors'. Plain data. */
export interface SearchedNames {
  /** That of the names that were searched for. */
  readonly by: string;
  readonly found: readonly MentionBefore[];
}

/** Searches a text with a finder of all names that `by` stands for. */
export function searchNames(by: string, finder: MentionFinder, view: ReadableDocument): SearchedNames {
  const mentions = finder.find(view.text.text, { opaque: unnamedRanges(view.facts, view.found) });
  return {
    by,
    found: withWorksBehind(
      mentions.filter(({ ids }) => ids.length > 1),
      view,
    ),
  };
}

/** The mentions of a document, each with the works that are cited right behind it. */
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
