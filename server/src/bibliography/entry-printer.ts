/** Printing an entry of a bibliography as a citation style has it, where that may be stopped. */
import type { StyleRequest } from './load-formatter.ts';
import type { CslItem, LatexEntry } from './model.ts';

/** An entry to be printed, as plain data that can be sent to a thread. */
export interface PrintJob {
  readonly style: StyleRequest;
  /** A BibTeX entry, yet to be freed from LaTeX, or an item that needs no decoding. */
  readonly entry: { readonly latex: LatexEntry } | { readonly item: CslItem };
}

/** An entry as printed. */
export interface PrintedEntry {
  /** Markdown of one line, with what comes from files escaped. */
  readonly markdown: string;
  /** What there is to say of how it is shown, in sentences that are not escaped yet. */
  readonly notes: readonly string[];
}

/** What became of a job; but for `printed` the entry has to be described without the style. */
export type PrintOutcome =
  | { readonly status: 'printed'; readonly entry: PrintedEntry }
  /** The printer has only begun to start. */
  | { readonly status: 'starting' }
  /** This entry, or others before it, are still being printed. */
  | { readonly status: 'busy' }
  /** This entry took too long, and was stopped. */
  | { readonly status: 'stopped' }
  /** The printer cannot print; the log says why. */
  | { readonly status: 'failed' };

/** A job that was taken. Neither promise rejects. */
export interface Printing {
  /** What can be said after about a second at the latest, whatever the entry and the style. */
  readonly soon: Promise<PrintOutcome>;
  /** What came of it in the end. */
  readonly atLast: Promise<PrintOutcome>;
}

/** Prints entries. What it is made of, a thread or nothing of the kind, hosts know. */
export interface EntryPrinter {
  /** Starts what it needs, so that the first entry need not wait. */
  prepare(): void;
  print(job: PrintJob): Printing;
}
