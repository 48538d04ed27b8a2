import type { EntryPrinter } from '../bibliography/entry-printer.ts';
import type { FromPrinter, ToPrinter } from '../protocol/host.ts';
import type { Logger } from '../workspace/file-system.ts';
import type { PressMessage } from './printing/press-messages.ts';
import type { PressListener } from './printing/press-thread.ts';
import { ThreadedPrinter } from './printing/threaded-printer.ts';

/** A printer in a thread that the client runs, since a web worker in an editor cannot start one itself. */
export class ClientPrinter {
  /** The printer as the service sees it. */
  readonly printer: EntryPrinter;
  private threads = 0;
  private listener: PressListener | null = null;

  constructor(
    private readonly tell: (word: ToPrinter) => void,
    logger: Logger,
  ) {
    this.printer = new ThreadedPrinter({ start: (listener) => this.start(listener), logger });
  }

  /** Takes a word of the client; words of threads that were ended are ignored. */
  hear(word: FromPrinter): void {
    if (word.thread !== this.threads || !this.listener) return;
    if (word.kind === 'said') return this.listener.said(word.message as PressMessage);
    const { listener } = this;
    this.listener = null;
    listener.gone(word.why);
  }

  private start(listener: PressListener) {
    const thread = ++this.threads;
    this.listener = listener;
    this.tell({ thread, kind: 'start' });
    return {
      give: (job: object) => this.tell({ thread, kind: 'job', job }),
      end: () => {
        if (thread === this.threads) this.listener = null;
        this.tell({ thread, kind: 'end' });
      },
    };
  }
}
