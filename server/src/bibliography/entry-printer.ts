/** Printing entries in citation styles, where it can be interrupted. */
import type { StyleRequest } from './load-formatter.ts';
import type { CslItem, LatexEntry } from './model.ts';

/** An entry to be printed, as plain data that can be sent to a thread. */
export interface PrintJob {
  readonly style: StyleRequest;
  /** A BibTeX entry to be decoded, or an item that needs no decoding. */
  readonly entry: { readonly latex: LatexEntry } | { readonly item: CslItem };
}

/** A printed entry. */
export interface PrintedEntry {
  /** Markdown on one line, with text from files escaped. */
  readonly markdown: string;
  /** Remarks on how it is displayed, as sentences that are not escaped yet. */
  readonly notes: readonly string[];
}

/** The result of a job. Unless it is `printed`, the caller describes the entry without the style. */
export type PrintOutcome =
  | { readonly status: 'printed'; readonly entry: PrintedEntry }
  /** The printer is starting. */
  | { readonly status: 'starting' }
  /** This entry, or one before it, is still being printed. */
  | { readonly status: 'busy' }
  /** This entry took too long and was stopped. */
  | { readonly status: 'stopped' }
  /** The printer does not work; the log says why. */
  | { readonly status: 'failed' };

/** An accepted job. Neither promise rejects. */
export interface Printing {
  /** Resolves after about a second at the latest, whatever the entry and the style. */
  readonly soon: Promise<PrintOutcome>;
  /** The final result. */
  readonly atLast: Promise<PrintOutcome>;
}

/** Prints entries, in a thread or otherwise; hosts implement it. */
export interface EntryPrinter {
  /** Starts what it needs, so that the first entry need not wait. */
  prepare(): void;
  print(job: PrintJob): Printing;
}
