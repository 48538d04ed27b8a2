import type { ConventionCard } from './convention-card.ts';
import type { Prose } from './prose.ts';

/**
 * What the context says of a number. `strong`: it calls a note, after a word or its punctuation. `weak`: it may be an
 * exponent or the like. `head`: it begins a line, as in a note or a paragraph. `no`: it is no marker.
 */
export type Judgement = 'strong' | 'weak' | 'head' | 'no';

/** A possible marker: the range `[from, to)` of the document. */
export interface MarkerPlace {
  readonly text: string;
  readonly prose: Prose;
  readonly from: number;
  readonly to: number;
}

/** A form of note numbers in the text. */
export interface MarkerForm extends ConventionCard {
  readonly yields: 'markers';
  /** The source of a regular expression, used with `i`, with one group for the number. */
  readonly pattern: string;
  /** The source of a quick test that matches wherever the form may be, on lines that may be truncated. */
  readonly glimpse: string;
  /** The source of an expression for its first characters. */
  readonly opening: string;
  /** The decimal digits for the group's text, where that is no digits. */
  readonly digits?: (written: string) => string;
  /** Such numbers are often something else, or lost among others: nothing is said of a note that none calls. */
  readonly isUncertain?: true;
  /** Set if Pandoc's parser reads it (or its tags) as markup, so that its range may be opaque. */
  readonly isMarkup?: true;
  /**
   * Set if it is no word of the sentence, and removed from the prose: its first characters, as in a character class.
   */
  readonly leavesProse?: string;
  readonly judge: (place: MarkerPlace) => Judgement;
}
