/** What became of the quotations of a document when they were looked for in the texts of the workspace. */
import type { Difference, Disorder, Place } from '../quotations/model.ts';
import type { Splice } from '../text/document-text.ts';
import type { TextRange } from '../text/range.ts';

/** A passage in the text of a work. */
export interface SourcePassage {
  readonly path: string;
  /** The citekey of the work. */
  readonly work: string;
  readonly range: TextRange;
  /** Where it begins and, where that is elsewhere, where it ends, as a locator would say it. */
  readonly places: readonly Place[];
  /** The first and last page that the text numbers, where it numbers pages. */
  readonly pages: { readonly first: number; readonly last: number } | null;
}

/** Word for word in the text of a work that the quotation names. */
export interface ExactVerdict {
  readonly status: 'exact';
  /** Every place at which it stands, a hundred in each text at most. */
  readonly passages: readonly SourcePassage[];
  /** Words that an ellipsis leaves out of a sentence, and by which it means less, or the opposite. */
  readonly omitted: string | null;
}

/** Something like it is in the text of a work that the quotation names. */
export interface DifferentVerdict {
  readonly status: 'different';
  readonly passage: SourcePassage;
  /** The passage as one would quote it. */
  readonly text: string;
  /** From 0.6 or so up to, but not including, 1. */
  readonly similarity: number;
  readonly differences: Difference;
  /** Other passages of the same work that are as near. */
  readonly others: readonly SourcePassage[];
  /** Where its pieces are there, but not as they are put together. */
  readonly disorder: Disorder | null;
  /** What makes the quotation agree, in offsets of its `words`; null where no simple change does. */
  readonly corrections: readonly Splice[] | null;
  /** Works of others that have the quotation word for word. */
  readonly elsewhere: readonly SourcePassage[];
  /** Whether the texts of all works that it may be taken from are here. */
  readonly complete: boolean;
  readonly texts: SearchedTexts;
}

/** The texts of the works named that were searched. */
export interface SearchedTexts {
  /** How many characters and spaces they hold. */
  readonly length: number;
  /** Whether none of them says, or shows by gaps in its page numbers, that it is only a part of its work. */
  readonly areWhole: boolean;
  /** The language that they are in, as `languageOf` tells it; null where it cannot, or they are in several. */
  readonly language: string | null;
  /** Whether the quotation has so many of their frequent words that it is certainly in their language. */
  readonly speakAlike: boolean;
}

/** Nothing like it is there. */
export interface AbsentVerdict {
  readonly status: 'absent';
  readonly elsewhere: readonly SourcePassage[];
  readonly complete: boolean;
  readonly texts: SearchedTexts;
}

export type QuotationVerdict = ExactVerdict | DifferentVerdict | AbsentVerdict;

/** Where verdicts are looked up. */
export interface QuotationVerdicts {
  /**
   * The verdicts on the quotations of `path`, in the order of its summary; null where no work that a quotation
   * names has its text in the workspace, or where nobody has looked yet.
   */
  of(path: string): readonly (QuotationVerdict | null)[];
}
