import type { ConventionCard } from './convention-card.ts';
import type { MarkerStyle } from './model.ts';
import type { TextRange } from '../text/range.ts';

/** Where the number of a note may stand: the range `[from, to)` of the document. */
export interface LostPlace extends TextRange {
  readonly text: string;
}

/**
 * A convention for numbers too doubtful to be read as markers everywhere. They are looked for only where the call of
 * one note is missing between those of its neighbours.
 */
export interface LostMarkerForm extends ConventionCard {
  readonly yields: 'lost-markers';
  /** The styles of lists of which it finds calls; without them, those of which some are lost among the digits. */
  readonly styles?: readonly MarkerStyle[];
  /** The source of a regular expression (flag `u`) for this number. */
  readonly patternOf: (digits: string) => string;
  /** Whether what stands around the number allows it to be a marker. */
  readonly accepts: (place: LostPlace) => boolean;
}
