import type { TextRange } from '../text/range.ts';

/** Where in a work, as a citation names it: `p. 3`, `paras. 20-23`, `note 39`. */
export interface Locator {
  /** Singular, as CSL has it: page, paragraph, note, chapter, section, figure, line, volume… */
  readonly label: string;
  /** What follows the label, as written: `20-23`. */
  readonly value: string;
  readonly range: TextRange;
  /** A number without a label before a word that it may count, `99 years later`: a page to Pandoc, perhaps none. */
  readonly isDoubtful?: true;
}

/** A span of pages in Arabic numbers, abbreviated ends written out (327–28 is 327 to 328). */
export interface PageSpan {
  readonly from: number;
  readonly to: number;
}

/** The number of a page. Numbers of one series follow each other; those of two cannot be compared. */
export interface PageNumber {
  /**
   * `arabic`, `roman`, `folio`, or what stands before the digits in small letters: `s` of `S12`, `10:` of `10:3`,
   * `2.` of `2.14`.
   */
  readonly series: string;
  readonly value: number;
  /** As a reader would write it out: `328` for the end of 327–28. */
  readonly written: string;
}

/** Pages one after another. */
export interface PageRange {
  readonly from: PageNumber;
  /** Null where the end is not told: `12 ff.`, `234+`. Of another series where the count begins anew: `iv–12`. */
  readonly to: PageNumber | null;
}
