import type { EntryPrinter } from '../bibliography/entry-printer.ts';
import type { Links } from '../features/request.ts';
import type { FileSystem, Logger } from '../workspace/file-system.ts';
import type { Severity } from '../workspace/project.ts';
import type { Store } from '../store/model.ts';
import type { DocumentReader } from './document-reader.ts';

export interface ServiceOptions {
  readonly fileSystem: FileSystem;
  readonly logger: Logger;
  /** Files of more bytes are refused; 64 MB unless told otherwise. */
  readonly largest?: number;
  /** Whether bibliographies count that nobody names, beside a text or at the root: so they do unless told otherwise. */
  readonly lookBeside?: boolean;
  /** The person's own library, by absolute paths or `~`: it counts where nothing is named. */
  readonly ownLibrary?: readonly string[];
  /** Severities that the user set; the project file counts before them. */
  readonly severity?: (code: string) => Severity | undefined;
  /** Reads many documents faster than one by one; without it they are read from the file system in their turn. */
  readonly reader?: DocumentReader;
  /** Prints entries by citation styles where that can be stopped; without it they are printed here. */
  readonly printer?: EntryPrinter;
  /**
   * Whether a changed file that seems to be half written waits for its other half: the last good reading of it counts, and
   * whoever drives the service calls `lookAgain` with the paths in `doubted` when about a second has gone by.
   */
  readonly patient?: boolean;
  /** How hovers link to places; without it they name them only. */
  readonly links?: Links;
  /** What the workspace is kept in, in little room unless told otherwise. */
  readonly store?: Store;
  /**
   * For tests: compares each document, whenever it was taken over, with a reading of its own, and at every so manyth
   * rest (`verifyQuotations`) everything with a workspace read anew. What differs is logged as an error. Slow.
   */
  readonly paranoid?: number;
}

/** How far a long reading is. */
export type Progress = (done: number, total: number) => void;
