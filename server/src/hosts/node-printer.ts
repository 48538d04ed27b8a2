import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EntryPrinter } from '../bibliography/entry-printer.ts';
import type { Logger } from '../workspace/file-system.ts';
import { ThreadedPrinter } from './printing/threaded-printer.ts';

/** Prints entries in a thread whose program is `worker`; null where it was not built for that. */
export function nodePrinter(worker: URL, logger: Logger): EntryPrinter | null {
  return existsSync(fileURLToPath(worker)) ? new ThreadedPrinter({ worker, logger }) : null;
}
