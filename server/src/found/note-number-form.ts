import type { ConventionCard } from './convention-card.ts';

/** A way to begin a note in a list of notes: its number at the head of a line. */
export interface NoteNumberForm extends ConventionCard {
  readonly yields: 'note-numbers';
  /** Forms that one list may mix have a family in common. */
  readonly family: string;
  /**
   * Source of a regular expression (with `u`) for the number and what stands between it and the note, with one group:
   * what tells the number. Bullets and emphasis in front are passed already.
   */
  readonly pattern: string;
  /** The sign that ends the note, where it has one: paragraphs before that are its own. */
  readonly closing?: ']';
  /** The number may stand on a line of its own. */
  readonly spansLines?: true;
  /** The decimal digits that the group's words stand for, where they are no digits. */
  readonly digits?: (written: string) => string;
}
