import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PdfReader } from '../../../server/src/works/pdf/pdfium.ts';
import { readWork } from '../../../server/src/works/read-work.ts';
import type { WorkText } from '../../../server/src/works/model.ts';
import { printedPages } from '../../../server/src/works/model.ts';
import {
  column,
  FONT,
  madePdf,
  pageOf,
  rawPdf,
  stream,
  type MadeLine,
  type MadePdf,
} from '../../support/made-pdf.ts';

const wasm = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
let started: Promise<PdfReader> | null = null;
const pdfium = () => (started ??= PdfReader.start(readFileSync(wasm)));

async function read(pdf: MadePdf): Promise<WorkText> {
  const reading = await readWork(madePdf(pdf), 'a.pdf', pdfium);
  assert.equal(reading.status, 'read');
  return (reading as { work: WorkText }).work;
}

const TEXT = [
  'The gangs were hired at the gate each morning, and nobody knew',
  'at dawn whether he would eat at night. The foremen stood by the',
  'gate and counted those who went in.',
];
/** Pages of a text, each with what `furniture` puts around it. */
const pages = (count: number, furniture: (i: number) => MadeLine[]): MadeLine[][] =>
  Array.from({ length: count }, (_, i) => [
    ...column(
      70,
      700,
      TEXT.map((line) => line.replace('gate', `gate ${'abcdefghij'[i]}`)),
    ),
    ...furniture(i),
  ]);

describe('a PDF', () => {
  it('is read line by line, with its pages', async () => {
    const work = await read({
      pages: [column(70, 700, TEXT), column(70, 700, ['They were paid by the day.'])],
    });
    assert.equal(work.text, `${TEXT.join('\n')}\nThey were paid by the day.\n`);
    assert.deepEqual(
      work.sheets.map(({ index }) => index),
      [0, 1],
    );
    assert.deepEqual(work.folios, [null, null]);
    assert.equal(work.quality, 'set');
  });

  it('has its folios from its feet, where they run on', async () => {
    const work = await read({ pages: pages(4, (i) => [{ text: `${203 + i}`, x: 290, y: 40 }]) });
    assert.deepEqual(work.folios, ['203', '204', '205', '206']);
    assert.doesNotMatch(work.text, /20[3-6]/);
    assert.deepEqual(
      printedPages(work).map(({ label }) => label),
      ['203', '204', '205', '206'],
    );
  });

  it('has its folios from the feet of a small book on large sheets, where they are set off from the text', async () => {
    const small = pages(4, (i) => [{ text: `${203 + i}`, x: 290, y: 170 }]).map((lines, i) => [
      ...lines,
      ...column(
        70,
        640,
        Array.from({ length: 36 }, (_, k) => `Line ${'abcdefghij'[i]} ${k} of a page of the book.`),
      ),
    ]);
    assert.deepEqual((await read({ pages: small })).folios, ['203', '204', '205', '206']);
    const close = small.map((lines) =>
      lines.map((line) => (/^20\d$/.test(line.text) ? { ...line, y: 208 } : line)),
    );
    assert.deepEqual((await read({ pages: close })).folios, [null, null, null, null]);
  });

  it('has words that lean, as a program without italics draws them', async () => {
    const leaning = { text: 'sadaqat', x: 124, y: 688, slant: 0.33 };
    const [first, second, third] = column(70, 700, TEXT);
    const work = await read({
      pages: [
        [
          first!,
          { ...second!, text: 'They said' },
          leaning,
          { ...second!, text: 'at dawn.', x: 165 },
          third!,
        ],
      ],
    });
    assert.match(work.text, /\nThey said sadaqat at dawn\.\n/);
  });

  it('has a blank where its table of characters says that it is a tab and a line end too', async () => {
    const table = `/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
1 beginbfrange <21> <7e> <0021> endbfrange
1 beginbfchar <20> <0009000d002000a0> endbfchar
endcmap end`;
    const bytes = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
      FONT.replace('>>', '/ToUnicode 6 0 R >>'),
      pageOf('5 0 R'),
      stream(`BT /F 10 Tf 70 700 Td (${TEXT[0]}) Tj ET`),
      stream(table),
    ]);
    const reading = await readWork(bytes, 'a.pdf', pdfium);
    assert.equal((reading as { work: WorkText }).work.text, `${TEXT[0]}\n`);
  });

  it('has paragraphs that only their first lines show, and none between lines that all stand far apart', async () => {
    const indented = [...TEXT, ...TEXT].map((text, i) => ({
      text: i === 3 ? text.replace('The', 'So') : text,
      x: i === 3 ? 85 : 70,
      y: 700 - 12 * i,
    }));
    const quoted = [...TEXT, 'He says:', ...TEXT, ...TEXT].map((text, i) => ({
      text,
      x: i > 3 && i < 7 ? 90 : 70,
      y: 700 - 12 * i,
    }));
    const wide = [...TEXT, ...TEXT].map((text, i) => ({ text, x: 70, y: 700 - 24 * i }));
    const paragraphs = async (lines: MadeLine[]) =>
      (await read({ pages: [lines] })).text.split('\n\n').length;
    assert.equal(await paragraphs(indented), 2);
    assert.equal(await paragraphs(quoted), 1);
    assert.equal(await paragraphs(wide), 1);
  });

  it('that Tesseract wrote has its quotation marks, and letters of all scripts', async () => {
    const table = `/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end`;
    const words = 'The “gate” – ворота города и набережные реки';
    const codes = [...words].map((sign) => sign.codePointAt(0)!.toString(16).padStart(4, '0')).join('');
    const file = (font: string): Uint8Array =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
        `<< /Type /Font /Subtype /Type0 /BaseFont /${font} /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 6 0 R >>`,
        pageOf('5 0 R'),
        stream(`BT 3 Tr /F 10 Tf 70 700 Td <${codes}> Tj ET`),
        stream(table),
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${font} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>`,
      ]);
    const reading = await readWork(file('GlyphLessFont'), 'a.pdf', pdfium);
    assert.equal((reading as { work: WorkText }).work.text, `${words}\n`);
    const other = await readWork(file('Nameless'), 'a.pdf', pdfium);
    assert.doesNotMatch(JSON.stringify(other), /города/);
  });

  it('has no running heads that say once what stands over its first page', async () => {
    const heads = ['', 'Anna Weber', 'The Gate'].map((text) => ({ text, x: 70, y: 800 }));
    const work = await read({
      pages: [
        [
          { text: 'The Gate', x: 70, y: 740, size: 18 },
          { text: 'Anna Weber', x: 70, y: 720 },
          ...column(70, 690, TEXT),
        ],
        [heads[1]!, ...column(70, 690, ['Nobody was hired that day, and the tide turned.'])],
        [heads[2]!, ...column(70, 690, ['The gate', 'was closed by noon, and the board was wiped.'])],
      ],
    });
    assert.equal(work.text.match(/The Gate/g)?.length, 1);
    assert.equal(work.text.match(/Anna Weber/g)?.length, 1);
    assert.match(work.text, /^The gate$/m);
  });

  it('has no running heads, left and right, and takes from them the number that the first page does not show', async () => {
    const heads = (i: number): MadeLine[] => {
      if (i === 0) return [];
      const left = i % 2 === 0;
      return [
        { text: left ? `${10 + i}` : 'The dockers of the delta', x: 70, y: 800, size: 9 },
        { text: left ? 'Lotte Meyer' : `${10 + i}`, x: 400, y: 800, size: 9 },
      ];
    };
    const work = await read({ pages: pages(8, heads) });
    assert.deepEqual(work.folios, ['10', '11', '12', '13', '14', '15', '16', '17']);
    assert.doesNotMatch(work.text, /dockers|Meyer/);
  });

  it('believes no numbers that do not run on', async () => {
    const numbers = [3, 17, 4, 90];
    const work = await read({ pages: pages(4, (i) => [{ text: `${numbers[i]}`, x: 290, y: 40 }]) });
    assert.deepEqual(work.folios, [null, null, null, null]);
  });

  it('has roman numbers before arabic ones', async () => {
    const numbers = ['iii', 'iv', 'v', '1', '2', '3'];
    const work = await read({ pages: pages(6, (i) => [{ text: numbers[i]!, x: 290, y: 40 }]) });
    assert.deepEqual(work.folios, numbers);
  });

  it('is believed in its page labels, but not where it merely counts, or where its folios say otherwise', async () => {
    const plain = pages(4, () => []);
    assert.deepEqual((await read({ pages: plain, labels: '[0 << /S /r >> 2 << /S /D /St 7 >>]' })).folios, [
      'i',
      'ii',
      '7',
      '8',
    ]);
    assert.deepEqual((await read({ pages: plain, labels: '[0 << /S /D >>]' })).folios, [
      null,
      null,
      null,
      null,
    ]);
    const numbered = pages(4, (i) => [{ text: `${203 + i}`, x: 290, y: 40 }]);
    assert.deepEqual((await read({ pages: numbered, labels: '[0 << /S /D >>]' })).folios, [
      '203',
      '204',
      '205',
      '206',
    ]);
    assert.deepEqual((await read({ pages: numbered, labels: '[0 << /S /D /St 50 >>]' })).folios, [
      null,
      null,
      null,
      null,
    ]);
  });

  it('has the notes at its feet after its text, so that no sentence is interrupted', async () => {
    const first = [
      ...column(70, 700, ['A sentence that begins on one page and', 'that goes on over all of its notes to']),
      ...column(70, 90, ['1 See the pay books of the firm.', 'They are kept in the archive.'], 8),
    ];
    const work = await read({
      pages: [first, column(70, 700, ['end upon the next one, as it should.', 'And no more.'])],
    });
    assert.match(work.text, /of its notes to\nend upon the next one/);
    assert.equal(
      work.text.slice(work.notesFrom),
      '1 See the pay books of the firm.\nThey are kept in the archive.\n',
    );
    assert.deepEqual(
      work.sheets.map(({ index }) => index),
      [0, 1, 0],
    );
  });

  it('has its columns one after the other', async () => {
    const left = column(60, 700, ['The left column has these', 'words and others.']);
    const right = column(320, 700, ['The right column has other', 'words than these.']);
    const work = await read({ pages: [[...left, ...right]] });
    assert.equal(
      work.text,
      'The left column has these\nwords and others.\nThe right column has other\nwords than these.\n',
    );
  });

  it('has the number as a raised one that a note begins with', async () => {
    const work = await read({
      pages: [
        [
          ...column(70, 700, TEXT),
          { text: '8', x: 70, y: 103, size: 5 },
          { text: 'The gate was shut.', x: 73, y: 100, size: 8 },
        ],
      ],
    });
    assert.match(work.text, /^⁸The gate was shut\./m);
  });

  it('has digits that are raised as such, but not those after a single letter', async () => {
    const raised = (x: number, digit: string): MadeLine => ({ text: digit, x, y: 704, size: 6 });
    const work = await read({
      pages: [[{ text: 'So they said.', x: 70, y: 700 }, raised(128, '12'), ...column(70, 680, TEXT)]],
    });
    assert.match(work.text, /^So they said\.¹²\n/);
    const power = await read({
      pages: [[{ text: 'a chi c', x: 70, y: 700 }, raised(99, '2'), ...column(70, 650, TEXT)]],
    });
    assert.match(power.text, /^a chi c2\n/);
  });

  it('has no numbers of lines in its margin', async () => {
    const numbers = column(40, 700, ['5', '10', '15', '20']);
    const lines = column(90, 700, [
      'The first of the lines',
      'The second of the lines',
      'The third of the lines',
      'The last of the lines',
    ]);
    const work = await read({ pages: [lines.flatMap((line, i) => [numbers[i]!, line])] });
    assert.equal(work.text, `${lines.map(({ text }) => text).join('\n')}\n`);
  });

  it('that was recognised by a program is known as such', async () => {
    const unseen = column(70, 700, TEXT).map((line) => ({ ...line, unseen: true as const }));
    assert.equal((await read({ pages: [unseen] })).quality, 'recognised');
  });

  it('of an archive has its cover taken off', async () => {
    const cover = column(70, 700, ['Your use of the JSTOR archive indicates your acceptance of the terms.']);
    const work = await read({ pages: [cover, ...pages(3, (i) => [{ text: `${7 + i}`, x: 290, y: 40 }])] });
    assert.doesNotMatch(work.text, /JSTOR/);
    assert.deepEqual(work.folios.slice(1), ['7', '8', '9']);
  });

  it('of any archive has all its covers taken off, and no page of its own', async () => {
    const covers: readonly (readonly string[])[] = [
      [
        'www.ssoar.info',
        'Quays and gates',
        'Empfohlene Zitierung / Suggested Citation:',
        'Mann, Ute: Quays and gates',
      ],
      [
        'To cite this version:',
        'Ute Mann. Quays. 2009.',
        'HAL Id: halshs-00142109',
        'Submitted on 29 May 2009',
      ],
      ['HAL Id: inria-00609399', 'HAL is a multi-disciplinary open access'],
      [
        'Mann Ute. Quays. In: Annales. 1999.',
        'Citer ce document / Cite this document :',
        'Document généré le 12/05/2016',
      ],
      ['Distribution électronique Cairn.info pour Les quais.', 'Tous droits réservés pour tous pays.'],
      ['Ce document a été généré automatiquement le 8 mai 2019.'],
      ['This article was downloaded by: [A Library]', 'On: 12 June 2014, At: 10:12', 'Publisher: Routledge'],
      [
        'Journal of Quays',
        'Additional services for Journal of Quays:',
        'Email alerts: Click here',
        'Terms of use: Click here',
      ],
      ['ECONSTOR', 'Make Your Publications Visible.', 'A Service of', 'zbw Leibniz-Informationszentrum'],
      ['For additional information about this article', 'https://muse.jhu.edu/article/123'],
      ['Source gallica.bnf.fr', '1/ Les contenus accessibles sur le site Gallica sont pour la plupart'],
    ];
    for (const cover of covers) {
      const drawn = [column(70, 700, cover), column(70, 700, covers[0]!)];
      const own = pages(3, (i) => [{ text: `${7 + i}`, x: 290, y: 40 }]);
      const work = await read({ pages: [...drawn, ...own] });
      assert.equal(work.sheets[0]?.index, 2, cover.join(' '));
      assert.deepEqual(work.folios.slice(2), ['7', '8', '9']);
    }
    const plain = await read({
      pages: pages(2, () => [{ text: 'Downloaded from a library, on 30 May 2017', x: 70, y: 20, size: 6 }]),
    });
    assert.equal(plain.sheets[0]?.index, 0);
    assert.doesNotMatch(plain.text, /Downloaded/);
  });

  it('most of whose signs are no letters that it tells has no words, whatever else stands on its pages', async () => {
    const font =
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 65 /LastChar 67 /Widths [500 500 500] /Encoding << /Type /Encoding /Differences [65 /a65 /a66 /a67] >> /CharProcs << /a65 4 0 R /a66 4 0 R /a67 4 0 R >> /Resources << >> >>';
    const line = 'ABCABCABC CABCAB BCABCABCABCA ABCABC';
    const drawn = Array.from(
      { length: 9 },
      (_, i) => `BT /F 10 Tf 70 ${700 - 12 * i} Td (${line}) Tj ET`,
    ).join('\n');
    const example = 'BT /G 10 Tf 70 500 Td (window\\(z, start = 1, end = 12, step = 3\\)) Tj ET';
    const bytes = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [6 0 R] /Count 1 >>',
      font,
      stream('500 0 0 0 500 700 d1 0 0 500 700 re f'),
      FONT,
      pageOf('7 0 R', 0, '/Font << /F 3 0 R /G 5 0 R >>'),
      stream(`${drawn}\n${example}`),
    ]);
    assert.equal((await readWork(bytes, 'a.pdf', pdfium)).status, 'no-words');
  });

  it('whose words lie beneath a picture of the page is known as a scan', async () => {
    assert.equal((await read({ pages: pages(3, () => []), picture: 'over' })).quality, 'recognised');
    assert.equal((await read({ pages: pages(3, () => []), picture: 'under' })).quality, 'set');
  });

  it('without words is no text; what is broken, or none at all, is said to be', async () => {
    assert.equal((await readWork(madePdf({ pages: [[], []] }), 'a.pdf', pdfium)).status, 'no-words');
    const whole = madePdf({ pages: [column(70, 700, TEXT)] });
    assert.equal((await readWork(whole.slice(0, 40), 'a.pdf', pdfium)).status, 'broken');
    assert.equal((await readWork(new TextEncoder().encode('plain words'), 'a.pdf', pdfium)).status, 'format');
    assert.equal(
      (await readWork(whole, 'a.pdf', pdfium)).status,
      'read',
      'the next one is read all the same',
    );
  });
});
