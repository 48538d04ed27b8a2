import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EntryPrinter } from '../bibliography/entry-printer.ts';
import type { Logger } from '../workspace/file-system.ts';
import { ThreadedPrinter } from './printing/threaded-printer.ts';

/** A printer in a thread that runs `worker`; null where that was not built. */
export function nodePrinter(worker: URL, logger: Logger): EntryPrinter | null {
  return existsSync(fileURLToPath(worker)) ? new ThreadedPrinter({ worker, logger }) : null;
}
