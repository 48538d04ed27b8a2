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
    }
  | {
      /** A work described in a note: an index into the notes, and one into its works. */
      readonly kind: 'note-work';
      readonly range: TextRange;
      readonly note: number;
      readonly work: number;
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

/** The work that a note describes at `offset`. */
export function noteWorkAt({ found }: DocumentView, offset: number): FoundTarget | null {
  const note = found.noteWorks.findIndex(({ bodyRange }) => touches(bodyRange, offset));
  const works = found.noteWorks[note]?.works ?? [];
  const work = works.findIndex(({ range }) => touches(range, offset));
  return work < 0 ? null : { kind: 'note-work', range: works[work]!.range, note, work };
}
