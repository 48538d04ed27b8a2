import type { EntryPrinter, Printing, PrintJob, PrintOutcome } from '../../bibliography/entry-printer.ts';
import type { Logger } from '../../workspace/file-system.ts';
import type { PressMessage } from './press-messages.ts';
import type { PressThread, StartPress } from './press-thread.ts';

export interface ThreadedPrinterOptions {
  /** Starts the thread. */
  readonly start: StartPress;
  readonly logger: Logger;
  readonly times?: PrinterTimes;
}

/** Times in milliseconds. */
export interface PrinterTimes {
  /** How long a request waits for a thread that is starting. */
  readonly start: number;
  /** How long it waits for a thread that is running. */
  readonly patience: number;
  /** How long the thread may work on one entry, including the start of its style, before it is terminated. */
  readonly limit: number;
  /** The idle time after which the thread is terminated. */
  readonly idle: number;
}

export const usualTimes: PrinterTimes = { start: 300, patience: 1000, limit: 1800, idle: 60_000 };

/** After this many consecutive threads that ended before they were ready, no more are started. */
const MOST_FAILURES = 2;

/** The length of the queue; further requests are rejected. */
const MOST_WAITING = 32;

/** A promise that is resolved from outside. */
class Answer {
  give!: (outcome: PrintOutcome) => void;
  readonly promise = new Promise<PrintOutcome>((resolve) => (this.give = resolve));
}

interface Asked {
  readonly job: PrintJob;
  soon(outcome: PrintOutcome): void;
  atLast(outcome: PrintOutcome): void;
}

/**
 * Prints entries in a thread. The thread starts on first use, is replaced when an entry takes too long, and ends when
 * it is idle. Requests are answered in time, if necessary without a result.
 */
export class ThreadedPrinter implements EntryPrinter {
  private readonly times: PrinterTimes;
  private readonly waiting: Asked[] = [];
  private thread: PressThread | null = null;
  private isReady = false;
  private current: Asked | null = null;
  private limit: Timer | undefined;
  private idle: Timer | undefined;
  private failures = 0;

  constructor(private readonly options: ThreadedPrinterOptions) {
    this.times = options.times ?? usualTimes;
  }

  /** Whether the thread exists. */
  get isRunning(): boolean {
    return this.thread !== null;
  }

  prepare(): void {
    if (!this.thread && this.failures < MOST_FAILURES) this.start();
    this.rest();
  }

  print(job: PrintJob): Printing {
    this.prepare();
    const soon = new Answer();
    const atLast = new Answer();
    const printing: Printing = { soon: soon.promise, atLast: atLast.promise };
    const asked: Asked = {
      job,
      soon: (outcome) => soon.give(outcome),
      atLast: (outcome) => {
        clearTimeout(patience);
        soon.give(outcome);
        atLast.give(outcome);
      },
    };
    const wait = this.isReady ? this.times.patience : this.times.start;
    const patience = timer(() => this.tire(asked), wait);
    if (this.waiting.length >= MOST_WAITING) asked.atLast({ status: 'busy' });
    else this.waiting.push(asked);
    this.next();
    return printing;
  }

  /** Terminates the thread, and answers all requests. */
  dispose(): void {
    this.end();
    this.giveUp({ status: 'failed' });
  }

  /** The time of `asked` is over: answers it without a result, and drops its job if that has not begun. */
  private tire(asked: Asked): void {
    if (!this.isReady) return asked.soon({ status: 'starting' });
    if (asked === this.current) return asked.soon({ status: 'busy' });
    this.waiting.splice(this.waiting.indexOf(asked), 1);
    asked.atLast({ status: 'busy' });
  }

  private start(): void {
    const isCurrent = () => thread === this.thread;
    const thread: PressThread = this.options.start({
      said: (message) => {
        if (isCurrent()) this.hear(message);
      },
      gone: (why) => {
        if (isCurrent()) this.lose(why);
      },
    });
    this.thread = thread;
  }

  private hear(message: PressMessage): void {
    const { logger } = this.options;
    switch (message.kind) {
      case 'ready':
        this.isReady = true;
        this.failures = 0;
        break;
      case 'warning':
        return logger.warn(message.message);
      case 'printed':
        this.finish({ status: 'printed', entry: message.entry });
        break;
      case 'failed':
        logger.warn(`An entry could not be printed by the citation style.\n${message.message}`);
        this.finish({ status: 'failed' });
        break;
    }
    this.next();
  }

  /** Sends the next job to the thread if it is idle. */
  private next(): void {
    if (this.failures >= MOST_FAILURES) return this.giveUp({ status: 'failed' });
    if (!this.thread || !this.isReady || this.current) return;
    const asked = this.waiting.shift();
    if (!asked) return;
    this.current = asked;
    this.limit = timer(() => this.stop(), this.times.limit);
    this.thread.give(asked.job);
  }

  private finish(outcome: PrintOutcome): void {
    clearTimeout(this.limit);
    const asked = this.current;
    this.current = null;
    asked?.atLast(outcome);
    this.rest();
  }

  /** Terminates a thread that has worked on one entry for too long; the next job gets a new one. */
  private stop(): void {
    this.options.logger.warn('Printing an entry of a bibliography took too long and was stopped.');
    this.end();
    this.finish({ status: 'stopped' });
    this.start();
  }

  /** The thread died: out of memory, or because a file of the program was deleted. */
  private lose(why: unknown): void {
    this.options.logger.error('The thread that prints entries of bibliographies ended.', why);
    const wasReady = this.isReady;
    this.end();
    if (!wasReady) this.failures++;
    this.finish({ status: wasReady ? 'stopped' : 'failed' });
    if (this.failures < MOST_FAILURES && this.waiting.length > 0) this.start();
    this.next();
  }

  private giveUp(outcome: PrintOutcome): void {
    for (const asked of this.waiting.splice(0)) asked.atLast(outcome);
  }

  private end(): void {
    const thread = this.thread;
    this.thread = null;
    this.isReady = false;
    clearTimeout(this.limit);
    clearTimeout(this.idle);
    thread?.end();
  }

  /** Starts the idle timer. */
  private rest(): void {
    clearTimeout(this.idle);
    this.idle = timer(() => {
      if (!this.current && this.waiting.length === 0) this.end();
    }, this.times.idle);
  }
}

type Timer = ReturnType<typeof setTimeout>;

/** A timer that keeps no process alive; in a browser it is a number. */
function timer(step: () => void, milliseconds: number): Timer {
  const set = setTimeout(step, milliseconds);
  (set as { unref?: () => void }).unref?.();
  return set;
}
