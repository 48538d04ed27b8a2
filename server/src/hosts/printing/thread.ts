import { BibtexLibrary } from '../../bibliography/bibtex-library.ts';
import { EntryPress } from '../../bibliography/entry-press.ts';
import type { PrintJob } from '../../bibliography/entry-printer.ts';
import type { PressMessage } from './press-messages.ts';

/** The port on which jobs come. */
export interface PressPort {
  readonly say: (message: PressMessage) => void;
  readonly hear: (take: (job: PrintJob) => void) => void;
}

/** The main function of a printing thread: processes jobs in order and answers each. */
export async function servePrinting({ say, hear }: PressPort): Promise<void> {
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
  hear((job) => {
    print(job).then(say, (cause: unknown) => say({ kind: 'failed', message: describe(cause) }));
  });
  await library.load();
  say({ kind: 'ready' });
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
