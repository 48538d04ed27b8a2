import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { drawnSheet } from '../../../server/src/hosts/works/page-thread.ts';
import { PdfReader } from '../../../server/src/works/pdf/pdfium.ts';
import type { DrawnSheet } from '../../../server/src/works/page-drawer.ts';
import { column, FONT, locked, madePdf, pageOf, rawPdf, stream } from '../../support/made-pdf.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));

/** What comes of the first page of a file. What PDFium throws is caught by its thread, which starts another. */
async function drawn(bytes: Uint8Array, scale = 1.5): Promise<DrawnSheet | string> {
  const reader = await PdfReader.start(wasm);
  const file = reader.open(bytes);
  if (typeof file === 'string') return file;
  try {
    return drawnSheet(file, 0, scale) ?? 'none';
  } catch {
    return 'thrown';
  }
}

const WORDS = 'The gangs were hired.';
const DRAWN = `BT /F 10 Tf 72 700 Td (${WORDS}) Tj ET`;
const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [4 0 R] /Count 1 >>';
const onePage = (content: string, resources = '', more: readonly string[] = []): Uint8Array =>
  rawPdf([CATALOGUE, PAGES, FONT, pageOf('5 0 R', 0, resources), content].concat(more));
const ofSize = (box: string): Uint8Array =>
  Uint8Array.from(
    Buffer.from(
      Buffer.from(onePage(stream(DRAWN)))
        .toString('latin1')
        .replace(/\/MediaBox \[[^\]]*\]/, `/MediaBox [${box}]`),
      'latin1',
    ),
  );
const image = (width: number, height: number, bytes: Buffer): Uint8Array =>
  onePage(stream('500 0 0 500 0 0 cm /I Do'), '/XObject << /I 6 0 R >>', [
    stream(
      deflateSync(bytes).toString('latin1'),
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode`,
    ),
  ]);

describe('a page that is hostile', function () {
  this.timeout(60_000);

  for (const [name, box] of [
    ['as wide as a country', '0 0 1000000000 1000000000'],
    ['as thin as a hair', '0 0 100000 0.001'],
    ['of no size', '0 0 0 0'],
    ['turned inside out', '500 500 0 0'],
    ['without bounds', '0 0 1e400 99999999999999999999999'],
  ] as const)
    it(`${name} is a picture of a few pixels at most, whatever scale is asked for`, async () => {
      for (const scale of [0.01, 16]) {
        const sheet = await drawn(ofSize(box), scale);
        if (typeof sheet === 'string') continue;
        const png = Buffer.from(sheet.png, 'base64');
        const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
        assert.ok(width * height <= 9_100_000 && width <= 5000 && height <= 5000, `${width} × ${height}`);
      }
    });

  it('of very many objects is drawn', async () => {
    const sheet = await drawn(onePage(stream(DRAWN), '', Array<string>(200_000).fill('null')));
    assert.ok(typeof sheet !== 'string');
    assert.equal(sheet.lines.length, 1);
  });

  it('of an image that is larger than it is, is drawn without it', async () => {
    assert.ok(typeof (await drawn(image(2_000_000_000, 2_000_000_000, Buffer.from('x')))) !== 'string');
  });

  it('whose forms draw themselves ends, and the next is drawn', async () => {
    const form = stream(
      `${DRAWN} /X Do /X Do`,
      '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>',
    );
    await drawn(onePage(stream('/X Do'), '/XObject << /X 6 0 R >>', [form]));
    assert.ok(typeof (await drawn(onePage(stream(DRAWN)))) !== 'string');
  });

  it('that is locked or breaks off is said to be', async () => {
    const page = [column(72, 700, [WORDS])];
    assert.equal(await drawn(madePdf({ pages: page, lock: locked('secret', 'owner') })), 'password');
    assert.equal(await drawn(onePage(stream(DRAWN)).subarray(0, 300)), 'broken');
  });
});
