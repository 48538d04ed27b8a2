/** Quotations and the texts they are taken from: what is compared with what, and what came of it. */
import type { LabelledStretch } from '../pages/numbered-paragraphs.ts';
import type { TextRange } from '../text/range.ts';

/** How a place of the source is joined to the next where a dash or a hyphen was left out of the key. */
export const HARD_DASH = 1;
/** A hyphen at the end of a line: part of the word, or only there because the line was full. */
export const LINE_END_HYPHEN = 2;

/**
 * A text without what quoting may change: lower case, one kind of quotation mark, no dashes, one space for
 * any white space, no markup, no markers of notes. Runs lead from the key back to the text: run `i` maps
 * `keyStarts[i] + n` to `sourceStarts[i] + n`.
 */
export interface FoldedText {
  readonly key: string;
  readonly keyStarts: Uint32Array;
  readonly sourceStarts: Uint32Array;
  /** What was left out just before each run: 0, `HARD_DASH` or `LINE_END_HYPHEN`. */
  readonly joints: Uint8Array;
  /** Of a source: the language it is in, as `languageOf` tells it. */
  readonly language?: string | null;
}

/** A stretch of a source and the number or label that it is cited by. */
export type Numbered = LabelledStretch;

/** How the places of a source are cited; a list is empty where the text tells nothing, or nothing certain. */
export interface Numbering {
  readonly pages: readonly Numbered[];
  readonly paragraphs: readonly Numbered[];
  readonly notes: readonly Numbered[];
}

/** The text of a work, ready to be searched. */
export interface PreparedSource {
  readonly text: string;
  readonly folded: FoldedText;
  readonly numbering: Numbering;
}

/** A place in a work as a locator would name it. `page` is `663-664` where the text cannot tell which. */
export interface Place {
  readonly page?: string;
  readonly paragraph?: string;
  readonly note?: string;
}

/** What may stand in the source between two parts of a quotation. */
export type GapKind =
  /** An ellipsis: words were left out. */
  | 'ellipsis'
  /** Words in brackets: they stand for a few words of the source, or for none, but for none that denies. */
  | 'interpolation'
  /** Words in brackets that deny themselves. */
  | 'denial'
  /** Letters in brackets, fast to a word: they stand for the rest of that word. */
  | 'letters'
  /** Nothing: a note's marker or a `[sic]` was taken out. */
  | 'none';

/** A piece of a quotation that must be in the source as it is. */
export interface QuotationPart {
  readonly folded: FoldedText;
  /** What stands between the part before and this one; of the first part, what the quotation begins with. */
  readonly before: GapKind;
}

/** A quotation taken apart. */
export interface PreparedQuotation {
  /** The quoted words for a reader: no markup, no outer quotation marks, no punctuation at the end. */
  readonly text: string;
  readonly parts: readonly QuotationPart[];
  /** What the quotation ends with, after its last part. */
  readonly after: GapKind;
  /** Stretches of `text` and where they stand in the quotation as written, in order. */
  readonly runs: readonly { readonly at: number; readonly written: TextRange }[];
}

export type DifferenceKind =
  | 'same'
  /** Words that only the quotation has. */
  | 'added'
  /** Words that only the source has. */
  | 'missing'
  | 'changed'
  /** Words of the source that an ellipsis or an interpolation of the quotation stands for. */
  | 'licensed';

export interface DifferencePart {
  readonly kind: DifferenceKind;
  /** The words of the quotation, as written; empty when there are none. */
  readonly quoted: string;
  /** The words of the source, as written but without line breaks and markup; empty when there are none. */
  readonly source: string;
  /** Where they stand in the two texts that were compared; null when there are none. */
  readonly quotedRange: TextRange | null;
  readonly sourceRange: TextRange | null;
}

/** How a quotation departs from a passage, word by word. */
export interface Difference {
  /** A sentence or two for a scholar. Empty when nothing differs. */
  readonly summary: string;
  readonly parts: readonly DifferencePart[];
}

/** The words are in the source. */
export interface ExactMatch {
  readonly status: 'exact';
  /** The first occurrence: a range for each part; none when the quotation holds no words to look for. */
  readonly ranges: readonly TextRange[];
  /** Every occurrence, in the order of the text, a hundred at most. */
  readonly occurrences: readonly (readonly TextRange[])[];
}

export interface NearestPassage {
  /** In the source's text. */
  readonly range: TextRange;
  /** The passage as one would quote it: no markup, no line breaks, no markers of notes. */
  readonly text: string;
  /** 1 less the share of letters that must change; from 0.6 or so up to, but not including, 1. */
  readonly similarity: number;
  readonly differences: Difference;
  /** Other passages that are as near. */
  readonly others: readonly TextRange[];
  /** The pieces about its ellipses are there, but not as they are put together; else null. */
  readonly disorder: Disorder | null;
}

/** How pieces of a source must not be put together: in another order, from too far apart, word by word. */
export type Disorder = 'order' | 'distance' | 'strung';

/** Something like it is in the source. */
export interface DifferentMatch {
  readonly status: 'different';
  readonly nearest: NearestPassage;
}

/** Nothing like it is in the source. */
export interface AbsentMatch {
  readonly status: 'absent';
}

export type QuotationMatch = ExactMatch | DifferentMatch | AbsentMatch;
