/** The short forms of a text before they are resolved. */
import type { ShortTitle } from './model.ts';
import type { ShortForm } from './short-form.ts';
import type { ReadShortTitle } from './short-titles.ts';
import type { TextRange } from '../text/range.ts';

/** A short form before it is resolved, in offsets of the document. */
export type UnresolvedTitle = Pick<
  ShortTitle,
  'range' | 'wholeRange' | 'note' | 'names' | 'title' | 'locator' | 'noteLabel'
> & {
  readonly form: ShortForm;
  readonly etAl: boolean;
  /** The year after the form. */
  readonly year: string | null;
  readonly isUnsure: boolean;
  /** Whether words of its own note before it look like a source. */
  readonly isBehindSource: boolean;
  /** Where a source by author and year before it in its note ends; null if there is none. */
  readonly datedBefore: number | null;
  /** Whether *Id.* before its title names the author of the source before it. */
  readonly isBySameAuthor: boolean;
  readonly otherwise: ReadShortTitle['otherwise'];
};

/** A work without imprint: a short title, if an earlier work has its names and words. */
export interface BriefWork {
  /** Index into the notes; `work` is an index into that note's works. */
  readonly note: number;
  readonly work: number;
  /** Whether it is either a short title or no work at all. */
  readonly isKnown: boolean;
  readonly locator: ShortTitle['locator'];
}

/** What resolving needs of a note besides its works. */
export interface NoteBody {
  readonly text: string;
  /** Whether it looks like a source, though no work was recognised in it. */
  readonly isSource: boolean;
  /** The note of the number before its own was not read, so that what stands before it is not known. */
  readonly isBehindGap: boolean;
}

/** A citation by citekey. */
export interface KeyedRange extends TextRange {
  readonly key?: string;
}
