import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { PdfReader } from '../../../server/src/works/pdf/pdfium.ts';
import { readWork } from '../../../server/src/works/read-work.ts';
import type { WorkReading } from '../../../server/src/works/work-reader.ts';
import { column, FONT, locked, madePdf, pageOf, PAGE, rawPdf, stream } from '../../support/made-pdf.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
const ROOM = 24 << 20;
let reader: Promise<PdfReader> | null = null;

/** What comes of a file, with little room; whether PDFium can go on afterwards is seen to as the thread does. */
async function readingOf(bytes: Uint8Array): Promise<WorkReading> {
  try {
    return await readWork(bytes, 'a.pdf', () => (reader ??= PdfReader.start(wasm, ROOM)));
  } finally {
    if ((await reader)?.isSpent) reader = null;
  }
}
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const reading = await readingOf(bytes);
  return reading.status === 'read' ? reading.work.text.trim() : reading.status;
}

const WORDS = 'The gangs were hired at the gate each morning, and nobody knew at dawn.';
const DRAWN = `BT /F 10 Tf 72 700 Td (${WORDS}) Tj ET`;
const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [4 0 R] /Count 1 >>';
/** A file of one page with this content; more objects may follow, from 6 on. */
const onePage = (content: string, resources = '', ...more: readonly string[]): Uint8Array =>
  rawPdf([CATALOGUE, PAGES, FONT, pageOf('5 0 R', 0, resources), content, ...more]);
const plain = onePage(stream(DRAWN));
const packed = (content: Buffer): string => deflateSync(content).toString('latin1');
const FLATE = '/Filter /FlateDecode';
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytes = (written: string): Uint8Array => Uint8Array.from(Buffer.from(written, 'latin1'));
const form = (content: string, next: number): string =>
  stream(
    content,
    `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /XObject << /X ${next} 0 R >> >>`,
  );

/** Files that are made to be a burden, or were damaged, and what comes of them. */
const CASES: Readonly<Record<string, readonly [file: () => Uint8Array, outcome: string]>> = {
  'whose content grows without end': [
    () => onePage(stream(packed(Buffer.from(`${DRAWN}\n`.repeat(200_000))), FLATE)),
    'large',
  ],
  'whose content is blank without end': [
    () => onePage(stream(packed(Buffer.alloc(40_000_000, ' ')), FLATE)),
    'large',
  ],
  'whose content grows twice': [
    () =>
      onePage(
        stream(
          packed(Buffer.from(packed(Buffer.alloc(40_000_000, ' ')), 'latin1')),
          '/Filter [/FlateDecode /FlateDecode]',
        ),
      ),
    'large',
  ],
  'whose forms draw themselves': [
    () => onePage(stream('/X Do'), '/XObject << /X 6 0 R >>', form(`${DRAWN} /X Do /X Do`, 6)),
    'large',
  ],
  'whose pages hold each other': [
    () => rawPdf([CATALOGUE, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
    'broken',
  ],
  'whose pages lie very deep': [
    () =>
      rawPdf([
        CATALOGUE.replace('2 0 R', '6 0 R'),
        'null',
        FONT,
        pageOf('5 0 R'),
        stream(DRAWN),
        ...Array.from(
          { length: 5000 },
          (_, i) => `<< /Type /Pages /Kids [${i === 4999 ? 4 : 7 + i} 0 R] /Count 1 >>`,
        ),
      ]),
    'broken',
  ],
  'that says to have two thousand million pages': [
    () =>
      rawPdf([
        CATALOGUE,
        PAGES.replace('/Count 1', '/Count 2147483647'),
        FONT,
        pageOf('5 0 R'),
        stream(DRAWN),
      ]),
    WORDS,
  ],
  'of more pages than are read': [
    () =>
      rawPdf([
        CATALOGUE,
        `<< /Type /Pages /Kids [${'4 0 R '.repeat(5001)}] /Count 5001 >>`,
        FONT,
        pageOf('5 0 R'),
        stream(DRAWN),
      ]),
    'large',
  ],
  'whose labels of pages lead into themselves': [
    () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R /PageLabels 6 0 R >>',
        PAGES,
        FONT,
        pageOf('5 0 R'),
        stream(DRAWN),
        '<< /Kids [6 0 R 6 0 R] >>',
      ]),
    WORDS,
  ],
  'of very many objects': [() => onePage(stream(DRAWN), '', ...Array<string>(50_000).fill('null')), WORDS],
  'with brackets within each other': [
    () =>
      rawPdf([
        `<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(100_000)}${']'.repeat(100_000)} >>`,
        PAGES,
        FONT,
        pageOf('5 0 R'),
        stream(DRAWN),
      ]),
    WORDS,
  ],
  'whose table is wrong': [() => bytes(text(plain).replace(/startxref\n\d+/, 'startxref\n9999999')), WORDS],
  'whose tables lead into themselves': [
    () =>
      bytes(text(plain).replace('/Root 1 0 R', `/Root 1 0 R /Prev ${text(plain).lastIndexOf('xref\n0')}`)),
    WORDS,
  ],
  'that breaks off': [() => plain.subarray(0, plain.length >> 1), 'broken'],
  'that is but a beginning': [() => bytes('%PDF-1.7\n'), 'broken'],
  'without pages': [() => rawPdf(['<< /Type /Catalog >>']), 'broken'],
};

describe('a PDF that is hostile or damaged', () => {
  for (const [name, [file, outcome]] of Object.entries(CASES))
    it(`${name} ends in ${outcome === WORDS ? 'its text' : `“${outcome}”`}, and the next is read`, async () => {
      assert.equal(await outcomeOf(file()), outcome);
      assert.equal(await outcomeOf(plain), WORDS);
    }).timeout(20_000);

  it('that breaks off at any place is broken, or read as far as it goes', async () => {
    for (let length = 0; length < plain.length; length += 41) {
      const outcome = await outcomeOf(plain.subarray(0, length));
      assert.ok(['broken', 'format', WORDS].includes(outcome), `${length}: ${outcome}`);
    }
  });
});

describe('a PDF that is locked', () => {
  const page = [column(72, 700, [WORDS])];

  it('by the password of its reader is said to be', async () =>
    assert.equal(await outcomeOf(madePdf({ pages: page, lock: locked('secret', 'owner') })), 'password'));

  it('against changes only is read', async () =>
    assert.equal(await outcomeOf(madePdf({ pages: page, lock: locked('', 'owner') })), WORDS));
});

describe('a PDF whose text is turned', () => {
  const lines = [WORDS, 'They were paid by the day, and in no other way.'];

  for (const turned of [1, 2, 3] as const)
    for (const rotate of [0, 90 * turned])
      it(`by ${turned} quarters, ${rotate} degrees being turned back, is read line by line, with its folios`, async () => {
        const { width, height } = PAGE;
        /** Where something stands at x and y of the page as it is read. */
        const at = (x: number, y: number): { x: number; y: number } =>
          turned === 1 ? { x: width - y, y: x } : turned === 2 ? { x: width - x, y: height - y } : { x: y, y: height - x }; // prettier-ignore
        const high = turned === 2 ? height : width;
        const pages = [1, 2, 3].map((number) => [
          ...lines.map((words, i) => ({
            text: `${words} ${number}`,
            turned,
            ...at(72, high - 150 - 12 * i),
          })),
          { text: `${number}`, turned, ...at(300, 30) },
        ]);
        const reading = await readingOf(madePdf({ pages, rotate }));
        assert.equal(reading.status, 'read');
        if (reading.status !== 'read') return;
        assert.deepEqual(reading.work.folios, ['1', '2', '3']);
        assert.equal(
          reading.work.text,
          [1, 2, 3].map((number) => lines.map((words) => `${words} ${number}\n`).join('')).join(''),
        );
      });
});

describe('a PDF whose script runs leftwards', () => {
  /** The characters of a line from left to right, as programs draw them, in a font that says what they are. */
  const drawn = (characters: string, y: number): string => {
    const codes = [...characters].map((each) => each.codePointAt(0)!.toString(16).padStart(4, '0')).join('');
    return `BT /H 10 Tf 72 ${y} Td <${codes}> Tj ET`;
  };
  const table = 'begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfrange <0020> <00FF> <0020> <0590> <06FF> <0590> endbfrange endcmap'; // prettier-ignore
  const file = (lines: readonly string[]): Uint8Array =>
    onePage(
      stream(lines.map((line, i) => drawn(line, 700 - 14 * i)).join('\n')),
      '/Font << /F 3 0 R /H 6 0 R >>',
      '<< /Type /Font /Subtype /Type0 /BaseFont /H /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /H /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 >>',
      stream(table),
    );
  const leftward = (words: string): string => [...words].reverse().join('');

  it('is read as it is written, with the words and numbers of other scripts in their order', async () => {
    const [first, last] = ['בראשית ברא אלהים את השמים ואת הארץ', 'כאן הם'];
    const outcome = await outcomeOf(file([leftward(first), `${leftward(last)} Lotte Meyer 1923 ${leftward('המספר')}`])); // prettier-ignore
    assert.equal(outcome, `${first}\nהמספר Lotte Meyer 1923 ${last}`);
  });

  it('has what is written in another script alone as it is', async () =>
    assert.equal(
      await outcomeOf(file(['Lotte Meyer wrote this in 1923, it says'])),
      'Lotte Meyer wrote this in 1923, it says',
    ));
});
