/** Pages of the files of works as pictures, with the words on them: who draws them, and what comes of it. */
import type { TextRange } from '../text/range.ts';
import type { WorkRefusal } from './work-reader.ts';

/** A word of a line, by its offsets there, and where it is drawn: in points, from the upper left corner of the page. */
export interface DrawnWord extends TextRange {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A line of a page as the reader of works makes it. */
export interface DrawnLine {
  readonly text: string;
  readonly words: readonly DrawnWord[];
}

/** A page as it is printed. */
export interface DrawnSheet {
  /** Pages of the file. */
  readonly count: number;
  /** In points, as it is to be looked at. */
  readonly width: number;
  readonly height: number;
  /** In base 64. */
  readonly png: string;
  /** In the order in which the file draws them. */
  readonly lines: readonly DrawnLine[];
}

export type PageDrawing =
  | { readonly status: 'drawn'; readonly sheet: DrawnSheet }
  | {
      readonly status: WorkRefusal;
      /** Of what lies outside: the folder that would have to be allowed. */
      readonly folder?: string;
    };

/** Draws pages, outside of the thread that answers. */
export interface PageDrawer {
  /**
   * Draws a page of a PDF, by its path as `WorkReader` has it, its index and the pixels a point; smaller where the picture would
   * be too large. Never rejects; `stopped` where `signal` ends it before its turn.
   */
  draw(path: string, index: number, scale: number, signal: AbortSignal): Promise<PageDrawing>;
  /** Lets go of whatever it holds. */
  dispose(): void;
}
