import type { ConventionCard } from './convention-card.ts';
import type { MarkerCandidate } from './note-markers.ts';
import type { NumberedLine } from './numbered-lines.ts';
import type { Prose } from './prose.ts';
import type { SectionHeading } from './sections.ts';
import type { TextRange } from '../text/range.ts';

/**
 * The text in which an arrangement searches for lists of notes. Offsets are those of the document, except in `prose`
 * and `headings`.
 */
export interface NotePage {
  readonly text: string;
  readonly prose: Prose;
  readonly headings: readonly SectionHeading[];
  /** Lists of references, whose numbered lines are not notes. */
  readonly references: readonly TextRange[];
  /** Numbers in the text that may be markers, in order. */
  readonly candidates: readonly MarkerCandidate[];
  /** End of the last accepted list of notes; 0 before the first. */
  readonly since: number;
  /** The lines in `area` that begin like notes. */
  readonly linesIn: (area: TextRange) => NumberedLine[];
}

/** A candidate list of notes; accepted if enough of its notes are called. */
export interface ProposedList {
  readonly heading: SectionHeading | null;
  /** The first lines of its notes, in order. */
  readonly lines: readonly NumberedLine[];
  /** The text of each note. */
  readonly bodies: readonly TextRange[];
  /** The ranges that may hold its markers. The first is its scope. */
  readonly scopes: readonly TextRange[];
  /** Its notes stand on the pages that call them, so that the order of the markers on one page may be lost. */
  readonly isByPage?: true;
  /** The only note of its page, in a text whose pages count their notes anew. */
  readonly isOneOfMany?: boolean;
  /** Its numbers follow one another so closely that it is a list of notes, however few of them are seen to be called. */
  readonly isUnbroken?: boolean;
  /** The share of its notes that must be called, from 0 to 1; see `isUnderstood`. */
  readonly leastCalled: number;
}

/** A convention for the place of notes in a text. */
export interface NoteArrangement extends ConventionCard {
  readonly yields: 'note-lists';
  /** Tried only if no other arrangement was found. */
  readonly isLastResort?: true;
  /** Yields candidate lists in text order; `next` receives whether the last one was accepted. */
  readonly propose: (page: NotePage) => Generator<ProposedList, void, boolean>;
}
