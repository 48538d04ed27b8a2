import type { ConventionCard } from './convention-card.ts';
import type { TextRange } from '../text/range.ts';

/** An entry of a list of references, to be read. Offsets are relative to its first character. */
export interface EntryText {
  readonly text: string;
  /** The offset after the sign for the names of the entry above; 0 if there is none. */
  readonly from: number;
  /** The start of the first italics at or after `from`; null if there are none. */
  readonly italicFrom: () => number | null;
}

/** The parts of an entry. */
export interface DatedEntry {
  readonly namesTo: number;
  /** Four digits; null for `forthcoming`, `n.d.` and their like. */
  readonly year: string | null;
  /** `a` of `2005a`; empty if there is none. */
  readonly suffix: string;
  /** The offset of the four digits. */
  readonly yearFrom: number;
  readonly titleFrom: number;
  /** Further years in it that may be cited instead. */
  readonly otherYears?: readonly string[];
}

/** An entry form: an order of authors, year and title. */
export interface EntryOrder extends ConventionCard {
  readonly yields: 'entries';
  /**
   * The place of the year. Of the forms with `after-names`, the reading with the shortest names wins; the others
   * are tried in order if none of these matches.
   */
  readonly year: 'after-names' | 'in-imprint';
  readonly read: (entry: EntryText) => DatedEntry | null;
  /** Whether a line begins such an entry, for cases that `read` cannot decide because the entry continues below. */
  readonly opens?: (line: string) => boolean;
}

/** A line of a list of references. */
export interface ListLine extends TextRange {
  readonly text: string;
  /** Indentation in columns. */
  readonly indent: number;
  readonly bulleted: boolean;
  readonly afterBlank: boolean;
  /** Whether it was found within a line, by the names and year with which it begins. */
  readonly isInner?: boolean;
}

/** A line of a list that may begin an entry. */
export interface ListPlace {
  readonly line: ListLine;
  readonly previous: ListLine;
  /** The minimum indentation of the list. */
  readonly least: number;
  /** Whether it looks like the start of an entry, together with the line below. */
  readonly looksLikeEntry: () => boolean;
}

/** A way to separate the entries of a list. The first that fits is used for the whole list. */
export interface EntryBreaks extends ConventionCard {
  readonly yields: 'entry-breaks';
  /** `least` is the minimum indentation of the list. */
  readonly fits: (lines: readonly ListLine[], least: number) => boolean;
  /** Whether an entry begins at the line; the first line of a list always begins one. */
  readonly begins: (place: ListPlace) => boolean;
}
