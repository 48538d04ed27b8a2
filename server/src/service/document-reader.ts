/** How many documents are read at once; where and with how many threads is the host's business. */
import type { Unreadable } from '../workspace/unreadable.ts';
import type { SharedNames } from '../workspace/searched-names.ts';
import type { Digest } from './digest.ts';

/** A document to be read. */
export interface Wanted {
  readonly path: string;
  /** The work whose text the project file says that it is. */
  readonly source: string | null;
}

/** A document that was read, or why it was not. */
export type DocumentReading =
  | { readonly path: string; readonly status: 'read'; readonly digest: Digest }
  | { readonly path: string; readonly status: Unreadable; readonly reason: string | null };

/** How documents are to be read. */
export interface ReadingTerms {
  /** Whether they are all the documents of the workspace. */
  readonly whole: boolean;
  /** The names that their texts are to be searched for. */
  readonly names: SharedNames | null;
  /** Files of more bytes are refused. */
  readonly largest: number;
}

/** Reads many documents. */
export interface DocumentReader {
  /**
   * Reads documents as they lie on disk, in no order, some at a time; the caller is at rest between one handful and
   * the next. What of a digest is looked at once may be other bytes when the next handful comes. Ends early when `signal` does. Never rejects for what is in a file.
   */
  read(
    wanted: readonly Wanted[],
    terms: ReadingTerms,
    signal: AbortSignal,
  ): AsyncIterable<readonly DocumentReading[]>;

  /** The digest of `path` was none: what is remembered of it, and of those remembered with it, is thrown away. */
  discard?(path: string): void;
}
