/** A bracket of Pandoc citations in place of some words. */
import type { EntryMatch, FoundCitation } from '../../found/model.ts';
import type { TextRange } from '../../text/range.ts';
import type { ConversionPart } from './conversion-part.ts';
import { writtenCitation, type CitationToWrite } from './pandoc-citation.ts';

/** The citations of one parenthesis, or one without a parenthesis. */
export interface CitationPlan extends ConversionPart {
  readonly range: TextRange;
  readonly insert: string;
  readonly items: readonly CitationToWrite[];
}

/** A citation and the entry that it resolves to. */
export interface CitedItem {
  readonly citation: FoundCitation;
  readonly match: EntryMatch;
}

/** Plans citations in place of `range`; sound if they read back as they were meant. `tail` is written after them. */
export function citationPlan(
  range: TextRange,
  items: readonly CitationToWrite[],
  text: string,
  tail = '',
): CitationPlan {
  const insert = writtenCitation(items, text.slice(range.to, range.to + 4)) + tail;
  return {
    range,
    insert,
    items,
    splices: [{ range, insert }],
    isSound: (after, { citations }) => {
      const from = after.place(range.from);
      const read = citations.filter(
        (citation) => from <= citation.range.from && citation.range.from < from + insert.length,
      );
      return (
        read.length === items.length &&
        new Set(read.map(({ group }) => group)).size === 1 &&
        read.every((citation, i) => {
          const item = items[i]!;
          const words = (place: TextRange) => after.text.slice(place.from, place.to).trim();
          return (
            citation.key === item.key &&
            citation.mode === item.mode &&
            citation.intent === null &&
            words(citation.prefixRange) === item.prefix &&
            words(citation.suffixRange).endsWith(item.suffix || item.locator) &&
            (citation.locator !== null || !/\d/.test(item.locator))
          );
        })
      );
    },
  };
}
