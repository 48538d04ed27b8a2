import type { MessagePort } from 'node:worker_threads';
import { BibtexLibrary } from '../../bibliography/bibtex-library.ts';
import { EntryPress } from '../../bibliography/entry-press.ts';
import type { PrintedEntry, PrintJob } from '../../bibliography/entry-printer.ts';

/** Messages from the thread: it is ready, a printed entry, a failure, a log message. */
export type PressMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'printed'; readonly entry: PrintedEntry }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'warning'; readonly message: string };

/** The main function of a printing thread: processes jobs in order and answers each. */
export async function servePrinting(port: MessagePort): Promise<void> {
  const say = (message: PressMessage): void => port.postMessage(message);
  const library = new BibtexLibrary((message, cause) =>
    say({ kind: 'warning', message: `${message}\n${describe(cause)}` }),
  );
  const press = new EntryPress(library);
  const print = async (job: PrintJob): Promise<PressMessage> => {
    try {
      return { kind: 'printed', entry: await press.print(job) };
    } catch (cause) {
      return { kind: 'failed', message: describe(cause) };
    }
  };
  port.on('message', (job: PrintJob) => {
    print(job).then(say, (cause: unknown) => say({ kind: 'failed', message: describe(cause) }));
  });
  await library.load();
  say({ kind: 'ready' });
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
