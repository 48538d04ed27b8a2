/** Data of the comparison of quotations with the texts of works. */
import type { LabelledStretch } from '../pages/numbered-paragraphs.ts';
import type { TextRange } from '../text/range.ts';

/** Joints: what was left out of the key at a place. A dash or hyphen. */
export const HARD_DASH = 1;
/** A hyphen at a line end: part of the word, or only of the line break. */
export const LINE_END_HYPHEN = 2;

/**
 * A text folded for comparison, without what a quotation may change: lower case, one kind of quotation mark,
 * no dashes, single spaces, no markup, no note markers. Runs map the key back to the text: run `i` maps
 * `keyStarts[i] + n` to `sourceStarts[i] + n`.
 */
export interface FoldedText {
  readonly key: string;
  readonly keyStarts: Uint32Array;
  readonly sourceStarts: Uint32Array;
  /** For each run what was left out before it: 0, `HARD_DASH` or `LINE_END_HYPHEN`. */
  readonly joints: Uint8Array;
  /** For a source, its language as `languageOf` detects it. */
  readonly language?: string | null;
}

/** A range of a source, and the number or label by which it is cited. */
export type Numbered = LabelledStretch;

/** How places in the source are cited. A list is empty where the text has no such numbers, or no consistent ones. */
export interface Numbering {
  readonly pages: readonly Numbered[];
  readonly paragraphs: readonly Numbered[];
  /** Stretches numbered with a `§`, where the text has those instead of paragraphs. */
  readonly sections: readonly Numbered[];
  readonly notes: readonly Numbered[];
}

/** The text of a work, prepared for search. */
export interface PreparedSource {
  readonly text: string;
  readonly folded: FoldedText;
  readonly numbering: Numbering;
}

/** A place in a work in the terms of a locator. `page` is `663-664` where the text cannot tell which. */
export interface Place {
  readonly page?: string;
  readonly paragraph?: string;
  readonly section?: string;
  readonly note?: string;
}

/** What may be in the source between two parts of a quotation. */
export type GapKind =
  /** An ellipsis: any words were left out. */
  | 'ellipsis'
  /** Words in brackets: they stand for a few words of the source or none, but not for a negation. */
  | 'interpolation'
  /** Words in brackets with a negation of their own. */
  | 'denial'
  /** Letters in brackets attached to a word: they stand for the rest of that word. */
  | 'letters'
  /** Nothing: a note marker, `[sic]` or the mark of a line's end was removed. */
  | 'none';

/** A piece of a quotation that must be in the source verbatim. */
export interface QuotationPart {
  readonly folded: FoldedText;
  /** The gap before this part; for the first part, what the quotation begins with. */
  readonly before: GapKind;
}

/** A quotation split into parts. */
export interface PreparedQuotation {
  /** The quoted text as displayed: no markup, no outer quotation marks, no final punctuation. */
  readonly text: string;
  readonly parts: readonly QuotationPart[];
  /** What the quotation ends with after its last part. */
  readonly after: GapKind;
  /** Whether the text that quotes writes no `ß` at all. */
  readonly isWithoutSharpS?: boolean;
  /** Maps ranges of `text` to the quotation as written, in order. */
  readonly runs: readonly { readonly at: number; readonly written: TextRange }[];
}

export type DifferenceKind =
  | 'same'
  /** Words only in the quotation. */
  | 'added'
  /** Words only in the source. */
  | 'missing'
  | 'changed'
  /** Words of the source that an ellipsis or interpolation stands for. */
  | 'licensed';

export interface DifferencePart {
  readonly kind: DifferenceKind;
  /** The words of the quotation as written; empty when there are none. */
  readonly quoted: string;
  /** The words of the source as written, without line breaks and markup; empty when there are none. */
  readonly source: string;
  /** Their ranges in the two texts that were compared; null when there are none. */
  readonly quotedRange: TextRange | null;
  readonly sourceRange: TextRange | null;
}

/** How a quotation differs from a passage, word by word. */
export interface Difference {
  /** One or two sentences for the user. Empty when nothing differs. */
  readonly summary: string;
  readonly parts: readonly DifferencePart[];
}

/** The source has the words. */
export interface ExactMatch {
  readonly status: 'exact';
  /** The first occurrence: a range for each part; empty when the quotation has no words. */
  readonly ranges: readonly TextRange[];
  /** Every occurrence in the order of the text, at most a hundred. */
  readonly occurrences: readonly (readonly TextRange[])[];
}

export interface NearestPassage {
  /** In the source's text. */
  readonly range: TextRange;
  /** The passage in the form of a quotation: no markup, line breaks or note markers. */
  readonly text: string;
  /** 1 minus the share of characters that differ; from about 0.6 up to, but not including, 1. */
  readonly similarity: number;
  readonly differences: Difference;
  /** Other passages of the same similarity. */
  readonly others: readonly TextRange[];
  /** Its pieces or words are there, but not as they are put together; else null. */
  readonly disorder: Disorder | null;
}

/**
 * How pieces of a source must not be put together: in another order, from too far apart, word by word; or its words,
 * where no ellipsis is: in another order.
 */
export type Disorder = 'order' | 'distance' | 'strung' | 'words';

/** The source has something similar. */
export interface DifferentMatch {
  readonly status: 'different';
  readonly nearest: NearestPassage;
}

/** The source has nothing similar. */
export interface AbsentMatch {
  readonly status: 'absent';
}

export type QuotationMatch = ExactMatch | DifferentMatch | AbsentMatch;
