/** PDFs as tests need them: lines of Helvetica at given places, page labels, text that is not seen, locks, and worse. */
import { createHash } from 'node:crypto';

export interface MadeLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Text to be found and not to be seen, as it lies over scans. */
  readonly unseen?: true;
  /** Quarters of a turn, counterclockwise. */
  readonly turned?: 1 | 2 | 3;
  /** How far it leans, as a part of its height: so programs imitate italics. */
  readonly slant?: number;
}

export interface MadePdf {
  readonly pages: readonly (readonly MadeLine[])[];
  /** `/PageLabels`, as PDF writes them: `[0 << /S /r >> 4 << /S /D >>]`. */
  readonly labels?: string;
  /** A picture of one pixel is drawn over, or under, the words of each page. */
  readonly picture?: 'over' | 'under';
  /** How far readers turn each page, clockwise, in degrees. */
  readonly rotate?: number;
  /** Written into the trailer: see `locked`. */
  readonly lock?: Lock;
  /** More that each page says of itself: `/CropBox [0 0 9 9]`. */
  readonly page?: string;
}

export const PAGE = { width: 595, height: 842 };

/** Lines one below the other, twelve points apart, from a place downwards. */
export function column(x: number, top: number, texts: readonly string[], size = 10): MadeLine[] {
  return texts.map((text, i) => ({ text, x, y: top - 12 * i, size }));
}

/** The bytes of a PDF 1.4 with these pages; characters are Latin-1. */
export function madePdf({ pages, labels, picture, rotate = 0, lock, page = '' }: MadePdf): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  add(`<< /Type /Catalog /Pages 2 0 R${labels ? ` /PageLabels << /Nums ${labels} >>` : ''} >>`);
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add(FONT);
  for (const lines of pages) {
    const words = lines.map(drawn).join('\n');
    const content =
      picture === 'over' ? `${words}\n${PICTURE}` : picture === 'under' ? `${PICTURE}\n${words}` : words;
    const written = lock ? lock.encrypt(objects.length + 2, content) : content;
    add(pageOf(`${objects.length + 2} 0 R`, rotate).replace('/MediaBox', `${page} /MediaBox`));
    add(stream(written));
  }
  return rawPdf(objects, lock?.trailer);
}

const PICTURE = `q ${PAGE.width} 0 0 ${PAGE.height} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q`;

/** Helvetica, which every reader has. */
export const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A page whose font is object 3 and whose parent is object 2. */
export function pageOf(contents: string, rotate = 0, resources = ''): string {
  return `<< /Type /Page /Parent 2 0 R /Rotate ${rotate} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${contents} /Resources << ${resources.includes('/Font') ? '' : '/Font << /F 3 0 R >>'} ${resources} >> >>`;
}

/** A stream; its bytes are Latin-1. */
export function stream(content: string, dictionary = ''): string {
  return `<< /Length ${content.length} ${dictionary} >>\nstream\n${content}\nendstream`;
}

/** A PDF of these objects, the first of which is its catalogue; `trailer` goes into its trailer. */
export function rawPdf(objects: readonly string[], trailer = ''): Uint8Array {
  const parts = ['%PDF-1.4\n'];
  let at = parts[0]!.length;
  const places = objects.map((body, i) => {
    const place = at;
    const written = `${i + 1} 0 obj\n${body}\nendobj\n`;
    parts.push(written);
    at += written.length;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`);
  parts.push(`trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`);
  return Uint8Array.from(Buffer.from(parts.join(''), 'latin1'));
}

const SLOPES = ['1 0 0 1', '0 1 -1 0', '-1 0 0 -1', '0 -1 1 0'];

function drawn({ text, x, y, size = 10, unseen, turned = 0 as never, slant }: MadeLine): string {
  const escaped = text.replaceAll(/[\\()]/g, '\\$&');
  const slope = slant ? `1 0 ${slant} 1` : turned ? SLOPES[turned] : null;
  const place = slope ? `${slope} ${x} ${y} Tm` : `${x} ${y} Td`;
  return `BT /F ${size} Tf ${unseen ? 3 : 0} Tr ${place} (${escaped}) Tj ET`;
}

/** What encrypts the streams of a file. */
export interface Lock {
  readonly trailer: string;
  encrypt(object: number, content: string): string;
}

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** The first standard way of encrypting a PDF (PDF 32000-1, 7.6.3), with the passwords of a reader and of its owner. */
export function locked(user: string, owner: string): Lock {
  const padded = (password: string): Buffer =>
    Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const id = Buffer.alloc(16, 7);
  const rights = -4;
  const allowed = Buffer.alloc(4);
  allowed.writeInt32LE(rights);
  const ownerEntry = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
  const key = md5(Buffer.concat([padded(user), ownerEntry, allowed, id])).subarray(0, 5);
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;
  return {
    trailer: `/ID [${hex(id)} ${hex(id)}] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${hex(ownerEntry)} /U ${hex(rc4(key, PADDING))} /P ${rights} >>`,
    encrypt: (object, content) => {
      const number = Buffer.alloc(5);
      number.writeUIntLE(object, 0, 3);
      return rc4(md5(Buffer.concat([key, number])).subarray(0, 10), Buffer.from(content, 'latin1')).toString(
        'latin1',
      );
    },
  };
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    [state[i], state[j]] = [state[j]!, state[i]!];
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + state[i]!) & 255;
      [state[i], state[j]] = [state[j]!, state[i]!];
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
}
