import type { ConventionCard } from './convention-card.ts';

/** A convention for the number that begins a note in a list of notes. */
export interface NoteNumberForm extends ConventionCard {
  readonly yields: 'note-numbers';
  /** Forms of the same family may be mixed in one list. */
  readonly family: string;
  /**
   * Source of a regular expression (flag `u`) for the number and the separator after it. Its one group is the number.
   * Bullets and emphasis before the number are skipped by the caller.
   */
  readonly pattern: string;
  /** The character that ends the note, if the form has one; until then, blank lines belong to the note. */
  readonly closing?: ']';
  /** Whether the number may be on a line of its own. */
  readonly spansLines?: true;
  /** Whether the numbers are stacked, apart from their notes; see `stackedNotes`. */
  readonly isStacked?: true;
  /** Converts the group to decimal digits, if it has none. */
  readonly digits?: (written: string) => string;
}
