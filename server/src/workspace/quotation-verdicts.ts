/** The results of looking for a document's quotations in the texts of the workspace. */
import type { Difference, Disorder, Place } from '../quotations/model.ts';
import type { Splice } from '../text/document-text.ts';
import type { TextRange } from '../text/range.ts';

/** A passage in the text of a work. */
export interface SourcePassage {
  readonly path: string;
  /** The citekey of the work. */
  readonly work: string;
  /** In the text; of a file of another format, in what was read of it. */
  readonly range: TextRange;
  /** Of a file of another format: its page, counted from 0; null where there are none, and in texts. */
  readonly sheet: number | null;
  /** The place where it begins and, if different, where it ends. */
  readonly places: readonly Place[];
  /** The first and last page number in the text, where it has page numbers. */
  readonly pages: { readonly first: number; readonly last: number } | null;
}

/** The text of a cited work has the quotation verbatim. */
export interface ExactVerdict {
  readonly status: 'exact';
  /** Every place where it occurs, at most a hundred in each text. */
  readonly passages: readonly SourcePassage[];
  /** Words that an ellipsis drops and that limit or reverse the meaning. */
  readonly omitted: string | null;
  /** Whether they stand there as far as a scan can be read: what differs is a usual misreading. */
  readonly isBlurred: boolean;
}

/** The text of a cited work has a similar passage. */
export interface DifferentVerdict {
  readonly status: 'different';
  readonly passage: SourcePassage;
  /** The passage in the form of a quotation. */
  readonly text: string;
  /** From about 0.6 up to, but not including, 1. */
  readonly similarity: number;
  readonly differences: Difference;
  /** Other passages of the same work that are as similar. */
  readonly others: readonly SourcePassage[];
  /** How its pieces or words are rearranged, where all of them occur. */
  readonly disorder: Disorder | null;
  /** The edits that make the quotation agree, in offsets of its `words`; null where no simple edits do. */
  readonly corrections: readonly Splice[] | null;
  /** Other works that have the quotation verbatim. */
  readonly elsewhere: readonly SourcePassage[];
  /** Whether the texts of all works that it may be from are in the workspace. */
  readonly complete: boolean;
  readonly texts: SearchedTexts;
}

/** The texts that were searched. */
export interface SearchedTexts {
  /** Their length in characters, punctuation not counted. */
  readonly length: number;
  /** Whether none of them is an excerpt, by declaration or by gaps in its page numbers. */
  readonly areWhole: boolean;
  /** Their language, as `languageOf` detects it; null where it cannot, or they differ. */
  readonly language: string | null;
  /** Whether the quotation has enough frequent words of their language to be certainly in it. */
  readonly speakAlike: boolean;
  /** Whether any of them was made out by a program that looked at a scan. */
  readonly recognised: boolean;
}

/** No text that was searched has anything similar. */
export interface AbsentVerdict {
  readonly status: 'absent';
  readonly elsewhere: readonly SourcePassage[];
  readonly complete: boolean;
  readonly texts: SearchedTexts;
}

export type QuotationVerdict = ExactVerdict | DifferentVerdict | AbsentVerdict;

/** The read side of the quotation checks. */
export interface QuotationVerdicts {
  /**
   * The verdicts on the quotations of `path`, in the order of its summary. Null where no work that a
   * quotation names has a text in the workspace, or where the search has not run yet.
   */
  of(path: string): readonly (QuotationVerdict | null)[];
}
