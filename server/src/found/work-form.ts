import type { ConventionCard } from './convention-card.ts';
import type { FoundName, WorkKind } from './model.ts';
import type { Prose } from './prose.ts';
import type { TextRange } from '../text/range.ts';

/** A work as a note describes it, in offsets of the prose. */
export interface ReadWork {
  readonly range: TextRange;
  readonly names: readonly FoundName[];
  readonly title: string | null;
  readonly year: string | null;
  readonly kind?: WorkKind;
  /** Without the imprint: it may be a work that was described in full before. `known`: it is one, or nothing. */
  readonly brief?: 'maybe' | 'known';
  readonly container: {
    readonly range: TextRange;
    readonly names: readonly FoundName[];
    readonly title: string | null;
  } | null;
}

/** A quoted or italic title within a note. */
export interface TitleRange extends TextRange {
  /** Without quotation marks. */
  readonly text: string;
}

/** A stretch of a note that may describe a work, in offsets of the prose; a short form at its end is left out. */
export interface NotePart extends TextRange {
  readonly prose: Prose;
  /** Where the stretch ends with its short form. */
  readonly wholeTo: number;
  /** Titles set off from the rest, in order. */
  readonly titles: readonly TitleRange[];
  /** The last year in it, with the letter after it where there is one. */
  readonly year: string | null;
  /** The person whom the note spoke of just before, if nothing was described there. */
  readonly lonely: { readonly range: TextRange; readonly name: FoundName } | null;
}

/** A way to describe a work in a note. */
export interface WorkForm extends ConventionCard {
  readonly yields: 'works';
  /** The work that the stretch describes; null where it is not written so, and the next way is tried. */
  readonly read: (part: NotePart) => ReadWork | null;
}
