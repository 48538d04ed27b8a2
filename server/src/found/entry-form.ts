import type { ConventionCard } from './convention-card.ts';
import type { TextRange } from '../text/range.ts';

/** An entry of a list of references that is to be read. Offsets count from its first character. */
export interface EntryText {
  readonly text: string;
  /** After the sign that stands for the names of the entry above; zero where there is none. */
  readonly from: number;
  /** Where its first stretch in italics begins, at or after `from`; null where there is none. */
  readonly italicFrom: () => number | null;
}

/** What stands where in an entry. */
export interface DatedEntry {
  readonly namesTo: number;
  /** Four digits; null for `forthcoming`, `n.d.` and their like. */
  readonly year: string | null;
  /** `a` of `2005a`; empty where there is none. */
  readonly suffix: string;
  /** Where the four digits begin. */
  readonly yearFrom: number;
  readonly titleFrom: number;
  /** Years that stand elsewhere in it and may be cited instead. */
  readonly otherYears?: readonly string[];
}

/** An order in which an entry names its authors, its year and its title. */
export interface EntryOrder extends ConventionCard {
  readonly yields: 'entries';
  /**
   * Where the year stands. Of the orders that have it `after-names` the one whose names end first is right; the others
   * are tried in their order where none of these fits.
   */
  readonly year: 'after-names' | 'in-imprint';
  readonly read: (entry: EntryText) => DatedEntry | null;
  /** Whether a line begins such an entry, where `read` cannot tell because the entry goes on below. */
  readonly opens?: (line: string) => boolean;
}

/** A line of a list of references. */
export interface ListLine extends TextRange {
  readonly text: string;
  /** In columns. */
  readonly indent: number;
  readonly bulleted: boolean;
  readonly afterBlank: boolean;
}

/** A line of a list, seen as the beginning of an entry. */
export interface ListPlace {
  readonly line: ListLine;
  readonly previous: ListLine;
  /** The least indentation in the list. */
  readonly least: number;
  /** Whether it reads like the beginning of an entry, together with the line below. */
  readonly looksLikeEntry: () => boolean;
}

/** A way to set the entries of a list apart. The first that fits a list is taken for all of it. */
export interface EntryBreaks extends ConventionCard {
  readonly yields: 'entry-breaks';
  /** `least` is the least indentation in the list. */
  readonly fits: (lines: readonly ListLine[], least: number) => boolean;
  /** Whether an entry begins there; the first line of a list begins one in any case. */
  readonly begins: (place: ListPlace) => boolean;
}
