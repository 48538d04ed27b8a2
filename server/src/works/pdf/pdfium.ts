/** PDFium, the reader of PDF that Chromium has, in WebAssembly: what of it we ask, and how its memory is handled. */
import { PDFiumModule } from '@hyzyla/pdfium';
import { GENERATED, TURNED, UNSEEN, type PageCharacters } from './page.ts';

/** The functions of PDFium that are called (fpdfview.h, fpdf_text.h, fpdf_doc.h). Numbers are pointers or values. */
interface Pdfium {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAPF32: Float32Array;
  readonly wasmExports: { malloc(bytes: number): number; free(at: number): void };
  _FPDF_InitLibrary(): void;
  _FPDF_LoadMemDocument(at: number, bytes: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_GetPageLabel(document: number, index: number, buffer: number, bytes: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, rectangle: number): number;
  _FPDFText_IsGenerated(text: number, index: number): number;
  _FPDFText_GetCharAngle(text: number, index: number): number;
  _FPDFText_GetTextObject(text: number, index: number): number;
  _FPDFTextObj_GetTextRenderMode(object: number): number;
  _FPDFBitmap_Create(width: number, height: number, alpha: number): number;
  _FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    colour: number,
  ): void;
  _FPDFBitmap_GetBuffer(bitmap: number): number;
  _FPDFBitmap_GetStride(bitmap: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    turn: number,
    flags: number,
  ): void;
}

/** Why PDFium opens no document (fpdfview.h, `FPDF_ERR_…`). */
export type PdfRefusal = 'broken' | 'password';

/** A drawn page: four bytes a pixel, red first. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;
/** Text that is there to be found and not to be seen (PDF 32000-1, 9.3.6): so programs that recognise scans write it. */
const INVISIBLE = 3;
/** `FPDF_ANNOT` and `FPDF_REVERSE_BYTE_ORDER`: what is written on the page too; red comes first. */
const AS_PRINTED = 0x01 | 0x10;

/** Opens PDFs. One PDFium does one thing at a time: it has no threads. */
export class PdfReader {
  private constructor(private readonly pdfium: Pdfium) {}

  /** `wasm` is the program, as the package has it. */
  static async start(wasm: Uint8Array): Promise<PdfReader> {
    const binary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
    const pdfium = (await PDFiumModule({ wasmBinary: binary })) as unknown as Pdfium;
    pdfium._FPDF_InitLibrary();
    return new PdfReader(pdfium);
  }

  /** Opens a file; close it again. */
  open(bytes: Uint8Array): PdfFile | PdfRefusal {
    const { pdfium } = this;
    const at = pdfium.wasmExports.malloc(bytes.length);
    pdfium.HEAPU8.set(bytes, at);
    const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
    if (document !== 0) return new PdfFile(pdfium, document, at);
    const error = pdfium._FPDF_GetLastError();
    pdfium.wasmExports.free(at);
    return error === ERROR_PASSWORD || error === ERROR_SECURITY ? 'password' : 'broken';
  }
}

/** A PDF that is open. */
export class PdfFile {
  readonly pageCount: number;

  constructor(
    private readonly pdfium: Pdfium,
    private readonly document: number,
    private readonly bytes: number,
  ) {
    this.pageCount = pdfium._FPDF_GetPageCount(document);
  }

  close(): void {
    this.pdfium._FPDF_CloseDocument(this.document);
    this.pdfium.wasmExports.free(this.bytes);
  }

  /** What the file says that a page is called (PDF 32000-1, 12.4.2); null where it says nothing. */
  labelOf(index: number): string | null {
    const { pdfium, document } = this;
    const length = pdfium._FPDF_GetPageLabel(document, index, 0, 0);
    // UTF-16 with a zero at its end; a label of two hundred characters is none.
    if (length <= 2 || length > 400) return null;
    return this.borrow(length, (at) => {
      pdfium._FPDF_GetPageLabel(document, index, at, length);
      return String.fromCharCode(...pdfium.HEAPU16.subarray(at >> 1, (at + length - 2) >> 1));
    });
  }

  /** The characters of a page, no more than `most`; null for a page that cannot be read. */
  characters(index: number, most: number): PageCharacters | null {
    const { pdfium } = this;
    return this.withPage(index, (page) => {
      const text = pdfium._FPDFText_LoadPage(page);
      if (text === 0) return null;
      try {
        const count = Math.min(most, Math.max(0, pdfium._FPDFText_CountChars(text)));
        const read = {
          width: pdfium._FPDF_GetPageWidthF(page),
          height: pdfium._FPDF_GetPageHeightF(page),
          codes: new Uint32Array(count),
          boxes: new Float32Array(4 * count),
          marks: new Uint8Array(count),
        };
        this.borrow(16, (rectangle) => this.fill(text, read, rectangle));
        return read;
      } finally {
        pdfium._FPDFText_ClosePage(text);
      }
    });
  }

  private fill(text: number, { codes, boxes, marks }: PageCharacters, rectangle: number): void {
    const { pdfium } = this;
    let object = 0;
    let mode = 0;
    for (let i = 0; i < codes.length; i++) {
      codes[i] = pdfium._FPDFText_GetUnicode(text, i);
      if (pdfium._FPDFText_IsGenerated(text, i) === 1) {
        marks[i] = GENERATED;
        continue;
      }
      if (pdfium._FPDFText_GetLooseCharBox(text, i, rectangle)) {
        // FS_RECTF has its top before its right.
        const [left, top, right, bottom] = pdfium.HEAPF32.subarray(rectangle >> 2, (rectangle >> 2) + 4);
        boxes.set([left!, right!, Math.min(bottom!, top!), Math.max(bottom!, top!)], 4 * i);
      }
      const angle = pdfium._FPDFText_GetCharAngle(text, i);
      if (angle > 0.2 && angle < 6.08) marks[i] = TURNED;
      const its = pdfium._FPDFText_GetTextObject(text, i);
      if (its !== object) {
        object = its;
        mode = its === 0 ? 0 : pdfium._FPDFTextObj_GetTextRenderMode(its);
      }
      if (mode === INVISIBLE) marks[i]! |= UNSEEN;
    }
  }

  /** Draws a page, `scale` pixels a point, no side longer than `longest` pixels. */
  draw(index: number, scale: number, longest: number): DrawnPage | null {
    const { pdfium } = this;
    return this.withPage(index, (page) => {
      const [w, h] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)];
      const fitting = Math.min(scale, longest / Math.max(w, h, 1));
      const width = Math.max(1, Math.round(w * fitting));
      const height = Math.max(1, Math.round(h * fitting));
      const bitmap = pdfium._FPDFBitmap_Create(width, height, 0);
      if (bitmap === 0) return null;
      try {
        pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
        pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, AS_PRINTED);
        const at = pdfium._FPDFBitmap_GetBuffer(bitmap);
        const stride = pdfium._FPDFBitmap_GetStride(bitmap);
        const pixels = new Uint8Array(width * height * 4);
        for (let y = 0; y < height; y++) {
          const row = at + y * stride;
          pixels.set(pdfium.HEAPU8.subarray(row, row + width * 4), y * width * 4);
        }
        for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 255;
        return { width, height, pixels };
      } finally {
        pdfium._FPDFBitmap_Destroy(bitmap);
      }
    });
  }

  private withPage<T>(index: number, use: (page: number) => T | null): T | null {
    const page = this.pdfium._FPDF_LoadPage(this.document, index);
    if (page === 0) return null;
    try {
      return use(page);
    } finally {
      this.pdfium._FPDF_ClosePage(page);
    }
  }

  private borrow<T>(bytes: number, use: (at: number) => T): T {
    const at = this.pdfium.wasmExports.malloc(bytes);
    try {
      return use(at);
    } finally {
      this.pdfium.wasmExports.free(at);
    }
  }
}
