import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../../server/src/cli/run.ts';
import { findQuotation } from '../../../server/src/quotations/find-quotation.ts';
import { agreesWithLocator } from '../../../server/src/pages/agreement.ts';
import { locate } from '../../../server/src/quotations/numbering.ts';
import { PdfReader } from '../../../server/src/works/pdf/pdfium.ts';
import { printedPages } from '../../../server/src/works/model.ts';
import { readWork } from '../../../server/src/works/read-work.ts';
import { examplePdf, exampleArticle } from '../../../scripts/example-pdf.ts';
import { prepareSource } from '../../../server/src/quotations/prepare-source.ts';

const folder = fileURLToPath(new URL('../../../examples/labour-organisations', import.meta.url));
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

describe('the example', () => {
  it('is reported just as its README says, and nothing else in it', async () => {
    // PDFs are read by a thread, which is there once it was built; what it finds is looked at in VS Code.
    const promised = [...read('README.md').matchAll(/^\| `([a-z-]+)` \| ([\w./]+):(\d+) \|/gm)].map(
      ([, rule, file, line]) => `${file}:${line} ${rule}`,
    );
    assert.equal(promised.length, 13);
    let printed = '';
    await runCommandLine(['check', folder], {
      cwd: folder,
      write: (text) => (printed += text),
      complain: (text) => assert.fail(text),
      isTerminal: false,
      colorWanted: false,
      isWatched: false,
      now: () => 0,
      rest: () => Promise.resolve(),
      interrupted: new AbortController().signal,
    });
    const reported = [...printed.matchAll(/^(\S+):(\d+):\d+ +\w+ +([a-z-]+)$/gm)].map(
      ([, file, line, rule]) => `${file}:${line} ${rule}`,
    );
    const due = promised.filter((each) => !each.endsWith('quote-mismatch'));
    assert.deepEqual(reported.sort(), due.sort());
  });

  it('quotes its sources word for word, at the pages it gives', () => {
    const files: Record<string, string> = {
      liang2009: 'sources/liang2009.md',
      beridze2014: 'sources/beridze2014.md',
      wen2012: 'sources/wen2012.txt',
    };
    const quoted = /“([^”]+)”(?:\]\{\.quote from="| \[)@(\w+)(?:, |" at=")p\. (\d+)/g;
    const quotations = [...read('notes/reading.md').matchAll(quoted)].filter(([, , key]) => files[key!]);
    assert.equal(quotations.length, 4);
    for (const [, words, key, page] of quotations) {
      const source = prepareSource(read(files[key!]!), []);
      const match = findQuotation(source, words!);
      assert.equal(match.status, 'exact', words);
      if (match.status !== 'exact') continue;
      const place = locate(source, match.ranges[0]!.from);
      assert.equal(place && agreesWithLocator(place, 'page', page!), place && true, words);
    }
  });

  it('has a PDF that is read as it was made, with one word of a quotation otherwise', async () => {
    assert.deepEqual(new Uint8Array(readFileSync(examplePdf)), exampleArticle(), 'run scripts/example-pdf.ts');
    const wasm = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
    const reading = await readWork(exampleArticle(), 'a.pdf', () => PdfReader.start(readFileSync(wasm)));
    assert.ok(reading.status === 'read');
    assert.deepEqual(reading.work.folios, ['88', '89', '90']);
    const printed = { pages: printedPages(reading.work), notesFrom: reading.work.notesFrom };
    const source = prepareSource(reading.work.text, [], { printed });
    const [, words] = /“([^”]+)” \[@aaltonen2016, p\. 89\]/.exec(read('notes/reading.md'))!;
    const match = findQuotation(source, words!);
    assert.ok(match.status === 'different');
    assert.equal(locate(source, match.nearest.range.from)?.page, '89');
    assert.equal(findQuotation(source, words!.replace('stayed', 'left')).status, 'exact');
  });
});
