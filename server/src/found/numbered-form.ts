import type { ConventionCard } from './convention-card.ts';
import type { Judgement } from './marker-form.ts';
import type { Prose } from './prose.ts';

/** Possible citations by number: `[from, to)` of the document, with brackets and tags. */
export interface NumbersPlace {
  readonly text: string;
  readonly prose: Prose;
  readonly from: number;
  readonly to: number;
}

/** A form of citations by number. */
export interface NumberedForm extends ConventionCard {
  readonly yields: 'numbered-citations';
  /** Source of a regular expression with one group: the numbers with what separates and follows them. */
  readonly pattern: string;
  /** Converts the group to decimal digits, if it has none; keeps its length. */
  readonly digits?: (written: string) => string;
  /** Classifies it by its context; see `Judgement`. */
  readonly judge: (place: NumbersPlace) => Judgement;
  /** Whether such numbers may belong to notes: used only if names and years call less of the list. */
  readonly mayBeNotes?: true;
  /**
   * Whether such numbers are ambiguous: used only if new numbers come in order, as when works are numbered as cited.
   */
  readonly isInSequence?: true;
  /** The share of a list that it must call to be accepted, from 0 to 1. */
  readonly leastCalled: number;
}

const ranges = (space: string, letters = ''): string =>
  String.raw`\d{1,4}${letters}(?:\s?(?:[,;，、；]${space}(?:and\s|und\s)?|[-–—‒‐~～]|\s(?:and|und|to|et|y|e|&)\s)\s?\d{1,4}${letters}){0,40}`;

/** Source of a regular expression for numbers and ranges with separators: `3`, `3, 5–7`, `3 and 5`. */
export const NUMBERS = ranges(String.raw`\s?`);

/** The same, with letters for the parts of an entry: `8a,b`. */
export const NUMBERS_LETTERED = ranges(String.raw`\s?`, String.raw`(?:[a-h](?:[,–-]\s?[a-h])*)?`);

/** The same, also with the escaped spaces of a superscript, `3,\ 5`, as Pandoc writes them. */
export const NUMBERS_ESCAPED = ranges(String.raw`(?:\\?\s)?`);
