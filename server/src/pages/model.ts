import type { TextRange } from '../text/range.ts';

/** A place in a work: `p. 3`, `paras. 20-23`, `note 39`. */
export interface Locator {
  /** CSL's label in the singular: page, paragraph, note, chapter, section, figure, line, volume… */
  readonly label: string;
  /** The text after the label, as written: `20-23`. */
  readonly value: string;
  readonly range: TextRange;
  /** A bare number before a word that it may count, `99 years later`: to Pandoc a page, but perhaps none. */
  readonly isDoubtful?: true;
}

/** A range of Arabic pages, with abbreviated ends written out (327–28 is 327 to 328). */
export interface PageSpan {
  readonly from: number;
  readonly to: number;
}

/** A page number. Numbers are comparable only within a series. */
export interface PageNumber {
  /** `arabic`, `roman`, `folio`, or a prefix in lower case: `s` of `S12`, `10:` of `10:3`, `2.` of `2.14`. */
  readonly series: string;
  readonly value: number;
  /** Written out in full: `328` for the end of 327–28. */
  readonly written: string;
}

/** A range of pages. */
export interface PageRange {
  readonly from: PageNumber;
  /** Null where the end is unknown: `12 ff.`, `234+`. Of another series where the numbering changes: `iv–12`. */
  readonly to: PageNumber | null;
}
