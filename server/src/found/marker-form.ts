import type { ConventionCard } from './convention-card.ts';
import type { Prose } from './prose.ts';

/**
 * What stands around a number says of it. `strong`: it calls a note, after a word or its punctuation. `weak`: it may
 * as well be an exponent or the like. `head`: it heads a line, as a note or a paragraph does. `no`: no marker.
 */
export type Judgement = 'strong' | 'weak' | 'head' | 'no';

/** Where a number stands that may be a marker: `[from, to)` of the document. */
export interface MarkerPlace {
  readonly text: string;
  readonly prose: Prose;
  readonly from: number;
  readonly to: number;
}

/** A way to write the number of a note in the text. */
export interface MarkerForm extends ConventionCard {
  readonly yields: 'markers';
  /** Source of a regular expression, without regard to case, with one group: what tells the number. */
  readonly pattern: string;
  /** Source of one that finds each place where the form may be, at a quick look at lines that may break off within. */
  readonly glimpse: string;
  /** Source of one for how it begins. */
  readonly opening: string;
  /** The decimal digits that the group's words stand for, where they are no digits. */
  readonly digits?: (written: string) => string;
  /** The reader of Pandoc's Markdown takes it, or its tags, for markup: it may be opaque itself. */
  readonly isMarkup?: true;
  /**
   * Where it is no word of the sentence: the signs that it may begin with, as in a class of a regular expression. It
   * is left out of the prose then.
   */
  readonly leavesProse?: string;
  readonly judge: (place: MarkerPlace) => Judgement;
}
