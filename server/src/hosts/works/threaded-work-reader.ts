import { Worker } from 'node:worker_threads';
import type { FileSystem, Logger } from '../../workspace/file-system.ts';
import { nameOf } from '../../workspace/paths.ts';
import type { WorkReader, WorkReading } from '../../works/work-reader.ts';
import type { WorkJob, WorkMessage } from './thread.ts';
import { refused } from './refused-file.ts';
import type { WorkCache } from './work-cache.ts';

export interface ThreadedWorkReaderOptions {
  /** Who opens files, and sees to what may be read. */
  readonly fileSystem: Pick<FileSystem, 'read' | 'respelled'>;
  /** The program of the thread. */
  readonly worker: URL;
  readonly cache: WorkCache;
  readonly logger: Logger;
  readonly times?: WorkReaderTimes;
}

/** In milliseconds. */
export interface WorkReaderTimes {
  /** How long the thread may be at one file, or say nothing of its progress, before it is ended. */
  readonly limit: number;
  /** How long it may be at one file altogether. */
  readonly longest: number;
  /** After how long without a file the thread is ended. */
  readonly idle: number;
}

export const usualTimes: WorkReaderTimes = { limit: 60_000, longest: 300_000, idle: 10_000 };

/** What the thread may take for its own; PDFium has its memory besides. */
const ROOM = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/**
 * Reads works in a thread of its own, one after another. The thread is started when first wanted, ended where a file keeps it
 * too long, and when nobody asks. What was read is remembered by the bytes of its file.
 */
export class ThreadedWorkReader implements WorkReader {
  private readonly times: WorkReaderTimes;
  private thread: Worker | null = null;
  private idle: NodeJS.Timeout | undefined;
  /** Files are read in their turn. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Ends the waiting for the file that is being read. */
  private giveUp: ((status: 'stopped' | 'broken') => void) | null = null;

  constructor(private readonly options: ThreadedWorkReaderOptions) {
    this.times = options.times ?? usualTimes;
  }

  /** Whether there is a thread. */
  get isRunning(): boolean {
    return this.thread !== null;
  }

  read(path: string): Promise<WorkReading> {
    const reading = this.turn.then(() => this.readNow(path));
    this.turn = reading;
    return reading;
  }

  dispose(): void {
    this.end();
    this.giveUp?.('stopped');
  }

  private async readNow(path: string): Promise<WorkReading> {
    const { fileSystem, cache, logger } = this.options;
    try {
      const content = await fileSystem.read(path);
      if (content.status === 'missing') {
        const respelled = (await fileSystem.respelled?.(path)) ?? null;
        return respelled === null ? { status: 'missing' } : { status: 'missing', respelled };
      }
      if (content.status !== 'read') return refused(content);
      const { bytes } = content;
      const known = await cache.get(bytes);
      if (known) return known;
      const reading = await this.inThread({ bytes, name: nameOf(path) });
      await cache.put(bytes, reading);
      return reading;
    } catch (cause) {
      logger.error(`“${path}” could not be read.`, cause);
      return { status: 'broken' };
    }
  }

  private inThread(job: WorkJob): Promise<WorkReading> {
    clearTimeout(this.idle);
    const isNew = this.thread === null;
    const thread = (this.thread ??= this.start());
    return new Promise((resolve) => {
      let limit: NodeJS.Timeout | undefined;
      const done = (reading: WorkReading): void => {
        clearTimeout(limit);
        this.giveUp = null;
        thread.off('message', hear);
        this.rest();
        resolve(reading);
      };
      const hear = (message: WorkMessage): void => {
        if (message.kind === 'going-on') return begin();
        if (message.kind === 'failed')
          this.options.logger.warn(`The file of a work could not be read.\n${message.message}`);
        done(message.kind === 'done' ? message.reading : { status: 'broken' });
      };
      const begun = Date.now();
      const begin = (): void => {
        clearTimeout(limit);
        const left = this.times.longest - (Date.now() - begun);
        limit = setTimeout(
          () => {
            this.options.logger.warn('Reading the file of a work took too long and was stopped.');
            this.end();
            done({ status: 'stopped' });
          },
          Math.max(0, Math.min(this.times.limit, left)),
        );
        limit.unref();
      };
      // That a thread is slow to start is no fault of the file.
      if (isNew) thread.once('online', begin);
      else begin();
      this.giveUp = (status) => done({ status });
      thread.on('message', hear);
      thread.postMessage(job);
    });
  }

  private start(): Worker {
    // What a library prints must not come among the messages of the protocol.
    const thread = new Worker(this.options.worker, { resourceLimits: ROOM, stdout: true, stderr: true });
    thread.unref();
    thread.stdout.resume();
    thread.stderr.resume();
    const gone = (why: unknown): void => {
      if (thread !== this.thread) return;
      this.options.logger.error('The thread that reads works ended.', why);
      this.thread = null;
      this.giveUp?.('stopped');
    };
    thread.on('error', gone);
    thread.on('exit', (code) => gone(`It ended by itself, with ${code}.`));
    return thread;
  }

  private end(): void {
    const { thread } = this;
    this.thread = null;
    clearTimeout(this.idle);
    thread
      ?.terminate()
      .catch((why: unknown) => this.options.logger.error('A thread could not be ended.', why));
  }

  /** From now on it counts how long nobody asks. */
  private rest(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.end(), this.times.idle);
    this.idle.unref();
  }
}
