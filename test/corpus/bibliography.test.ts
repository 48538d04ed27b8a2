import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { BibtexLibrary } from '../../server/src/bibliography/bibtex-library.ts';
import { nameOf, plainTextOfCsl, yearOf } from '../../server/src/bibliography/csl-item.ts';
import type { BibliographyEntry, BibliographyFile, CslItem } from '../../server/src/bibliography/model.ts';
import { readBibliography } from '../../server/src/bibliography/read-bibliography.ts';
import { refusalsOf } from '../../server/src/bibliography/pandoc-grammar.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { corpus } from '../support/corpus.ts';
import { NO_PANDOC, skip } from '../support/skip.ts';
import { runs } from '../support/runs.ts';

interface Agreement {
  entries: number;
  title: number;
  names: number;
  year: number;
  container: number;
  readonly differing: string[];
}

/** A sample of each file: decoding all of the largest by the library would take the test its minute. */
const SAMPLE = 60;

describe('bibliographies as people keep them, against Pandoc', function () {
  it('finds every key that Pandoc finds and no fault where Pandoc finds none', function () {
    const folder = corpus(this, '.');
    if (!hasPandoc()) {
      skip(this, NO_PANDOC);
    }
    let keys = 0;
    const missing: string[] = [];
    const falsely: string[] = [];
    for (const file of bibFiles(folder)) {
      const name = path.relative(folder, file);
      const read = readFile(file);
      const pandoc = pandocItems(file);
      if (!pandoc) continue;
      const found = new Set(read.entries.map((entry) => entry.key.text));
      keys += pandoc.length;
      for (const item of pandoc) if (!found.has(item.id)) missing.push(`${name}: ${item.id}`);
      for (const problem of read.problems) falsely.push(`${name}: ${problem.message}`);
      for (const { key, range } of read.entries) {
        const text = DocumentText.of(readFileSync(file, 'utf8')).text;
        assert.equal(text.slice(key.range.from, key.range.to), key.text);
        assert.equal(text[range.from], '@');
        assert.match(text.slice(range.to - 1, range.to), /[})]/);
      }
    }
    console.log(`      ${keys} keys that Pandoc finds, ${missing.length} of them not found`);
    assert.deepEqual(missing, []);
    assert.deepEqual(falsely, []);
    assert.ok(keys > 500);
  });

  for (const how of ['by the library', 'lightly'] as const)
    it(`decodes titles, names, years and containers as Pandoc does, ${how}`, async function () {
      const folder = corpus(this, '.');
      if (!hasPandoc()) skip(this, NO_PANDOC);
      const library = new BibtexLibrary();
      if (how === 'by the library') await library.load();
      const agreement: Agreement = { entries: 0, title: 0, names: 0, year: 0, container: 0, differing: [] };
      for (const file of bibFiles(folder)) {
        const pandoc = new Map((pandocItems(file) ?? []).map((item) => [item.id, item]));
        const all = readFile(file, library).entries;
        const entries = all.filter(({ key }) => isComparable(pandoc.get(key.text), all));
        const step = Math.max(1, Math.floor(entries.length / SAMPLE));
        for (let i = 0; i < entries.length; i += step) {
          const entry = entries[i]!;
          compare(entry.decode(), pandoc.get(entry.key.text)!, path.basename(file), agreement);
        }
      }
      const { entries, title, names, year, container, differing } = agreement;
      console.log(
        `      of ${entries} entries agree: titles ${title}, names ${names}, years ${year}, containers ${container}`,
      );
      if (process.env['SHOW_DIFFERENCES']) for (const line of differing) console.log(`        ${line}`);
      assert.ok(title / entries > 0.98, `titles ${title} of ${entries}`);
      assert.ok(names / entries > 0.98, `names ${names} of ${entries}`);
      assert.ok(year / entries > 0.98, `years ${year} of ${entries}`);
      assert.ok(container / entries > 0.97, `containers ${container} of ${entries}`);
    });
});

/**
 * Of entries that share a key Pandoc gives the last. Of a volume it gives the title of the whole as the title,
 * and the volume's own as `volume-title`; to us the work cited is the volume.
 */
function isComparable(pandoc: CslItem | undefined, all: readonly BibliographyEntry[]): boolean {
  if (!pandoc || pandoc['volume-title'] !== undefined) return false;
  return all.filter(({ key }) => key.text === pandoc.id).length === 1;
}

function compare(item: CslItem | null, pandoc: CslItem, file: string, agreement: Agreement): void {
  agreement.entries++;
  const check = (what: 'title' | 'names' | 'year' | 'container', ours: string, theirs: string): void => {
    if (ours === theirs) agreement[what]++;
    else agreement.differing.push(`${file} ${pandoc.id} ${what}: “${ours}” / “${theirs}”`);
  };
  check('title', folded(item?.title), folded(pandoc.title));
  check('names', folded(families(item)), folded(families(pandoc)));
  check('year', yearOf(item?.issued) ?? '', yearOf(pandoc.issued) ?? '');
  check('container', folded(item?.['container-title']), folded(pandoc['container-title']));
}

function families(item: CslItem | null): string {
  return (item?.author ?? item?.editor ?? [])
    .map(nameOf)
    .filter((name) => name !== 'others')
    .join('; ');
}

/** What both may write differently and mean the same: case, tags, quotation marks, dashes, white space. */
function folded(text: string | undefined): string {
  return plainTextOfCsl(text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’“”"'`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]+/g, '-')
    .replace(/[\s\u00a0\u2009\u202f]+/g, ' ')
    .trim();
}

function readFile(file: string, library?: BibtexLibrary): BibliographyFile {
  return readBibliography(file, DocumentText.of(readFileSync(file, 'utf8')).text, library);
}

function bibFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.bib'))
    .map((name) => path.join(folder, name))
    .sort();
}

function hasPandoc(): boolean {
  return spawnSync('pandoc', ['--version']).status === 0;
}

const read = new Map<string, CslItem[] | null>();

/** Null where Pandoc refuses the file. */
function pandocItems(file: string): CslItem[] | null {
  const known = read.get(file);
  if (known !== undefined) return known;
  const run = spawnSync('pandoc', ['-f', 'biblatex', '-t', 'csljson', file], {
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  if (run.status !== 0)
    console.log(`      Pandoc refuses ${path.basename(file)}: ${run.stderr.slice(0, 120).trim()}`);
  const items = run.status === 0 ? (JSON.parse(run.stdout) as CslItem[]) : null;
  read.set(file, items);
  return items;
}

/** Sound pieces of a bibliography, and what a slip of the hand puts into them or takes away. */
const SOUND = [
  '@book{ab1, author = {Doe, Jane}, title = {A {B} c}, year = 2000}',
  '@article{k:2, title = "Quoted {x}", month = jan # "~1", year = {2001},}',
  '@string{qp = {Quay Press}}',
  '@comment{any thing}',
  '% line @ comment',
  '@online{x-y,\n  title = {T \\& U},\n  url = {http://a.example/~c%20d}\n}',
  '@preamble{"x"}',
  'plain words',
];
const SLIPS = '@ , ,, { } ( ) " % # \\ = . - é “ \u200b 1 & ~ / ; : _ @book @comment !'.split(' ');

describe('a bibliography with one slip', () => {
  it('is refused by the current Pandoc when we say so, and then alone', async () => {
    const { convert } = await import('pandoc-wasm');
    const numRuns = runs(200);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...SOUND), { minLength: 1, maxLength: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 2 }),
        fc.constantFrom('', ' ', '\n', ...SLIPS),
        async (pieces, place, gone, slip) => {
          // Keys that stand twice are another fault.
          const sound = pieces.map((piece, i) => piece.replace(/ab1|k:2|x-y/, (key) => key + i)).join('\n\n');
          const at = Math.floor(place * sound.length);
          const text = `${sound.slice(0, at)}${slip}${sound.slice(at + gone)}\n`;
          const { stdout } = await convert({ from: 'biblatex', to: 'csljson' }, text, {});
          if (stdout === '') refused++;
          assert.equal(refusalsOf(text).length > 0, stdout === '', text);
        },
      ),
      { numRuns, seed: 7 },
    );
    console.log(`      ${refused} of ${numRuns} are refused`);
    assert.ok(refused > numRuns / 10);
  });
});
