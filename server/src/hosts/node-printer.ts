import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { EntryPrinter } from '../bibliography/entry-printer.ts';
import type { Logger } from '../workspace/file-system.ts';
import type { PressMessage } from './printing/press-messages.ts';
import type { StartPress } from './printing/press-thread.ts';
import { ThreadedPrinter } from './printing/threaded-printer.ts';

/** Memory limits of the thread, about what the server itself uses; no real entry needs more. */
const ROOM = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/** A printer in a thread that runs `worker`; null where that was not built. */
export function nodePrinter(worker: URL, logger: Logger): EntryPrinter | null {
  if (!existsSync(fileURLToPath(worker))) return null;
  return new ThreadedPrinter({ start: startPress(worker, logger), logger });
}

/** Starts threads of Node that run `worker`. */
export function startPress(worker: URL, logger: Logger): StartPress {
  return ({ said, gone }) => {
    // Output of a library must not mix with the protocol's on standard output.
    const thread = new Worker(worker, { resourceLimits: ROOM, stdout: true, stderr: true });
    thread.unref();
    thread.stdout.resume();
    thread.stderr.resume();
    thread.on('message', (message: PressMessage) => said(message));
    thread.on('error', gone);
    thread.on('exit', (code) => gone(`It ended by itself, with ${code}.`));
    return {
      give: (job) => thread.postMessage(job),
      end: () => {
        thread.terminate().catch((why: unknown) => logger.error('A thread could not be ended.', why));
      },
    };
  };
}
