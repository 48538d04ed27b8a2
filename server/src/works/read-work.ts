/** A file of another format → the text of a work. */
import { readDocx } from './docx.ts';
import { readEpub } from './epub.ts';
import { readHtml } from './html.ts';
import type { PdfReader } from './pdf/pdfium.ts';
import { readPdf, USUAL_LIMITS } from './pdf/read-pdf.ts';
import { recognise } from './recognise.ts';
import { readingOf, Unreadable } from './unreadable.ts';
import type { WorkReading } from './work-reader.ts';

/**
 * Reads a file by what it begins with; `name` tells a page of the web that begins like nothing else. `pdf` starts PDFium
 * when it is first wanted; `progress` is told how many pages are read. May throw what PDFium throws.
 */
export async function readWork(
  bytes: Uint8Array,
  name: string,
  pdf: () => Promise<PdfReader>,
  progress: (pages: number) => void = () => undefined,
): Promise<WorkReading> {
  switch (recognise(bytes, name)) {
    case 'pdf':
      return readPdfWork(bytes, await pdf(), progress);
    case 'epub':
      return readEpub(bytes);
    case 'html':
      return readHtml(bytes);
    case 'docx':
      return readDocx(bytes);
    case null:
      return { status: 'format' };
  }
}

function readPdfWork(bytes: Uint8Array, pdf: PdfReader, progress: (pages: number) => void): WorkReading {
  try {
    const file = pdf.open(bytes);
    if (typeof file === 'string') return { status: file };
    const reading = readingOf(() => {
      const work = readPdf(file, USUAL_LIMITS, progress);
      if (!work) throw new Unreadable('large');
      return work;
    });
    if (!pdf.isSpent) file.close();
    return reading;
  } catch (cause) {
    if (pdf.isSpent) return { status: 'large' };
    throw cause;
  }
}
