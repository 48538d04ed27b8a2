import type { FoundCitation, FoundMarker, FoundNoteDefinition, ShortTitle } from '../found/model.ts';
import type { DocumentView } from '../checking/rule.ts';
import { touches, type TextRange } from '../text/range.ts';

/** What is at a position of a found text. */
export type FoundTarget =
  | { readonly kind: 'found-marker'; readonly range: TextRange; readonly marker: FoundMarker }
  | { readonly kind: 'found-note'; readonly range: TextRange; readonly note: FoundNoteDefinition }
  | {
      readonly kind: 'found-citation';
      readonly range: TextRange;
      readonly citation: FoundCitation;
      readonly index: number;
      readonly possible: boolean;
    }
  | {
      readonly kind: 'short-title';
      readonly range: TextRange;
      readonly short: ShortTitle;
      readonly index: number;
    };

/** The innermost found thing at `offset`. */
export function foundTargetAt({ found }: DocumentView, offset: number): FoundTarget | null {
  const marker = found.markers.find((each) => touches(each.range, offset));
  if (marker) return { kind: 'found-marker', range: marker.range, marker };
  const index = found.shortTitles.findIndex((each) => touches(each.wholeRange, offset));
  if (index >= 0) {
    const short = found.shortTitles[index]!;
    return { kind: 'short-title', range: short.wholeRange, short, index };
  }
  for (const possible of [false, true]) {
    const citations = possible ? found.possibleCitations : found.citations;
    const at = citations.findIndex((each) => touches(each.range, offset));
    if (at >= 0) {
      const citation = citations[at]!;
      return { kind: 'found-citation', range: citation.range, citation, index: at, possible };
    }
  }
  const note = found.noteDefinitions.find((each) => touches(each.labelRange, offset));
  return note ? { kind: 'found-note', range: note.labelRange, note } : null;
}
