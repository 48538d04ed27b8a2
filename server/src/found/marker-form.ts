import type { ConventionCard } from './convention-card.ts';
import type { Prose } from './prose.ts';

/**
 * How the context classifies a number. `strong`: it calls a note, after a word or its punctuation. `weak`: it may be an
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
  /** Converts the group to decimal digits, if it has none. */
  readonly digits?: (written: string) => string;
  /** Whether such numbers are often ambiguous or lost, so that a note that none calls is not reported. */
  readonly isUncertain?: true;
  /** Whether such numbers were raised before conversion, so that some are lost among the digits of the text. */
  readonly losesSome?: true;
  /** Set if Pandoc's parser reads it (or its tags) as markup, so that its range may be opaque. */
  readonly isMarkup?: true;
  /**
   * Set if it is not a word of the sentence and is removed from the prose: its first characters, for a character class.
   */
  readonly leavesProse?: string;
  readonly judge: (place: MarkerPlace) => Judgement;
}
