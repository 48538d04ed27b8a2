import { readFile } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';
import { PdfReader } from '../../works/pdf/pdfium.ts';
import { readWork } from '../../works/read-work.ts';
import type { WorkReading } from '../../works/work-reader.ts';

/** A file for the thread to read. */
export interface WorkJob {
  readonly bytes: Uint8Array;
  /** What the file is called. */
  readonly name: string;
}

/** What the thread says: that it goes on, what came of the file it was given, or why nothing did. */
export type WorkMessage =
  | { readonly kind: 'going-on' }
  | { readonly kind: 'done'; readonly reading: WorkReading }
  | { readonly kind: 'failed'; readonly message: string };

/** While the pages of a long file are read, how often the thread says so, in milliseconds. */
const SAYS_SO = 1000;
/** PDFium gives no memory back: with more, in bytes, another is started for the next file. */
const MOST_HELD = 96 << 20;

/** The whole of a thread that reads works: one file after another. `pdfium` is where PDFium's program lies. */
export function serveWorks(port: MessagePort, pdfium: URL): void {
  let started: Promise<PdfReader> | null = null;
  const pdf = (): Promise<PdfReader> => (started ??= readFile(pdfium).then((wasm) => PdfReader.start(wasm)));
  const read = async ({ bytes, name }: WorkJob): Promise<WorkMessage> => {
    let said = Date.now();
    const progress = (): void => {
      if (Date.now() - said < SAYS_SO) return;
      said = Date.now();
      port.postMessage({ kind: 'going-on' } satisfies WorkMessage);
    };
    try {
      const reading = await readWork(bytes, name, pdf, progress);
      const reader = await started;
      if (reader && (reader.isSpent || reader.bytes > MOST_HELD)) started = null;
      return { kind: 'done', reading };
    } catch (cause) {
      // What a library threw may have left it in any state.
      started = null;
      return {
        kind: 'failed',
        message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      };
    }
  };
  port.on('message', (job: WorkJob) => {
    read(job).then(
      (message) => port.postMessage(message),
      () => undefined,
    );
  });
}
