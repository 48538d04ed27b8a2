import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Service } from '../../server/src/service.ts';
import { shapeOf, SourceTexts } from '../../server/src/service/source-texts.ts';
import { readFacts } from '../../server/src/facts/read.ts';
import { readFound } from '../../server/src/found/read-found.ts';
import { parseTree } from '../../server/src/syntax/tree.ts';
import { DocumentText } from '../../server/src/text/document-text.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { strictLogger } from '../support/check.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';
import { PretendedWorks } from '../support/pretended-works.ts';
import { runs } from '../support/runs.ts';

const START: Readonly<Record<string, string>> = {
  'sicetnon.yaml': 'bibliography: [works.bib]\nsources: {one.txt: one, two.md: two}\n',
  'works.bib':
    '@article{one, author = {Mann, Ute}, title = {One}, date = {1999}}\n@incollection{two, author = {Roth, Eva}, title = {Two books}, date = {2004}}\n@book{own, title = {Own}}\n',
  'one.txt':
    'The gangs were hired at the gate each morning.\n\nNobody on the quays was paid by the month.\n\nThe owners kept two sets of books.\n',
  'two.md':
    '[1] What the men earned stood in neither of the books.\n\n[2] The foremen stood by the gate and counted.\n\n[3] So it went.\n',
  'notes.md':
    '“hired at the gate each morning” [@one], “nobody was paid by the month” [@one].\n\n[“The foremen stood by the gate”]{.quote from="two" at="para. 2"}\n\n> The owners kept three sets of books. [@two, para. 3]\n',
  'own.md':
    '---\nsource: own\n---\n\nThe men stood by the gate and waited.\n\n[“The men stood by the gate and waited”]{.quote from="own"}, “the foremen stood by the gate and waited” [@two].\n',
};
const NAMES = Object.keys(START).filter((name) => /\.(?:md|txt)$/.test(name));

const PIECES = [
  'gate',
  'month',
  ' ',
  'a',
  '\n\n',
  '”',
  '“',
  '[@one]',
  '[@two, para. 1]',
  ' …',
  '“hired at the gate each evening” (Mann 1999, p. 1)',
  'Roth (2004) says “the foremen stood by the gate”',
  '“So it goes”.[^a]\n\n[^a]: Roth, *Books*, para. 3.\n\n',
  ' (Mann, 1999)',
  '“The owners kept two sets of books” [@two]\n\n',
  '“What the men earned stood in neither” [@one]',
  '[“So it went and so it goes”]{.quote from="two"}',
  '---\nsource: two\n---\n\n',
  'source: one\n',
  '> ',
];

const HIRED = 'The gangs were hired at the gate each morning.';
const PAID = '[7]\nThe gangs were hired at the gate each evening.\f[8]\nNobody was paid by the month.';
const entry = (key: string, more: string): string =>
  `@book{${key}, author = {${key === 'one' ? 'Mann, Ute' : 'Roth, Eva'}}, title = {${key}}, year = {1999}, ${more}}\n`;
const NOTES =
  'Quoted: “hired at the gate each morning” [@one], “nobody was paid by the week” [@two, p. 7].\n';

/** What files of a workspace may become; null where there is none. They begin with the first of each. */
const CHANGES: Readonly<Record<string, readonly (string | null)[]>> = {
  'sicetnon.yaml': [
    'bibliography: [a.bib]\n',
    'bibliography: [a.bib, b.bib]\npapers: [lib]\n',
    'bibliography: [b.bib]\nsources: {c.pdf: two}\n',
    'papers: [lib]\n',
  ],
  'a.bib': [
    entry('one', 'file = {:one.pdf:PDF}') + entry('two', 'file = {:one.pdf:PDF}'),
    entry('two', 'file = {:c.pdf:PDF}') + entry('one', ''),
    `${entry('one', 'file = {:one.pdf:PDF}') + entry('two', 'file = {:one.pdf:PDF}')}@comment{jabref-meta: fileDirectory:lib;}\n`,
    `${entry('two', 'file = {:one.pdf:PDF}')}@book{one, crossref = {two}}\n`,
    null,
  ],
  'b.bib': [null, entry('one', 'file = {:c.pdf:PDF}') + entry('two', 'file = {:gone.pdf:PDF}')],
  'one.pdf': [HIRED, PAID, null, '%locked'],
  'c.pdf': [PAID, HIRED, null],
  'lib/one.pdf': [null, PAID],
  'lib/two.epub': [null, HIRED, PAID],
  'two.md': [
    'Words.\n',
    `---\nsource: two\n---\n\n${HIRED}\n`,
    `---\nsource: two\nexcerpt: true\n---\n\nWords.\n`,
  ],
  'notes.md': [
    NOTES,
    `---\nbibliography: b.bib\n---\n\n${NOTES}`,
    `${NOTES}\n> Nobody was paid by the month. [@one]\n`,
  ],
  'print.md': ['“The gangs were hired at the gate each morning” (Mann 1999, p. 7).\n'],
};

interface Edit {
  readonly file: number;
  readonly from: number;
  readonly length: number;
  readonly insert: string;
  /** Whether anybody looks before the next edit, and how long the search may last then. */
  readonly looks: 'not' | 'wholly' | 'until the next';
}

const edits = fc.array(
  fc.record({
    file: fc.nat({ max: NAMES.length - 1 }),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, { arbitrary: fc.nat({ max: 20 }), weight: 1 }),
    insert: fc.constantFrom(...PIECES),
    looks: fc.constantFrom('not' as const, 'wholly' as const, 'until the next' as const),
  }),
  { minLength: 1, maxLength: 10 },
);

async function started(texts: Readonly<Record<string, string>>, open: boolean): Promise<Service> {
  const service = new Service({
    fileSystem: new MemoryFileSystem(open ? START : texts),
    logger: strictLogger,
  });
  await service.start(() => undefined, new AbortController().signal);
  if (open) for (const path of NAMES) service.open(path, texts[path]!);
  await service.settle();
  return service;
}

async function told(service: Service, path: string): Promise<string> {
  const { findings } = service.check(path);
  const { quotations } = (await service.inspect(path)) ?? { quotations: [] };
  return JSON.stringify([findings.filter(({ code }) => code.startsWith('quote-')), quotations]);
}

describe('the verdicts on quotations', () => {
  it('after any edits are those of a workspace read anew, and each change of a finding is told', async function () {
    await fc.assert(
      fc.asyncProperty(edits, async (steps: readonly Edit[]) => {
        const texts: Record<string, string> = { ...START };
        const service = await started(texts, true);
        await service.verifyQuotations();
        const shown = new Map<string, string>();
        const publish = () => {
          for (const path of [...service.takeStale(), ...service.takeMoved()])
            shown.set(path, JSON.stringify(service.check(path).findings));
        };
        publish();
        let searching: Promise<void> | null = null;
        for (const { file, from: share, length, insert, looks } of steps) {
          const path = NAMES[file]!;
          const text = texts[path]!;
          const from = Math.floor(share * text.length);
          const to = Math.min(text.length, from + length);
          service.edit(path, [{ range: LineIndex.of(text).positions({ from, to }), text: insert }]);
          texts[path] = text.slice(0, from) + insert + text.slice(to);
          publish();
          if (looks === 'wholly') await service.verifyQuotations();
          else if (looks === 'until the next')
            searching ??= service.verifyQuotations(() => new Promise((resolve) => setImmediate(resolve)));
          await service.settle();
          publish();
        }
        await searching;
        await service.verifyQuotations();
        publish();
        const fresh = await started(texts, false);
        await fresh.verifyQuotations();
        for (const path of NAMES) {
          assert.equal(await told(service, path), await told(fresh, path), path);
          const now = JSON.stringify(service.check(path).findings);
          if (shown.has(path)) assert.equal(shown.get(path), now, `${path} is shown as it is`);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('on works in files are those of a workspace read anew, whatever becomes of files and bibliographies', async () => {
    const step = fc.constantFrom(...Object.entries(CHANGES).flatMap(([path, all]) => all.map((text) => [path, text] as const))); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const files: Record<string, string> = Object.fromEntries(
          Object.entries(CHANGES).flatMap(([path, [first]]) => (first === null ? [] : [[path, first!]])),
        );
        const fileSystem = new MemoryFileSystem(files);
        const begun = async (disk: MemoryFileSystem) => {
          const service = new Service({
            fileSystem: disk,
            works: new PretendedWorks(disk),
            logger: strictLogger,
          });
          await service.start(() => undefined, new AbortController().signal);
          await service.verifyQuotations();
          return service;
        };
        const service = await begun(fileSystem);
        for (const [path, text] of steps) {
          if (text === null) fileSystem.remove(path);
          else fileSystem.write(path, text);
          await service.refresh([path], new AbortController().signal);
          await service.verifyQuotations();
        }
        const fresh = await begun(fileSystem);
        for (const path of ['notes.md', 'print.md'])
          assert.equal(await told(service, path), await told(fresh, path), path);
      }),
      {
        numRuns: runs(60),
        // A file that its entry does not name any more is looked into for no quotation that comes later.
        examples: [[[['a.bib', CHANGES['a.bib']![1]!], ['a.bib', CHANGES['a.bib']![2]!], ['notes.md', CHANGES['notes.md']![2]!]]]], // prettier-ignore
      },
    );
  });

  it('stand while a quotation is being changed, and follow when it is looked for', async () => {
    const service = await started(START, true);
    await service.verifyQuotations();
    const codes = () => service.check('notes.md').findings.map(({ code }) => code);
    const before = codes();
    assert.ok(before.includes('quote-mismatch'));
    const replace = (words: string, by: string, text: string) => {
      const from = text.indexOf(words);
      const range = LineIndex.of(text).positions({ from, to: from + words.length });
      service.edit('notes.md', [{ range, text: by }]);
      return text.replace(words, by);
    };
    const text = replace('nobody was paid', 'nobody on the quays was pai', START['notes.md']!);
    assert.deepEqual(codes(), before, 'nothing flickers');
    replace('was pai ', 'was paid ', text);
    await service.verifyQuotations();
    assert.ok(!codes().includes('quote-mismatch'));
  });

  it('cost nothing where nothing that matters to them changed', async () => {
    const service = await started(START, true);
    await service.verifyQuotations();
    let steps = 0;
    service.edit('notes.md', [{ range: LineIndex.of('').positions({ from: 0, to: 0 }), text: 'Word. ' }]);
    await service.verifyQuotations(() => {
      steps++;
      return Promise.resolve();
    });
    assert.equal(steps, 0);
  });
});

describe('the texts of works', () => {
  const shaped = (path: string, words: string) => {
    const text = DocumentText.of(words);
    const facts = readFacts(parseTree(text.text));
    return shapeOf({ path, text, facts, found: readFound(text.text, { opaque: [], hasPandocNotes: false }) });
  };

  it('are held as long as there is room, those wanted last the longest', async () => {
    const reads: string[] = [];
    const words = 'The gangs were hired at the gate. '.repeat(100);
    const texts = new SourceTexts(
      (path) => {
        reads.push(path);
        return Promise.resolve({ status: 'read', text: DocumentText.of(words) });
      },
      undefined,
      40_000,
    );
    for (const path of ['a.txt', 'b.txt', 'c.txt']) texts.take(path, shaped(path, words), 'work');
    for (const path of ['a.txt', 'b.txt', 'a.txt', 'c.txt', 'a.txt', 'b.txt']) await texts.ready(path);
    assert.deepEqual(reads, ['a.txt', 'b.txt', 'c.txt', 'b.txt']);
    texts.take('b.txt', shaped('b.txt', words), 'work');
    await texts.ready('b.txt');
    assert.equal(reads.length, 5, 'what changed is read again');
  });

  it('are not there when the disk says something else than was taken over', async () => {
    const texts = new SourceTexts(() => Promise.resolve({ status: 'read', text: DocumentText.of('Other.') }));
    texts.take('a.txt', shaped('a.txt', 'Words.\n\nMore.'), 'work');
    assert.equal(await texts.ready('a.txt'), null);
    assert.equal(await texts.ready('b.txt'), null);
  });
});
