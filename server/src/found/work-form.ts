import type { ConventionCard } from './convention-card.ts';
import type { FoundName, WorkKind } from './model.ts';
import type { Prose } from './prose.ts';
import type { TextRange } from '../text/range.ts';

/** A work as described in a note, in offsets of the prose. */
export interface ReadWork {
  readonly range: TextRange;
  readonly names: readonly FoundName[];
  readonly title: string | null;
  readonly year: string | null;
  readonly kind?: WorkKind;
  /**
   * Set if the imprint is missing: it may be a work that was described in full before. `known`: it is one, or no work.
   */
  readonly brief?: 'maybe' | 'known';
  readonly container: {
    readonly range: TextRange;
    readonly names: readonly FoundName[];
    readonly title: string | null;
  } | null;
}

/** A quoted or italic title within a note. */
export interface TitleRange extends TextRange {
  /** The range without quotation marks. */
  readonly text: string;
}

/** A stretch of a note that may describe a work, without a short form at its end; in offsets of the prose. */
export interface NotePart extends TextRange {
  readonly prose: Prose;
  /** The end of the stretch with its short form. */
  readonly wholeTo: number;
  /** Titles in quotation marks or italics, in order. */
  readonly titles: readonly TitleRange[];
  /** The last year in it, with its letter if there is one. */
  readonly year: string | null;
  /** The person mentioned just before, if no work was described there. */
  readonly lonely: { readonly range: TextRange; readonly name: FoundName } | null;
}

/** A form in which notes describe works. */
export interface WorkForm extends ConventionCard {
  readonly yields: 'works';
  /** The work that the stretch describes; null if it is not in this form, so that the next form is tried. */
  readonly read: (part: NotePart) => ReadWork | null;
}
