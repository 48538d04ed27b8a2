/** A file of another format → the text of a work. */
import { readDocx } from './docx.ts';
import { readEpub } from './epub.ts';
import { readHtml } from './html.ts';
import type { PdfReader } from './pdf/pdfium.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { recognise } from './recognise.ts';
import type { WorkReading } from './work-reader.ts';

/**
 * Reads a file by what it begins with; `name` tells a page of the web that begins like nothing else. `pdf` starts PDFium
 * when it is first wanted. May throw what PDFium throws.
 */
export async function readWork(
  bytes: Uint8Array,
  name: string,
  pdf: () => Promise<PdfReader>,
): Promise<WorkReading> {
  switch (recognise(bytes, name)) {
    case 'pdf':
      return readPdfWork(bytes, await pdf());
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

function readPdfWork(bytes: Uint8Array, pdf: PdfReader): WorkReading {
  const file = pdf.open(bytes);
  if (typeof file === 'string') return { status: file };
  try {
    const work = readPdf(file);
    if (!work) return { status: 'large' };
    return work.quality === 'none' ? { status: 'no-words' } : { status: 'read', work };
  } finally {
    file.close();
  }
}
