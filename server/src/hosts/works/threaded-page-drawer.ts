import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { FileSystem, Logger } from '../../workspace/file-system.ts';
import { nameOf } from '../../workspace/paths.ts';
import type { DrawnSheet, PageDrawer, PageDrawing } from '../../works/page-drawer.ts';
import { recognise } from '../../works/recognise.ts';
import type { PageJob, PageMessage } from './page-thread.ts';
import { refused } from './refused-file.ts';

export interface ThreadedPageDrawerOptions {
  /** Who opens files, and sees to what may be read. */
  readonly fileSystem: FileSystem;
  /** The program of the thread. */
  readonly worker: URL;
  readonly logger: Logger;
  /** In milliseconds: how long the thread may be at one page, and after how long without one it is ended. */
  readonly times?: { readonly limit: number; readonly idle: number; readonly patience?: number };
}

/** What the thread may take for its own; PDFium has its memory besides. */
const ROOM = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };
/** How long a page is still drawn that nobody waits for any more: the next may be waiting. In milliseconds. */
const PATIENCE = 1000;
/** Characters of drawn pages that are kept while somebody leafs through a file. */
const KEPT = 12 << 20;

/**
 * Draws pages in a thread of its own, one after another, so that looking at one does not wait for the reading of works. The thread
 * keeps the last file open. It is ended where a page keeps it too long, and when nobody asks; the pages that were kept go with it.
 */
export class ThreadedPageDrawer implements PageDrawer {
  private readonly times: NonNullable<ThreadedPageDrawerOptions['times']>;
  private thread: Worker | null = null;
  /** The file that the thread has open. */
  private open: string | null = null;
  private idle: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private giveUp: (() => void) | null = null;
  /** Pages in order of use, the most recent last. */
  private readonly kept = new Map<string, DrawnSheet>();

  constructor(private readonly options: ThreadedPageDrawerOptions) {
    this.times = options.times ?? { limit: 20_000, idle: 30_000 };
  }

  private get patience(): number {
    return this.times.patience ?? PATIENCE;
  }

  /** Whether there is a thread. */
  get isRunning(): boolean {
    return this.thread !== null;
  }

  /** How many drawn pages are kept. */
  get keptPages(): number {
    return this.kept.size;
  }

  draw(path: string, index: number, scale: number, signal: AbortSignal): Promise<PageDrawing> {
    const drawing = this.turn.then(() =>
      signal.aborted ? ({ status: 'stopped' } as const) : this.drawNow(path, index, scale, signal),
    );
    this.turn = drawing;
    return drawing;
  }

  dispose(): void {
    this.end();
    this.giveUp?.();
  }

  private async drawNow(
    path: string,
    index: number,
    scale: number,
    signal: AbortSignal,
  ): Promise<PageDrawing> {
    const { fileSystem, logger } = this.options;
    try {
      const content = await fileSystem.read(path);
      if (content.status !== 'read') return refused(content);
      const { bytes } = content;
      if (recognise(bytes, nameOf(path)) !== 'pdf') return { status: 'format' };
      const key = createHash('sha256').update(bytes).digest('hex');
      const name = `${key} ${index} ${scale.toFixed(2)}`;
      const known = this.kept.get(name);
      if (known) {
        this.rest();
        this.keep(name, known);
        return { status: 'drawn', sheet: known };
      }
      const job = { key, bytes: this.open === key ? null : bytes, index, scale };
      const drawing = await this.inThread(job, signal);
      this.open = drawing.status === 'drawn' ? key : null;
      if (drawing.status === 'drawn') this.keep(name, drawing.sheet);
      return drawing;
    } catch (cause) {
      logger.error(`A page of “${path}” could not be drawn.`, cause);
      return { status: 'broken' };
    }
  }

  private keep(name: string, sheet: DrawnSheet): void {
    this.kept.delete(name);
    this.kept.set(name, sheet);
    let bytes = 0;
    for (const { png } of this.kept.values()) bytes += png.length;
    for (const [other, { png }] of this.kept) {
      if (bytes <= KEPT || other === name) return;
      this.kept.delete(other);
      bytes -= png.length;
    }
  }

  private inThread(job: PageJob, signal: AbortSignal): Promise<PageDrawing> {
    clearTimeout(this.idle);
    const isNew = this.thread === null;
    const thread = (this.thread ??= this.start());
    return new Promise((resolve) => {
      let limit: NodeJS.Timeout | undefined;
      const done = (drawing: PageDrawing): void => {
        clearTimeout(limit);
        signal.removeEventListener('abort', leave);
        this.giveUp = null;
        thread.off('message', hear);
        this.rest();
        resolve(drawing);
      };
      const hear = (message: PageMessage): void => {
        if (message.kind === 'drawn') return done({ status: 'drawn', sheet: message.sheet });
        if (message.kind === 'refused') return done({ status: message.status });
        this.options.logger.warn(`A page could not be drawn.\n${message.message}`);
        done({ status: 'broken' });
      };
      const stopAfter = (time: number): void => {
        clearTimeout(limit);
        limit = setTimeout(() => {
          this.options.logger.warn('Drawing a page took too long and was stopped.');
          this.end();
          done({ status: 'stopped' });
        }, time);
        limit.unref();
      };
      const begin = (): void => stopAfter(signal.aborted ? this.patience : this.times.limit);
      const leave = (): void => stopAfter(this.patience);
      signal.addEventListener('abort', leave, { once: true });
      // That a thread is slow to start is no fault of the page.
      if (isNew) thread.once('online', begin);
      else begin();
      this.giveUp = () => done({ status: 'stopped' });
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
      this.options.logger.error('The thread that draws pages ended.', why);
      this.thread = null;
      this.open = null;
      this.giveUp?.();
    };
    thread.on('error', gone);
    thread.on('exit', (code) => gone(`It ended by itself, with ${code}.`));
    return thread;
  }

  private end(): void {
    const { thread } = this;
    this.thread = null;
    this.open = null;
    this.kept.clear();
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
