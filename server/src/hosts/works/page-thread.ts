import { readFile } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';
import type { DrawnSheet } from '../../works/page-drawer.ts';
import { drawnLines } from '../../works/pdf/drawn-lines.ts';
import { PdfReader, type PdfFile, type PdfRefusal } from '../../works/pdf/pdfium.ts';
import { USUAL_LIMITS } from '../../works/pdf/read-pdf.ts';
import { pngOf } from './png.ts';

/** A page for the thread to draw. */
export interface PageJob {
  /** What its file is known by; the thread keeps the last one open. */
  readonly key: string;
  /** The file; null where the thread should have it open. */
  readonly bytes: Uint8Array | null;
  readonly index: number;
  /** Pixels a point. */
  readonly scale: number;
}

/** What the thread says of its page. */
export type PageMessage =
  | { readonly kind: 'drawn'; readonly sheet: DrawnSheet }
  | { readonly kind: 'refused'; readonly status: PdfRefusal | 'missing' }
  | { readonly kind: 'failed'; readonly message: string };

/** The longest side of a picture, and all its pixels: four bytes each are taken twice. */
const LONGEST = 5000;
const MOST_PIXELS = 9_000_000;

/** The whole of a thread that draws pages: one after another. `pdfium` is where PDFium's program lies. */
export function servePages(port: MessagePort, pdfium: URL): void {
  let started: Promise<PdfReader> | null = null;
  let open: { readonly key: string; readonly file: PdfFile } | null = null;
  const draw = async ({ key, bytes, index, scale }: PageJob): Promise<PageMessage> => {
    try {
      const reader = await (started ??= readFile(pdfium).then((wasm) => PdfReader.start(wasm)));
      if (open?.key !== key) {
        open?.file.close();
        open = null;
        if (!bytes) return { kind: 'refused', status: 'missing' };
        const file = reader.open(bytes);
        if (typeof file === 'string') return { kind: 'refused', status: file };
        open = { key, file };
      }
      const sheet = drawnSheet(open.file, index, scale);
      return sheet ? { kind: 'drawn', sheet } : { kind: 'refused', status: 'broken' };
    } catch (cause) {
      // What a library threw may have left it in any state.
      started = null;
      open = null;
      return {
        kind: 'failed',
        message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      };
    }
  };
  port.on('message', (job: PageJob) => {
    draw(job).then(
      (message) => port.postMessage(message),
      () => undefined,
    );
  });
}

/** A page as a picture and in words; null where it cannot be read. */
export function drawnSheet(file: PdfFile, index: number, scale: number): DrawnSheet | null {
  const view = file.view(index);
  if (!view) return null;
  const { width, height } = view;
  const largest = Math.sqrt(MOST_PIXELS / Math.max(1, width * height));
  const drawn = file.draw(index, Math.min(scale, largest), LONGEST);
  if (!drawn) return null;
  const characters = file.characters(index, USUAL_LIMITS.perPage);
  const lines = characters ? drawnLines(characters, view) : [];
  return { count: file.pageCount, width, height, png: Buffer.from(pngOf(drawn)).toString('base64'), lines };
}
