import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';
import { isWorkText, printedPages } from '../../server/src/works/model.ts';
import { PdfReader } from '../../server/src/works/pdf/pdfium.ts';
import { portionsOf } from '../../server/src/works/portions.ts';
import { readWork } from '../../server/src/works/read-work.ts';
import { column, madePdf } from '../support/made-pdf.ts';
import { html, mutated, pdf, spoilt, xml, type Grammar } from '../support/mutations.ts';
import { eachSeed } from '../support/seeds.ts';
import { docx, epub, office, xhtml, zipped } from '../unit/works/made-files.ts';
import type { Chance } from './walk/chance.ts';

const WORDS = 'The gangs were hired at the gate each morning, and nobody knew at dawn.';
const wasm = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
let reader: Promise<PdfReader> | null = null;

/** The words of a file, or why it has none; whether PDFium can go on afterwards is seen to as the thread does. */
async function outcomeOf(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const reading = await readWork(bytes, name, () => (reader ??= PdfReader.start(wasm, 64 << 20)));
    if (reading.status !== 'read') return reading.status;
    assert.ok(isWorkText(reading.work), 'its places lie within it');
    assert.ok(printedPages(reading.work).every(({ from, to }) => from <= to));
    portionsOf(reading.work);
    return reading.work.text.trim();
  } finally {
    if ((await reader)?.isSpent) reader = null;
  }
}

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gates</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>The gate</h1><span class="pagenum" id="p3">[p. 3]</span><p>${WORDS}<a id="r1" href="#fn1"><sup>1</sup></a> &amp; so &#8220;on&#8221;</p>
<table><tr><td>One</td><td>Two</td></tr></table><ul><li>First</li><li>Second</li></ul><blockquote>Quoted</blockquote><pre>kept
as it is</pre></article><aside id="fn1"><p><a href="#r1">1</a> A note.</p></aside><footer>Foot</footer></body></html>`;

const book = epub({
  chapters: [
    `<span epub:type="pagebreak" id="pg3" title="3"/><h1>Gates</h1><p>${WORDS}<a epub:type="noteref" href="c%201.xhtml#n1">1</a></p>`,
    `<section epub:type="footnotes"><aside epub:type="footnote" id="n1"><p>1 A note.</p></aside></section>`,
  ],
  nav: '<nav epub:type="page-list"><ol><li><a href="text/c%200.xhtml#pg3">3</a></li></ol></nav>',
  ncx: '<ncx><pageList><pageTarget value="3"><content src="text/c%200.xhtml#pg3"/></pageTarget></pageList></ncx>',
});

const paper = docx(
  `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Gates</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">${WORDS}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:br w:type="page"/><w:tab/></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl><mc:AlternateContent><mc:Choice><w:r><w:t>one</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>other</w:t></w:r></mc:Fallback></mc:AlternateContent>`,
  {
    'word/footnotes.xml': office(
      'footnotes',
      '<w:footnote w:id="2"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>',
    ),
    'word/_rels/document.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/footnotes" Target="footnotes.xml"/></Relationships>',
  },
);

const scan = madePdf({
  pages: [1, 2, 3].map((number) => [
    { text: `${number}`, x: 290, y: 800 },
    ...column(72, 700, [WORDS, 'Others waited.1', 'A second column'], 10),
    ...column(320, 700, ['stands beside it,', 'line by line.'], 10),
    ...column(72, 80, [`1 A note of page ${number}.`], 7),
  ]),
  labels: '[0 << /S /D /St 3 >>]',
});

/** An archive in which one part was changed, or whose bytes were. */
function archive(bytes: Uint8Array, chance: Chance): Uint8Array {
  if (chance.oneIn(8)) return spoilt(bytes, chance);
  const parts: Record<string, Uint8Array | string> = unzipSync(bytes);
  const name = chance.of(Object.keys(parts));
  const text = new TextDecoder().decode(parts[name] as Uint8Array);
  parts[name] = mutated(text, name.endsWith('.xhtml') ? html : xml, chance);
  if (chance.oneIn(6))
    parts[mutated(chance.of(Object.keys(parts)), html, chance).slice(0, 200)] = xhtml('More.');
  if (chance.oneIn(10)) delete parts[chance.of(Object.keys(parts))];
  return zipped(parts);
}

const written = (grammar: Grammar, text: string) => (chance: Chance) =>
  chance.oneIn(10)
    ? spoilt(new TextEncoder().encode(text), chance)
    : new TextEncoder().encode(mutated(text, grammar, chance));

const KINDS: Readonly<
  Record<string, { name: string; whole: Uint8Array; mutate: (chance: Chance) => Uint8Array; draws: number }>
> = {
  'a page of the web': {
    name: 'a.html',
    whole: new TextEncoder().encode(page),
    mutate: written(html, page),
    draws: 400,
  },
  'an EPUB': { name: 'a.epub', whole: book, mutate: (chance) => archive(book, chance), draws: 250 },
  'a DOCX': { name: 'a.docx', whole: paper, mutate: (chance) => archive(paper, chance), draws: 250 },
  'a PDF': {
    name: 'a.pdf',
    whole: scan,
    mutate: (chance) =>
      chance.oneIn(8)
        ? spoilt(scan, chance)
        : Uint8Array.from(Buffer.from(mutated(Buffer.from(scan).toString('latin1'), pdf, chance), 'latin1')),
    draws: 120,
  },
};

describe('files of works, with their structure changed at random', function () {
  for (const [kind, { name, whole, mutate, draws }] of Object.entries(KINDS))
    it(`${kind} is read or refused, and the next one is read`, async () => {
      const sound = await outcomeOf(whole, name);
      assert.ok(sound.includes(WORDS));
      await eachSeed(draws, async (chance, seed) => {
        await outcomeOf(mutate(chance), name);
        if (seed % 10 === 0) assert.equal(await outcomeOf(whole, name), sound);
      });
    });
});
