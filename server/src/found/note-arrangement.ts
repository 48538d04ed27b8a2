import type { ConventionCard } from './convention-card.ts';
import type { MarkerCandidate } from './note-markers.ts';
import type { NumberedLine } from './numbered-lines.ts';
import type { Prose } from './prose.ts';
import type { SectionHeading } from './sections.ts';
import type { TextRange } from '../text/range.ts';

/** A text in which lists of notes are looked for. Offsets are those of the document but in `prose` and `headings`. */
export interface NotePage {
  readonly text: string;
  readonly prose: Prose;
  readonly headings: readonly SectionHeading[];
  /** Lists of references: what is numbered there is no note. */
  readonly references: readonly TextRange[];
  /** Numbers in the text that may be markers, in order. */
  readonly candidates: readonly MarkerCandidate[];
  /** Where the last list of notes that was accepted ends; zero before the first. */
  readonly since: number;
  /** Lines that begin like notes. */
  readonly linesIn: (area: TextRange) => NumberedLine[];
}

/** What may be a list of notes: it is one if enough of it is called. */
export interface ProposedList {
  readonly heading: SectionHeading | null;
  /** Its notes in order: where each begins… */
  readonly lines: readonly NumberedLine[];
  /** …and its words, one for each. */
  readonly bodies: readonly TextRange[];
  /** Where its markers may stand. The first stretch is its scope. */
  readonly scopes: readonly TextRange[];
  /** How much of it markers must call, from 0 to 1; see `isUnderstood`. */
  readonly leastCalled: number;
}

/** A way to arrange the notes of a text. */
export interface NoteArrangement extends ConventionCard {
  readonly yields: 'note-lists';
  /** It is tried only where no other arrangement has been found. */
  readonly isLastResort?: true;
  /** Proposes lists in the order of the text; is told of each whether it was accepted. */
  readonly propose: (page: NotePage) => Generator<ProposedList, void, boolean>;
}
