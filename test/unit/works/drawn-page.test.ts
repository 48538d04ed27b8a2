import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { boxesOf } from '../../../client/webviews/source/boxes.ts';
import { drawnSheet } from '../../../server/src/hosts/works/page-thread.ts';
import { pngOf } from '../../../server/src/hosts/works/png.ts';
import type { DrawnSheet } from '../../../server/src/works/page-drawer.ts';
import { PdfReader } from '../../../server/src/works/pdf/pdfium.ts';
import { column, madePdf, PAGE, type MadePdf } from '../../support/made-pdf.ts';

const wasm = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
let started: Promise<PdfReader> | null = null;

async function drawn(pdf: MadePdf, index = 0, scale = 1): Promise<DrawnSheet> {
  const reader = await (started ??= PdfReader.start(readFileSync(wasm)));
  const file = reader.open(madePdf(pdf));
  assert.ok(typeof file !== 'string');
  try {
    return drawnSheet(file, index, scale)!;
  } finally {
    file.close();
  }
}

/** The pixels of a PNG of ours: rows without filters, of one byte or three a pixel. */
function pixelsOf(png: Uint8Array): { width: number; height: number; at: (x: number, y: number) => number } {
  const file = Buffer.from(png);
  assert.equal(file.subarray(1, 4).toString('latin1'), 'PNG');
  const [width, height, channels] = [file.readUInt32BE(16), file.readUInt32BE(20), file[25] === 0 ? 1 : 3];
  const length = file.readUInt32BE(33);
  const rows = inflateSync(file.subarray(41, 41 + length));
  const row = 1 + width * channels;
  return { width, height, at: (x, y) => rows[y * row + 1 + x * channels]! };
}

const pages = [
  [...column(70, 700, ['The gangs were hired at the gate each morning,', 'and nobody knew at dawn.'])],
];

describe('a page that is drawn', () => {
  it('is a picture as large as was asked for', async () => {
    const sheet = await drawn({ pages }, 0, 2);
    assert.deepEqual([sheet.width, sheet.height, sheet.count], [PAGE.width, PAGE.height, 1]);
    const { width, height, at } = pixelsOf(Buffer.from(sheet.png, 'base64'));
    assert.deepEqual([width, height], [2 * PAGE.width, 2 * PAGE.height]);
    assert.equal(at(4, 4), 255, 'paper is white');
  });

  it('has every word where its ink is', async () => {
    const sheet = await drawn({ pages }, 0, 4);
    const { at } = pixelsOf(Buffer.from(sheet.png, 'base64'));
    const inkIn = (left: number, top: number, width: number, height: number): number => {
      let dark = 0;
      for (let y = Math.floor(top * 4); y < (top + height) * 4; y++)
        for (let x = Math.floor(left * 4); x < (left + width) * 4; x++) if (at(x, y) < 128) dark++;
      return dark;
    };
    const all = inkIn(0, 0, PAGE.width, PAGE.height);
    let within = 0;
    for (const { text, words } of sheet.lines)
      for (const { from, to, left, top, width, height } of words) {
        const ink = inkIn(left, top, width, height);
        assert.ok(ink > (/\p{L}/u.test(text.slice(from, to)) ? 20 : 1), `“${text.slice(from, to)}” has ink`);
        within += ink;
        // Between words there is paper.
        if (text.charAt(to) !== ' ') continue;
        assert.ok(
          inkIn(left + width + 0.4, top, 1.2, height) <= ink / 4,
          `nothing after “${text.slice(from, to)}”`,
        );
      }
    assert.ok(within > 0.97 * all, `${within} of ${all} lie in words`);
  });

  it('has the boxes of a passage line by line', async () => {
    const { lines } = await drawn({ pages });
    const text = lines.map((line) => line.text).join('\n');
    const placed = lines.map((line) => ({ ...line, at: text.indexOf(line.text) }));
    const from = text.indexOf('gate each');
    const boxes = boxesOf(placed, { from, to: text.indexOf(' knew') });
    assert.equal(boxes.length, 2);
    const [first, second] = boxes;
    // Helvetica at ten points: “The gangs were hired at the ” is 127.3 points long.
    assert.ok(Math.abs(first!.left - (70 + 127.3)) < 0.5, `${first!.left}`);
    assert.ok(Math.abs(second!.left - 70) < 1, `${second!.left}`);
    assert.ok(first!.top < second!.top && first!.top > PAGE.height - 715);
    assert.deepEqual(boxesOf(placed, { from: 900, to: 910 }), []);
  });

  it('lies as it is looked at: turned, and cut', async () => {
    const upright = await drawn({ pages });
    const cut = await drawn({ pages, page: '/CropBox [50 600 450 800]' });
    assert.deepEqual([cut.width, cut.height], [400, 200]);
    const [a, b] = [upright, cut].map(({ lines }) => lines[0]!.words[0]!);
    assert.ok(Math.abs(a!.left - 50 - b!.left) < 0.1, 'the left edge is cut off');
    assert.ok(Math.abs(a!.top - (PAGE.height - 800) - b!.top) < 0.1, 'so is the upper one');
    const turned = await drawn({ pages, rotate: 90 });
    assert.deepEqual([turned.width, turned.height], [PAGE.height, PAGE.width]);
    const c = turned.lines[0]!.words[0]!;
    assert.ok(c.height > c.width, 'words run downwards');
    assert.ok(c.left > 0 && c.left < PAGE.height && c.top > 0 && c.top < PAGE.width);
  });

  it('is drawn smaller where it would be too large', async () => {
    const sheet = await drawn({ pages }, 0, 50);
    const { width, height } = pixelsOf(Buffer.from(sheet.png, 'base64'));
    assert.ok(width * height <= 9_100_000 && height <= 5000, `${width} × ${height}`);
    assert.deepEqual([sheet.width, sheet.height], [PAGE.width, PAGE.height]);
  });

  it('is none where the file has no such page', async () => {
    assert.equal(await drawn({ pages }, 7), null);
  });

  it('is in colours where it has any', () => {
    const pixels = Uint8Array.from([255, 0, 0, 255, 9, 9, 9, 255]);
    assert.equal(Buffer.from(pngOf({ width: 2, height: 1, pixels }))[25], 2);
    pixels.set([7, 7, 7]);
    const grey = pngOf({ width: 2, height: 1, pixels });
    assert.equal(Buffer.from(grey)[25], 0);
    const { at } = pixelsOf(grey);
    assert.deepEqual([at(0, 0), at(1, 0)], [7, 9]);
  });
});
