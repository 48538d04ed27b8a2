import { BibtexLibrary } from './bibtex-library.ts';
import { EntryPress } from './entry-press.ts';
import type { EntryPrinter, Printing, PrintJob, PrintOutcome } from './entry-printer.ts';

type Warn = (message: string, cause: unknown) => void;

/**
 * Prints entries in the current thread, where hosts offer none. It cannot be interrupted, so it depends on
 * bounded input (`bounded-entry.ts`, `csl-style.ts`).
 */
export class InlinePrinter implements EntryPrinter {
  private readonly library: BibtexLibrary;
  private readonly press: EntryPress;
  private isWarned = false;

  constructor(private readonly warn: Warn) {
    this.library = new BibtexLibrary(warn);
    this.press = new EntryPress(this.library);
  }

  prepare(): void {
    // Never rejects; the handler satisfies the linter.
    this.library.load().catch(() => undefined);
  }

  print(job: PrintJob): Printing {
    const printed = this.tryToPrint(job);
    return { soon: printed, atLast: printed };
  }

  private async tryToPrint(job: PrintJob): Promise<PrintOutcome> {
    try {
      return { status: 'printed', entry: await this.press.print(job) };
    } catch (cause) {
      if (!this.isWarned) this.warn('Entries cannot be printed by a citation style.', cause);
      this.isWarned = true;
      return { status: 'failed' };
    }
  }
}
