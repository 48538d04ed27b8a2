/** Requests and answers about the works of citations and quotations, as plain data for server and client. */
import type { PositionRange } from '../text/range.ts';
import type { Spot } from './views.ts';

/** Offsets in the text that was read from the file of a work. */
export interface WorkStretch {
  readonly from: number;
  readonly to: number;
}

/** A file that holds the text of a work, and what of it is meant. */
export interface SourceFile {
  /** As the server knows it: to be given back with further questions. */
  readonly file: string;
  readonly uri: string;
  /** The citekey of the work. */
  readonly work: string;
  /** Its authors and year, or what else is known of it. */
  readonly title: string;
  /** The page, counted from 0; of a text without pages, a portion of it. */
  readonly index: number;
  /** The passage to be marked; null where a page or the whole is meant. */
  readonly passage: WorkStretch | null;
}

/** What a person can do so that the text of a work can be shown. */
export type SourceMend =
  | { readonly kind: 'allowFolder'; readonly folder: string }
  /** Say which file holds the work; `entry` is where its entry stands. */
  | { readonly kind: 'nameFile'; readonly work: string; readonly entry: Spot | null };

/** The source of the citation or quotation at a place. */
export type SourceAt =
  | { readonly status: 'file'; readonly source: SourceFile }
  /** A text of the workspace. */
  | { readonly status: 'text'; readonly spot: Spot }
  | { readonly status: 'none'; readonly why: string; readonly mend: SourceMend | null };

/** A word on a drawn page; measures are in points, from the upper left corner. */
export interface SourceWord extends WorkStretch {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A line of a page, or a paragraph of a text without lines. */
export interface SourceLine {
  readonly text: string;
  /** Where it begins in the text of the work; null for running heads and the like, which are no part of it. */
  readonly at: number | null;
  /** Where its words are drawn, by offsets in `text`; empty where nothing is drawn. */
  readonly words: readonly SourceWord[];
}

/** A page of a file, or a portion of a text that has none. */
export interface SourcePage {
  readonly index: number;
  readonly count: number;
  /** The number that is printed on it; null where nothing tells it for certain. */
  readonly label: string | null;
  /** The page as it is printed; null for texts that have no pages to be drawn. */
  readonly drawn: {
    /** In points. */
    readonly width: number;
    readonly height: number;
    /** A PNG in base 64. */
    readonly png: string;
  } | null;
  /** Where its text stands in that of the work, without the notes at its foot; null where it has none. */
  readonly body: WorkStretch | null;
  /** In the order in which they are read. */
  readonly lines: readonly SourceLine[];
}

export type SourcePageAnswer =
  | { readonly status: 'shown'; readonly page: SourcePage }
  | { readonly status: 'refused'; readonly why: string; readonly mend: SourceMend | null };

/** A place where words that were searched for stand. */
export interface SourceHit extends WorkStretch {
  readonly index: number;
  readonly label: string | null;
  /** Some words around it, and where it stands in them. */
  readonly words: string;
  readonly match: WorkStretch;
}

export interface SourceHits {
  readonly hits: readonly SourceHit[];
  /** Whether there are more. */
  readonly more: boolean;
}

/** The text of a work as a document that can be annotated. */
export type TakenSource =
  | {
      readonly status: 'taken';
      /** Where it belongs. */
      readonly uri: string;
      readonly path: string;
      readonly text: string;
      /** The name of the file that it is from. */
      readonly from: string;
      /** The numbers that are printed on its first and last page; null where none is. */
      readonly pages: { readonly first: string; readonly last: string } | null;
    }
  | { readonly status: 'refused'; readonly why: string; readonly mend: SourceMend | null };

/** Names a file, for a document of whose folder it is asked. */
interface AskedFile {
  /** The document from which the work is looked at. */
  readonly uri: string;
  readonly file: string;
  readonly work: string;
}

/** The parameters and results of questions about sources, without those whose answer is an edit. */
export interface SourceQuestions {
  sourceAt: [asked: { readonly uri: string; readonly range: PositionRange }, answer: SourceAt];
  sourcePage: [
    asked: AskedFile & {
      readonly index: number;
      /** Pixels a point; it is drawn smaller where the picture would be too large. 0 draws nothing. */
      readonly scale: number;
    },
    answer: SourcePageAnswer,
  ];
  searchSource: [asked: AskedFile & { readonly words: string }, answer: SourceHits];
  takeSource: [asked: AskedFile, answer: TakenSource];
}
