import assert from 'node:assert/strict';
import { BibtexLibrary } from '../../../server/src/bibliography/bibtex-library.ts';
import type {
  EntryPrinter,
  Printing,
  PrintJob,
  PrintOutcome,
} from '../../../server/src/bibliography/entry-printer.ts';
import { InlinePrinter } from '../../../server/src/bibliography/inline-printer.ts';
import { readBibliography } from '../../../server/src/bibliography/read-bibliography.ts';
import { Service } from '../../../server/src/service.ts';
import { strictLogger } from '../../support/check.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

const TEXT = '---\nbibliography: works.bib\n---\n\nAs [@k].\n';
const AT_KEY = { line: 4, character: 5 };
const PLAIN = 'Ash, A (2001). *T*.';

/** A printer that gives the outcomes that it is told, one after the other, and remembers the jobs. */
class ToldPrinter implements EntryPrinter {
  readonly jobs: PrintJob[] = [];
  prepared = 0;
  constructor(private readonly outcomes: PrintOutcome[]) {}

  prepare(): void {
    this.prepared++;
  }

  print(job: PrintJob): Printing {
    this.jobs.push(job);
    const outcome = Promise.resolve(this.outcomes.shift()!);
    return { soon: outcome, atLast: outcome };
  }
}

async function hovering(
  printer: EntryPrinter | null,
  { bib = '@book{k, author = {Ash, A}, title = {T}, year = 2001}', text = TEXT } = {},
) {
  const fileSystem = new MemoryFileSystem({ 'works.bib': bib, 'notes.md': text });
  const service = new Service({ fileSystem, logger: strictLogger, ...(printer ? { printer } : {}) });
  await service.start(() => undefined, new AbortController().signal);
  service.open('notes.md', text);
  await service.settle();
  const ask = async () => (await service.hover('notes.md', AT_KEY))?.markdown.split('\n\n') ?? [];
  return { service, fileSystem, ask };
}

const printed = (markdown: string): PrintOutcome => ({ status: 'printed', entry: { markdown, notes: [] } });

describe('an entry in a hover', () => {
  it('is printed by the style, once', async () => {
    const printer = new ToldPrinter([printed('By the style')]);
    const { ask } = await hovering(printer);
    assert.equal((await ask())[0], 'By the style');
    assert.equal((await ask())[0], 'By the style');
    assert.equal(printer.jobs.length, 1);
    const { entry } = printer.jobs[0]!;
    assert.ok('latex' in entry);
    assert.deepEqual(
      [...entry.latex.fields],
      [
        ['author', 'Ash, A'],
        ['title', 'T'],
        ['year', '2001'],
      ],
    );
  });

  it('is plain while the printer starts, and says no word of it', async () => {
    const { ask } = await hovering(new ToldPrinter([{ status: 'starting' }, printed('By the style')]));
    assert.deepEqual((await ask()).slice(0, -1), [PLAIN]);
    assert.equal((await ask())[0], 'By the style');
  });

  for (const [status, why] of [
    ['busy', /still being printed/],
    ['stopped', /took too long and was stopped/],
    ['failed', /could not be loaded/],
  ] as const)
    it(`is plain, with the reason, when the printer is or has ${status}`, async () => {
      const { ask } = await hovering(new ToldPrinter([{ status }]));
      const [plain, note, ...places] = await ask();
      assert.equal(plain, PLAIN);
      assert.match(note!, why);
      assert.equal(places.length, 1);
    });

  it('is not tried for ever when it is stopped again and again', async () => {
    const stopped = { status: 'stopped' } as const;
    const printer = new ToldPrinter([stopped, stopped, stopped]);
    const { ask } = await hovering(printer);
    for (let i = 0; i < 4; i++) assert.match((await ask())[1]!, /was stopped/);
    assert.equal(printer.jobs.length, 2);
  });

  it('is printed anew when its file or its style has changed', async () => {
    const printer = new ToldPrinter([printed('one'), printed('two'), printed('three')]);
    const { ask, service, fileSystem } = await hovering(printer, {
      text: TEXT.replace('---\n\n', 'csl: s.csl\n---\n\n'),
    });
    const at = async () =>
      (await service.hover('notes.md', { line: 5, character: 5 }))?.markdown.split('\n')[0];
    assert.equal(await at(), 'one');
    fileSystem.write('works.bib', '@book{k, title = {U}}');
    await service.refresh(['works.bib'], new AbortController().signal);
    assert.equal(await at(), 'two');
    fileSystem.write('s.csl', '<style/>');
    await service.refresh(['s.csl'], new AbortController().signal);
    assert.equal(await at(), 'three');
    assert.deepEqual(printer.jobs[2]!.style, { xml: '<style/>', lang: null });
    assert.deepEqual(await ask(), []);
  });

  it('is shown as it was when the text is edited meanwhile', async () => {
    const { ask, service } = await hovering(new ToldPrinter([printed('By the style')]));
    const asked = ask();
    const start = { line: 0, character: 0 };
    service.edit('notes.md', [{ range: { start, end: start }, text: '\n\n' }]);
    assert.deepEqual((await asked)[0], PLAIN);
  });

  it('sends no more of an entry than a press can take, and shows no more', async () => {
    const printer = new ToldPrinter([{ status: 'starting' }]);
    const { ask } = await hovering(printer, {
      bib: `@book{k, title = {${'"'.repeat(500_000)}}, year = 2001}`,
    });
    const [plain, note] = await ask();
    assert.ok(plain!.length < 5000);
    assert.match(note!, /cut short/);
    const { entry } = printer.jobs[0]!;
    assert.ok('latex' in entry);
    assert.ok([...entry.latex.fields.values()].join('').length < 8000);
  });

  it('is one of few when thousands share a key', async () => {
    const printer = new ToldPrinter(Array.from({ length: 3000 }, () => printed('x')));
    const { ask } = await hovering(printer, { bib: '@book{k, title = {T}}\n'.repeat(3000) });
    assert.match((await ask())[0]!, /hold 3000 entries of this key/);
    assert.equal(printer.jobs.length, 8);
  });

  it('has what prints it started by a document that cites, and by no other', async () => {
    const printer = new ToldPrinter([]);
    const { service } = await hovering(printer);
    service.open('other.md', 'Words.\n');
    service.prepareHovers('other.md');
    assert.equal(printer.prepared, 0);
    service.prepareHovers('notes.md');
    assert.equal(printer.prepared, 1);
  });

  it('is printed in this very thread where there is no other', async () => {
    const { ask } = await hovering(null);
    assert.equal((await ask())[0], 'Ash, A. 2001. *T*.');
  });

  it('is printed, or told of, where a style would never end', async () => {
    const macros = Array.from(
      { length: 26 },
      (_, i) => `<macro name="m${i}"><text macro="m${i + 1}"/><text macro="m${i + 1}"/></macro>`,
    );
    const layout = '<layout><text macro="m0"/></layout>';
    const xml = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">${macros.join('')}<macro name="m26"><text variable="title"/></macro><citation>${layout}</citation><bibliography>${layout}</bibliography></style>`;
    const { fileSystem, service } = await hovering(null, {
      text: TEXT.replace('---\n\n', 'csl: s.csl\n---\n\n'),
    });
    fileSystem.write('s.csl', xml);
    await service.refresh(['s.csl'], new AbortController().signal);
    const [plain, note] = (await service.hover('notes.md', { line: 5, character: 5 }))!.markdown.split(
      '\n\n',
    );
    assert.equal(plain, PLAIN);
    assert.match(note!, /citation style cannot be used.*more than 10,000 elements/);
  });
});

describe('what reads LaTeX in full', () => {
  it('is done without, with a word in the log, when its file is not there', async () => {
    const warnings: string[] = [];
    const library = new BibtexLibrary(
      (message) => warnings.push(message),
      () => Promise.reject(new Error('Cannot find module')),
    );
    await Promise.all([library.load(), library.load()]);
    const entry = readBibliography('x.bib', '@book{k, title = {\\emph{T}}}', library).entries[0]!;
    assert.equal(entry.decode()?.title, 'T');
    assert.deepEqual(warnings, [
      'What reads LaTeX in full could not be loaded; entries are read more lightly.',
    ]);
  });

  it('is not waited for by those who only prepare', () => {
    new InlinePrinter(() => assert.fail()).prepare();
  });
});
