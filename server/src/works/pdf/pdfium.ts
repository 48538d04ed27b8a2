/** PDFium, the reader of PDF that Chromium has, in WebAssembly: what of it we ask, and how its memory is handled. */
import { PDFiumModule } from '@hyzyla/pdfium';
import { GENERATED, UNSEEN, type PageCharacters } from './page.ts';
import type { Pdfium } from './pdfium-functions.ts';
import { baselineOf, quartersOf, setUpright, slantOf, type Shape } from './upright.ts';

/** Why PDFium opens no document (fpdfview.h, `FPDF_ERR_…`). */
export type PdfRefusal = 'broken' | 'password';

/** A drawn page: four bytes a pixel, red first. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const BLANK = 0x20;
/** The sign for a character that nobody can tell. */
const UNKNOWN = 0xfffd;
/** Against the size that characters are set in: higher boxes are wrong, and what most fonts have counts. */
const TALLEST = 2;
const ASCENT = 0.95;
const DESCENT = 0.25;
/** Kinds of objects (fpdf_edit.h, `FPDF_PAGEOBJ_…`). */
const TEXT_OBJECT = 1;
const IMAGE_OBJECT = 3;
const FORM_OBJECT = 5;
const MOST_OF_A_PAGE = 0.7;
/** How a page is looked at: in points, and how its own coordinates become those from the upper left corner. */
export interface PageView {
  readonly width: number;
  readonly height: number;
  /** A place's distance from the left: factors of x and y, and what is added; and that from above. */
  readonly across: readonly [number, number, number];
  readonly down: readonly [number, number, number];
}

/** PDFium gives places in whole numbers: parts of a point, and how far apart places are to be compared. */
const FINE = 64;
const STEP = 1000;

const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;
/** Text that is there to be found and not to be seen (PDF 32000-1, 9.3.6): so programs that recognise scans write it. */
const INVISIBLE = 3;
/**
 * The font of Tesseract and OCRmyPDF, whose codes are UTF-16. Its table of characters is one range of all of them, of which
 * PDFium reads the first 256.
 */
const GLYPHLESS = 'GlyphLessFont';
/** Bytes for what PDFium says of a character: six floats, or the name of that font. */
const FILL_ROOM = 24;
/** `FPDF_ANNOT` and `FPDF_REVERSE_BYTE_ORDER`: what is written on the page too; red comes first. */
const AS_PRINTED = 0x01 | 0x10;

/** Bytes that PDFium may take beside the file itself: a page of an honest one takes a few dozen million. */
export const USUAL_ROOM = 384 << 20;
/** A page of WebAssembly's memory. */
const MEMORY_PAGE = 65_536;

/** Opens PDFs. One PDFium does one thing at a time: it has no threads. */
export class PdfReader {
  private allowed = 0;
  private spoilt = false;

  private constructor(
    private readonly pdfium: Pdfium,
    private readonly room: number,
  ) {
    const { memory } = pdfium.wasmExports;
    this.allowed = memory.buffer.byteLength + room;
    const grow = memory.grow.bind(memory);
    memory.grow = (pages) => {
      if (memory.buffer.byteLength + pages * MEMORY_PAGE <= this.allowed) return grow(pages);
      this.spoilt = true;
      throw new RangeError('PDFium wants more memory than it may have.');
    };
  }

  /** `wasm` is the program, as the package has it. */
  static async start(wasm: Uint8Array, room = USUAL_ROOM): Promise<PdfReader> {
    const binary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
    // What goes wrong is told by what is thrown.
    const quiet = { print: () => undefined, printErr: () => undefined };
    const pdfium = (await PDFiumModule({ wasmBinary: binary, ...quiet })) as unknown as Pdfium;
    pdfium._FPDF_InitLibrary();
    return new PdfReader(pdfium, room);
  }

  /** Whether it was interrupted: for want of memory, or of depth. It may be in any state then, and another must be started. */
  get isSpent(): boolean {
    return this.spoilt;
  }

  /** The bytes that it holds; they are never given back. */
  get bytes(): number {
    return this.pdfium.HEAPU8.length;
  }

  /** Opens a file; close it again. */
  open(bytes: Uint8Array): PdfFile | PdfRefusal {
    const { pdfium } = this;
    this.allowed = Math.max(this.allowed, this.room + bytes.length);
    const at = pdfium.wasmExports.malloc(bytes.length);
    pdfium.HEAPU8.set(bytes, at);
    const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
    if (document !== 0) return new PdfFile(pdfium, document, at, () => (this.spoilt = true));
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
    private readonly spoil: () => void,
  ) {
    this.pageCount = pdfium._FPDF_GetPageCount(document);
  }

  close(): void {
    this.pdfium._FPDF_CloseDocument(this.document);
    this.pdfium.wasmExports.free(this.bytes);
  }

  /** What the file says that each page is called; null where it says nothing, or what leads into itself. */
  labels(): (string | null)[] {
    try {
      return Array.from({ length: this.pageCount }, (_, index) => this.labelOf(index));
    } catch {
      this.spoil();
      return Array.from({ length: this.pageCount }, () => null);
    }
  }

  /** What the file says that a page is called (PDF 32000-1, 12.4.2); null where it says nothing. */
  private labelOf(index: number): string | null {
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
        const [w, h] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)];
        // Characters have their places before the page is turned for its reader.
        const isAcross = pdfium._FPDFPage_GetRotation(page) % 2 === 1;
        const read = {
          width: isAcross ? h : w,
          height: isAcross ? w : h,
          isCovered: this.isCovered(page, w * h),
          codes: new Uint32Array(count),
          boxes: new Float32Array(4 * count),
          marks: new Uint8Array(count),
        };
        this.borrow(FILL_ROOM, (room) => this.fill(text, read, room));
        return read;
      } finally {
        pdfium._FPDFText_ClosePage(text);
      }
    });
  }

  /** Whether the last things drawn on a page of that `area` are pictures, one of which covers most of it. */
  private isCovered(page: number, area: number): boolean {
    const { pdfium } = this;
    return this.borrow(16, (at) => {
      for (let last = pdfium._FPDFPage_CountObjects(page) - 1; last >= 0; last--) {
        const object = pdfium._FPDFPage_GetObject(page, last);
        const type = pdfium._FPDFPageObj_GetType(object);
        if (type === TEXT_OBJECT || type === FORM_OBJECT) return false;
        if (type !== IMAGE_OBJECT) continue;
        if (!pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) continue;
        const bounds = pdfium.HEAPF32.subarray(at >> 2, (at >> 2) + 4);
        if ((bounds[2]! - bounds[0]!) * (bounds[3]! - bounds[1]!) > MOST_OF_A_PAGE * area) return true;
      }
      return false;
    });
  }

  /** `room` is for what PDFium answers: so many bytes as `FILL_ROOM` says. */
  private fill(text: number, page: PageCharacters, room: number): void {
    const { codes, marks } = page;
    const { wasmExports } = this.pdfium;
    const turns = new Uint8Array(codes.length);
    let object = 0;
    let mode = 0;
    let size = 0;
    let isGlyphless = false;
    for (let i = 0; i < codes.length; i++) {
      const code = wasmExports.FPDFText_GetUnicode(text, i);
      codes[i] = code;
      if (wasmExports.FPDFText_IsGenerated(text, i) === 1) {
        marks[i] = GENERATED;
        continue;
      }
      const its = wasmExports.FPDFText_GetTextObject(text, i);
      if (its !== object) {
        object = its;
        mode = its === 0 ? 0 : wasmExports.FPDFTextObj_GetTextRenderMode(its);
        isGlyphless = mode === INVISIBLE && this.fontOf(its, room) === GLYPHLESS;
        size = this.sizeOf(text, i, room);
      }
      // Nothing says what the character is, and PDFium guesses. Of those below the blank more is known.
      if (code > BLANK && !isGlyphless && wasmExports.FPDFText_HasUnicodeMapError(text, i) === 1)
        codes[i] = UNKNOWN;
      // Some files say of their blank that it is a tab and a line end besides.
      if (isWhite(code) && wasmExports.FPDFText_HasUnicodeMapError(text, i) !== 1) codes[i] = BLANK;
      const angle = wasmExports.FPDFText_GetCharAngle(text, i);
      const shape = angle === 0 ? null : this.shape(text, i, room);
      turns[i] = shape ? quartersOf(baselineOf(shape)) : quartersOf(angle);
      this.place(text, i, page, turns[i] === 0 ? size : 0, room);
      if (shape && turns[i] === 0) this.straighten(text, i, page, slantOf(shape), room);
      if (mode === INVISIBLE) marks[i]! |= UNSEEN;
    }
    setUpright(page, turns);
  }

  /** The name of the font of a text object; '' for a name longer than `room`. */
  private fontOf(object: number, room: number): string {
    const { wasmExports } = this.pdfium;
    const length = wasmExports.FPDFFont_GetBaseFontName(
      wasmExports.FPDFTextObj_GetFont(object),
      room,
      FILL_ROOM,
    );
    if (length < 1 || length > FILL_ROOM) return '';
    // A zero ends it.
    return String.fromCharCode(...this.pdfium.HEAPU8.subarray(room, room + length - 1));
  }

  /** The height that a character is set in, in points; 0 where it cannot be told. */
  private sizeOf(text: number, index: number, room: number): number {
    const { wasmExports } = this.pdfium;
    if (wasmExports.FPDFText_GetMatrix(text, index, room) === 0) return 0;
    const { HEAPF32 } = this.pdfium;
    const at = room >> 2;
    return wasmExports.FPDFText_GetFontSize(text, index) * Math.hypot(HEAPF32[at + 2]!, HEAPF32[at + 3]!);
  }

  /** The matrix of a character. */
  private shape(text: number, index: number, room: number): Shape | null {
    if (this.pdfium.wasmExports.FPDFText_GetMatrix(text, index, room) === 0) return null;
    const [a, b, c, d] = this.pdfium.HEAPF32.subarray(room >> 2, (room >> 2) + 4);
    return { a: a!, b: b!, c: c!, d: d! };
  }

  /** The box of a slanted character holds its slope on both sides; it is narrowed to the room that the character takes. */
  private straighten(
    text: number,
    index: number,
    { boxes }: PageCharacters,
    slant: number,
    room: number,
  ): void {
    if (this.pdfium.wasmExports.FPDFText_GetCharOrigin(text, index, room, room + 8) === 0) return;
    const at = 4 * index;
    const width = boxes[at + 1]! - boxes[at]! - slant * (boxes[at + 3]! - boxes[at + 2]!);
    boxes[at] = this.pdfium.HEAPF64[room >> 3]!;
    boxes[at + 1] = boxes[at] + Math.max(0, width);
  }

  /** Notes the box of a character. Some fonts say that they are much higher than they are `size`d. */
  private place(text: number, index: number, { boxes }: PageCharacters, size: number, room: number): void {
    const { wasmExports } = this.pdfium;
    if (wasmExports.FPDFText_GetLooseCharBox(text, index, room) === 0) return;
    const { HEAPF32 } = this.pdfium;
    const at = room >> 2;
    const box = 4 * index;
    boxes[box] = HEAPF32[at]!;
    boxes[box + 1] = HEAPF32[at + 2]!;
    // FS_RECTF has its top before its right.
    boxes[box + 2] = Math.min(HEAPF32[at + 1]!, HEAPF32[at + 3]!);
    boxes[box + 3] = Math.max(HEAPF32[at + 1]!, HEAPF32[at + 3]!);
    if (size === 0 || boxes[box + 3]! - boxes[box + 2]! <= TALLEST * size) return;
    if (wasmExports.FPDFText_GetCharOrigin(text, index, room, room + 8) === 0) return;
    const foot = this.pdfium.HEAPF64[(room + 8) >> 3]!;
    boxes[box + 2] = foot - DESCENT * size;
    boxes[box + 3] = foot + ASCENT * size;
  }

  /** How a page lies when it is looked at: turned, and cut as the file says. Null for a page that cannot be read. */
  view(index: number): PageView | null {
    const { pdfium } = this;
    return this.withPage(index, (page) => {
      const [width, height] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)];
      return this.borrow(8, (at) => {
        const place = (x: number, y: number): [number, number] => {
          const size = [width, height].map((side) => Math.max(1, Math.round(side * FINE))) as [
            number,
            number,
          ];
          pdfium._FPDF_PageToDevice(page, 0, 0, ...size, 0, x, y, at, at + 4);
          const [left, top] = pdfium.HEAP32.subarray(at >> 2, (at >> 2) + 2);
          return [left! / FINE, top! / FINE];
        };
        const [origin, right, up] = [place(0, 0), place(STEP, 0), place(0, STEP)];
        const slope = (end: [number, number], axis: 0 | 1): number => (end[axis] - origin[axis]) / STEP;
        const across = [slope(right, 0), slope(up, 0), origin[0]] as const;
        const down = [slope(right, 1), slope(up, 1), origin[1]] as const;
        return { width, height, across, down };
      });
    });
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

/** Whether it is a tab or a line end. */
function isWhite(code: number): boolean {
  return code >= 0x09 && code <= 0x0d;
}
