/**
 * Measures quotations held against PDFs: extraction beside `pdftotext` and pdf.js in the same run, 200 quotations from 60
 * works cold and from the cache, typing meanwhile, and memory. Run: npx tsx bench/works.ts [FOLDER OF PDFS]; without a
 * folder only made files are extracted from. pdf.js is measured where it was installed by hand: npm install --no-save unpdf.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { NodeFileSystem } from '../server/src/hosts/node-file-system.ts';
import { nodeWorks } from '../server/src/hosts/node-works.ts';
import { Service } from '../server/src/service.ts';
import { PdfReader } from '../server/src/works/pdf/pdfium.ts';
import { readPdf } from '../server/src/works/pdf/read-pdf.ts';
import { column, madePdf } from '../test/support/made-pdf.ts';
import { cpuNow, quantile, shortNumber } from './support/statistics.ts';

const WORKS = 60;
const PAGES = 20;
const QUOTATIONS = 200;
/** How often something is typed while quotations are searched for, in milliseconds. */
const TYPED_EVERY = 100;
/** How often something is typed before that: first to warm up, then to compare with. */
const TYPED_ALONE = 100;
/** The goals: a ratio, seconds cold and from the cache, milliseconds at the 95th percentile, megabytes reading and at rest. */
const LIMITS = { ratio: 1.5, cold: 20, again: 1, typing: 5, reading: 150, rest: 20 };

const WORDS =
  'the gangs were hired at gate each morning and nobody knew dawn whether he would eat night foremen stood by counted those who went in owners kept two sets of books showed one to harbour board cranes came late from abroad tide turned before men had been paid for their day wages fell when ships lay idle along quay walls'.split(
    ' ',
  );
const wasm = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'));
const megabytes = (): number => process.memoryUsage().rss / 1e6;

/** A generator of numbers that are the same in each run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

/** The lines of a page of a work; each is a sentence that stands nowhere else. */
function linesOf(work: number, page: number): string[] {
  const roll = dice(work * 1000 + page + 1);
  return Array.from({ length: 45 }, (_, line) => {
    const words = Array.from({ length: 11 }, () => WORDS[roll(WORDS.length)]!);
    return `On ${work + 1}.${page + 1}.${line} ${words.join(' ')}.`;
  });
}

/** A workspace with its bibliography, its works, and a text that quotes them; every tenth quotation has a word changed. */
function workspace(folder: string): void {
  const roll = dice(7);
  const entries: string[] = [];
  for (let work = 0; work < WORKS; work++) {
    entries.push(
      `@book{work${work}, author = {Meyer, Lotte}, title = {Work ${work}}, year = {2011}, file = {:work${work}.pdf:PDF}}`,
    );
    const pages = Array.from({ length: PAGES }, (_, page) => [
      ...column(60, 780, linesOf(work, page)),
      { text: `${page + 1}`, x: 290, y: 30 },
    ]);
    writeFileSync(path.join(folder, `work${work}.pdf`), madePdf({ pages }));
  }
  const quoted = Array.from({ length: QUOTATIONS }, (_, i) => {
    const [work, page] = [i % WORKS, roll(PAGES)];
    const line = linesOf(work, page)[roll(45)]!;
    const words = i % 10 === 9 ? line.replace(/ (\w+) (\w+)\.$/, ' altered $2.') : line;
    return `He says: “${words}” [@work${work}, p. ${page + 1}].`;
  });
  writeFileSync(path.join(folder, 'works.bib'), `${entries.join('\n')}\n`);
  writeFileSync(path.join(folder, 'sicetnon.yaml'), 'bibliography: [works.bib]\n');
  writeFileSync(path.join(folder, 'notes.md'), `${quoted.join('\n\n')}\n`);
  writeFileSync(
    path.join(folder, 'draft.md'),
    `${'A sentence of a draft, with a citation [@work1, p. 3].\n\n'.repeat(200)}`,
  );
}

/** Processor time of `pdftotext` for a file, in milliseconds; null where there is none. */
function popplerTime(file: string): number | null {
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time pdftotext "$0" - >/dev/null 2>&1', file],
    {
      encoding: 'utf8',
    },
  );
  const [user, system] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return status === 0 ? (user! + system!) * 1000 : null;
}

interface PdfJs {
  getDocumentProxy(bytes: Uint8Array): Promise<{
    readonly numPages: number;
    getPage(number: number): Promise<{ getTextContent(): Promise<unknown> }>;
    destroy?(): Promise<void>;
  }>;
}

async function pdfJs(): Promise<PdfJs | null> {
  const name = 'unpdf';
  try {
    return (await import(name)) as PdfJs;
  } catch {
    return null;
  }
}

async function extraction(files: readonly string[]): Promise<void> {
  const reader = await PdfReader.start(wasm);
  const library = await pdfJs();
  const ours = (bytes: Uint8Array): number => {
    const file = reader.open(bytes);
    if (typeof file === 'string') return 0;
    readPdf(file);
    file.close();
    return file.pageCount;
  };
  const theirs = async (bytes: Uint8Array): Promise<void> => {
    const document = await library!.getDocumentProxy(bytes);
    for (let page = 1; page <= document.numPages; page++)
      await (await document.getPage(page)).getTextContent();
    await document.destroy?.();
  };
  const warm = files.slice(0, 5).map((file) => new Uint8Array(readFileSync(file)));
  for (const bytes of warm) ours(bytes);
  if (library) for (const bytes of warm) await theirs(bytes.slice());
  const sums = { pages: 0, ours: 0, poppler: 0, pdfjs: 0 };
  for (const file of files) {
    const bytes = new Uint8Array(readFileSync(file));
    let begun = cpuNow();
    sums.pages += ours(bytes);
    sums.ours += cpuNow() - begun;
    sums.poppler += popplerTime(file) ?? NaN;
    if (!library) continue;
    begun = cpuNow();
    await theirs(bytes);
    sums.pdfjs += cpuNow() - begun;
  }
  const each = (sum: number): string => shortNumber(sum / sums.pages);
  console.log(
    `extraction, processor time a page (${files.length} files, ${sums.pages} pages): ours ${each(sums.ours)} ms, pdftotext ${each(sums.poppler)} ms, pdf.js ${library ? `${each(sums.pdfjs)} ms` : 'not installed'}`,
  );
  tell('extraction : pdftotext', sums.ours / sums.poppler, LIMITS.ratio, '×');
}

function tell(what: string, value: number, limit: number, unit: string): void {
  console.log(
    `${value <= limit ? 'reached' : 'missed '}  ${what}: ${shortNumber(value)} ${unit} (goal ${limit})`,
  );
}

/** The program of the thread, built as it is shipped. */
async function worker(folder: string): Promise<URL> {
  const outfile = path.join(folder, 'works-worker.mjs');
  const entry = new URL('../server/src/works-worker.ts', import.meta.url).pathname;
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);",
    },
  });
  writeFileSync(path.join(folder, 'pdfium.wasm'), wasm);
  return pathToFileURL(outfile);
}

interface Run {
  readonly seconds: number;
  /** Of all threads. */
  readonly processorSeconds: number;
  /** Milliseconds that a letter takes before the search, once warm, and while it goes on. */
  readonly alone: readonly number[];
  readonly typing: readonly number[];
  /** Megabytes beyond those before the works were read: at most, and once the thread has ended. */
  readonly reading: number;
  readonly rest: number;
}

/** Searches for all quotations in a service of its own, while somebody types. */
async function search(root: string, program: URL, cache: string): Promise<Run> {
  const logger = { info: () => undefined, warn: console.warn, error: console.error };
  const fileSystem = new NodeFileSystem(root);
  const works = nodeWorks({ fileSystem, worker: program, cache, logger })!;
  const service = new Service({ fileSystem, works, logger });
  const { signal } = new AbortController();
  await service.start(() => undefined, signal);
  service.open('draft.md', readFileSync(path.join(root, 'draft.md'), 'utf8'));
  await service.settle();
  const type = (): number => {
    const begun = performance.now();
    const start = { line: 0, character: 0 };
    service.edit('draft.md', [{ range: { start, end: start }, text: 'a' }]);
    service.check('draft.md');
    return performance.now() - begun;
  };
  for (let i = 0; i < TYPED_ALONE; i++) type();
  const alone = Array.from({ length: TYPED_ALONE }, type);
  collect();
  const before = megabytes();
  let most = before;
  const typing: number[] = [];
  const typist = setInterval(() => {
    most = Math.max(most, megabytes());
    typing.push(type());
  }, TYPED_EVERY);
  const begun = performance.now();
  const used = process.cpuUsage();
  await service.verifyQuotations(() => new Promise((resolve) => setImmediate(resolve)), signal);
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(used);
  clearInterval(typist);
  const found = service.check('notes.md').findings.filter(({ code }) => code === 'quote-mismatch').length;
  if (found !== QUOTATIONS / 10)
    throw new Error(`${found} quotations were told as altered, not ${QUOTATIONS / 10}.`);
  works.dispose();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  collect();
  return {
    seconds,
    processorSeconds: (user + system) / 1e6,
    alone,
    typing,
    reading: most - before,
    rest: megabytes() - before,
  };
}

/** Collects garbage, where Node was started so that one may. */
function collect(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

const folder = mkdtempSync(path.join(tmpdir(), 'bench-works-'));
try {
  const [given] = process.argv.slice(2);
  workspace(folder);
  const real = given === undefined ? folder : path.resolve(given);
  const pdfs = readdirSync(real).filter((name) => name.toLowerCase().endsWith('.pdf'));
  const built = mkdtempSync(path.join(tmpdir(), 'bench-works-built-'));
  const cache = path.join(built, 'cache');
  const program = await worker(built);
  const cold = await search(folder, program, cache);
  const again = await search(folder, program, cache);
  console.log(`${QUOTATIONS} quotations from ${WORKS} PDFs of ${PAGES} pages:`);
  tell('cold', cold.seconds, LIMITS.cold, 's');
  tell('from the cache', again.seconds, LIMITS.again, 's');
  console.log(
    `processor time of all threads: cold ${shortNumber(cold.processorSeconds)} s, from the cache ${shortNumber(again.processorSeconds)} s`,
  );
  console.log(`typing before, p95: ${shortNumber(quantile(cold.alone, 0.95))} ms`);
  tell('typing meanwhile, p95', quantile(cold.typing, 0.95), LIMITS.typing, 'ms');
  tell('memory while reading', cold.reading, LIMITS.reading, 'MB');
  tell('memory at rest', cold.rest, LIMITS.rest, 'MB');
  await extraction(pdfs.map((name) => path.join(real, name)));
  rmSync(built, { recursive: true });
} finally {
  rmSync(folder, { recursive: true });
}
