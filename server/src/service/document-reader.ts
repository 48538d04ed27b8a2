/** How many documents are read at once. Hosts decide how, and with how many threads. */
import type { Unreadable } from '../workspace/unreadable.ts';
import type { SharedNames } from '../workspace/searched-names.ts';
import type { Digest } from './digest.ts';

/** A document to be read. */
export interface Wanted {
  readonly path: string;
  /** The work whose text the project file says it is. */
  readonly source: string | null;
}

/** A digest, or why a document was not read. */
export type DocumentReading =
  | { readonly path: string; readonly status: 'read'; readonly digest: Digest }
  | { readonly path: string; readonly status: Unreadable; readonly reason: string | null };

/** Options of a reading. */
export interface ReadingTerms {
  /** Whether these are all documents of the workspace. */
  readonly whole: boolean;
  /** The names that texts are searched for. */
  readonly names: SharedNames | null;
  /** The size limit in bytes. */
  readonly largest: number;
}

/** Reads many documents. */
export interface DocumentReader {
  /**
   * Reads documents from disk, in no order, in batches; the caller may yield between batches. The part `once`
   * of a digest may be overwritten by the next batch. Ends early on `signal`. Never rejects because of file
   * contents.
   */
  read(
    wanted: readonly Wanted[],
    terms: ReadingTerms,
    signal: AbortSignal,
  ): AsyncIterable<readonly DocumentReading[]>;

  /** The digest of `path` was malformed: drops it, and the rest of its shard, from the cache. */
  discard?(path: string): void;
}
