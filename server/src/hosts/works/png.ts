/** Drawn pages as PNG (ISO/IEC 15948): in grey where the page has no colours, as most have none. */
import { deflateSync } from 'node:zlib';
import type { DrawnPage } from '../../works/pdf/pdfium.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY = 0;
const COLOUR = 2;
/** Text shrinks to a tenth at the second of nine levels; more takes longer than it saves. */
const LEVEL = 2;

/** The file of a picture whose pixels are opaque. */
export function pngOf({ width, height, pixels }: DrawnPage): Uint8Array {
  const channels = isGrey(pixels) ? 1 : 3;
  const row = 1 + width * channels;
  const rows = Buffer.alloc(row * height);
  for (let y = 0, pixel = 0; y < height; y++) {
    // The first byte of a row is its filter: none.
    let at = y * row + 1;
    for (let x = 0; x < width; x++, pixel += 4)
      for (let channel = 0; channel < channels; channel++) rows[at++] = pixels[pixel + channel]!;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, channels === 1 ? GREY : COLOUR, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: LEVEL })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The checksum of chunks (ISO/IEC 15948, D.1), byte by byte with a table. */
const CHECKS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let check = byte;
  for (let bit = 0; bit < 8; bit++) check = check & 1 ? 0xedb88320 ^ (check >>> 1) : check >>> 1;
  return check;
});

function crc32(bytes: Uint8Array): number {
  let check = 0xffffffff;
  for (const byte of bytes) check = CHECKS[(check ^ byte) & 0xff]! ^ (check >>> 8);
  return (check ^ 0xffffffff) >>> 0;
}

function isGrey(pixels: Uint8Array): boolean {
  for (let i = 0; i < pixels.length; i += 4)
    if (pixels[i] !== pixels[i + 1] || pixels[i] !== pixels[i + 2]) return false;
  return true;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
