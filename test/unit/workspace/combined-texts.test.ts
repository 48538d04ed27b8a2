import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Service } from '../../../server/src/service.ts';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import { checkHover } from '../../support/features.ts';
import { checkRename, renameAt } from '../../support/check-rename.ts';
import { check, strictLogger, workspaceOf } from '../../support/check.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { runs } from '../../support/runs.ts';

const SIGNAL = new AbortController().signal;
const WORKS = `//- works.bib
@book{meyer2011, title = {Dockers}}
`;

describe('one text of many files', () => {
  it('notes may be called in one and written in another', () =>
    check(`//- main.qmd
Called[^a] here, and[^b].

{{< include parts/_notes.qmd >}}

{{< include parts/_body.qmd >}}

[^c]: Called in the body.

⟦footnote-unused|[^e]⟧: Called nowhere.
//- parts/_notes.qmd
[^a]: A note.

⟦footnote-unused|[^d]⟧: Called nowhere.
//- parts/_body.qmd
Again[^a] and[^c], and what is nowhere⟦footnote-undefined|[^x]⟧.

[^b]: Called above.
`));

  it('by way of others, by paths that lead beside the document that takes all in', () =>
    check(`${WORKS}//- book/main.Rmd
---
bibliography: ../works.bib
---

Called[^a].

\`\`\`{r child="parts/one.Rmd"}
\`\`\`
//- book/parts/one.Rmd
\`\`\`{r child=c("parts/two.Rmd", "three.Rmd")}
\`\`\`
//- book/parts/two.Rmd
[^a]: After [@meyer2011; @⟦citation-undefined|nobody⟧].
//- book/parts/three.Rmd
[^b]: Called nowhere, but who takes it in is not known whole.

\`\`\`{r child="gone.Rmd"}
\`\`\`
`));

  it('a part that a part takes in stands in no text but the whole', () =>
    check(`//- main.qmd
{{< include _one.qmd >}}

[^a]: Called in the last.
//- _one.qmd
{{< include _two.qmd >}}
//- _two.qmd
Called[^a].
`));

  it('a part that nobody takes in is a document', () =>
    check(`//- parts/_a.qmd
Called⟦footnote-undefined|[^a]⟧.

⟦footnote-unused|[^b]⟧: A note.
`));

  it('each document that takes a part in counts', async () => {
    const findings = await check(`${WORKS}//- one.qmd
---
bibliography: works.bib
---

{{< include _part.qmd >}}

[^a]: Only here.
//- two.qmd
---
references: [{id: adler2014, type: book, title: Owners}]
---

{{< include _part.qmd >}}
//- _part.qmd
Called⟦footnote-undefined|[^a]⟧ and⟦footnote-undefined|[^x]⟧ [@⟦citation-undefined|meyer2011⟧; @⟦citation-undefined|adler2014⟧; @⟦citation-undefined|nobody⟧].
`);
    assert.deepEqual(
      findings.map(({ message }) => message),
      [
        'Note “a” is called here but not written. Add a paragraph that begins with “[^a]:”. So it is in the text of “two.qmd”.',
        'Note “x” is called here but not written. Add a paragraph that begins with “[^x]:”.',
        '“meyer2011” is in no bibliography of “two.qmd”, which takes this in too. Add the entry there, or name the bibliography that has it.',
        '“adler2014” is in no bibliography of “one.qmd”, which takes this in too. Add the entry there, or name the bibliography that has it.',
        '“nobody” is in no bibliography. Add the entry, or correct the key.',
      ],
    );
  });

  it('those that take in each other are one', () =>
    check(`//- a.qmd
{{< include b.qmd >}}

Called[^a].
//- b.qmd
{{< include a.qmd >}}

[^a]: A note.
`));

  it('of a note that is written again in another file the last is printed', async () => {
    const findings = await check(`//- main.qmd
⟦footnote-duplicate|[^a]⟧: Lost.

{{< include _part.qmd >}}

[^b]: Printed.

A[^a] b[^b].
//- _part.qmd
[^a]: Printed.

⟦footnote-duplicate|[^b]⟧: Lost.
`);
    assert.equal(
      findings[0]!.message,
      'Note “a” is written again in “_part.qmd”, line 1, which stands in one text with this. Pandoc prints only the last; what stands here is lost. Give one of them another label.',
    );
  });
});

const CHAPTERS = (one: string, two: string) => `//- index.EXT
Preface.
//- one.EXT
One[^1] and ${one}.

${two}
//- two.EXT
Two[^1].

[^1]: Of two.

[^far]: Written in two.
`;
const CALL = '⟦footnote-undefined|[^far]⟧';
const LOST = '⟦footnote-duplicate|[^1]⟧: Of one.';

function book(format: string, chapters: string): string {
  return `//- _quarto.yml
project: {type: book}
book: {chapters: [index.qmd, {part: Part, chapters: [one.qmd]}], appendices: [two.qmd]}
${format}${chapters.replaceAll('.EXT', '.qmd')}`;
}

describe('a book', () => {
  it('of pages: each chapter is a text of its own', () =>
    check(book('', CHAPTERS(CALL, '[^1]: Of one.')).replace('[^far]:', '⟦footnote-unused|[^far]⟧:')));

  it('that becomes one document: a label twice is told, and notes may be called from other chapters', () =>
    check(book('format: [pdf, docx]\n', CHAPTERS('[^far]', LOST))));

  it('in both forms: what is wrong in one is told', () =>
    check(book('format: {html: default, epub: default}\n', CHAPTERS(CALL, LOST))));

  it('of bookdown’s is one document, of the chapters that it lists', () =>
    check(
      `//- _bookdown.yml\nrmd_files: [index.Rmd, one.Rmd, two.Rmd]\n${CHAPTERS('[^far]', LOST).replaceAll('.EXT', '.Rmd')}//- other.Rmd\n[^1]: Elsewhere.\n\nOther[^1].\n`,
    ));

  it('of which a chapter is missing is not known whole: nothing is called missing in it', () =>
    check(
      `//- _bookdown.yml\nrmd_files: [index.Rmd, gone.Rmd]\n//- index.Rmd\nOne[^1] and two[^2].\n\n[^1]: Here.\n`,
    )
      .then(() =>
        check(
          `//- _bookdown.yml\nrmd_files: [index.Rmd, two.Rmd]\n//- index.Rmd\nOne[^1] and two⟦footnote-undefined|[^2]⟧.\n\n[^1]: Here.\n//- two.Rmd\nTwo.\n`,
        ),
      )
      .then(() => undefined));

  it('of bookdown’s without a list: what lies there, the index first', () =>
    check(
      `//- _bookdown.yml\nbook_filename: b\n${CHAPTERS('[^far]', LOST).replaceAll('.EXT', '.Rmd')}//- _draft.Rmd\n[^1]: Elsewhere.\n\nOther[^1].\n`,
    ));

  it('no book: other projects have pages', () =>
    check(
      `//- _quarto.yml\nproject: {type: website}\nformat: pdf\n${CHAPTERS(CALL, '[^1]: Of one.').replaceAll('.EXT', '.qmd').replace('[^far]:', '⟦footnote-unused|[^far]⟧:')}`,
    ));
});

describe('an edit in one text of many files', () => {
  const FIXTURE = `${WORKS}//- main.qmd
---
bibliography: works.bib
---

Called[^a].

{{< include _part.qmd >}}
//- _part.qmd
Part [@meyer2011].

[^a]: A note.
//- other.qmd
Alone[^z].
`;

  async function opened() {
    const { service, files } = await workspaceOf(FIXTURE);
    const text = new Map(files.map((file) => [file.path, file.text]));
    for (const [path, words] of text) if (path.endsWith('.qmd')) service.open(path, words);
    await service.settle();
    service.takeStale();
    return {
      service,
      codes: (path: string) => service.check(path).findings.map(({ code }) => code),
      replace: async (path: string, words: string, by: string) => {
        const before = text.get(path)!;
        const from = before.indexOf(words);
        const range = LineIndex.of(before).positions({ from, to: from + words.length });
        service.edit(path, [{ range, text: by }]);
        text.set(path, before.replace(words, by));
        await service.settle();
        return [...service.takeStale()].sort();
      },
    };
  }

  it('concerns those that lean on it, and nobody else', async () => {
    const { codes, replace } = await opened();
    assert.deepEqual(codes('main.qmd'), []);
    assert.deepEqual(await replace('_part.qmd', '[^a]:', '[^b]:'), ['_part.qmd', 'main.qmd']);
    assert.deepEqual(codes('main.qmd'), ['footnote-undefined']);
    assert.deepEqual(codes('_part.qmd'), ['footnote-unused']);
    assert.deepEqual(await replace('_part.qmd', 'A note', 'Some note'), ['_part.qmd']);
    assert.deepEqual(await replace('main.qmd', '[^a]', '[^b]'), ['_part.qmd', 'main.qmd']);
    assert.deepEqual([...codes('main.qmd'), ...codes('_part.qmd')], []);
  });

  it('that takes a part out or in again', async () => {
    const { codes, replace } = await opened();
    assert.deepEqual(await replace('main.qmd', '_part', '_gone'), ['_part.qmd', 'main.qmd']);
    assert.deepEqual(codes('main.qmd'), []);
    assert.ok(codes('_part.qmd').includes('footnote-unused'));
    await replace('main.qmd', '_gone', '_part');
    assert.deepEqual(codes('_part.qmd'), []);
  });

  it('of the bibliography that the whole names', async () => {
    const { codes, replace } = await opened();
    assert.deepEqual(codes('_part.qmd'), []);
    const concerned = await replace('_part.qmd', 'meyer2011', 'nobody');
    assert.deepEqual(
      concerned,
      ['_part.qmd', 'works.bib'].filter((path) => concerned.includes(path)),
    );
    assert.deepEqual(codes('_part.qmd'), ['citation-undefined']);
    assert.ok((await replace('main.qmd', 'bibliography: works.bib', 'title: x')).includes('_part.qmd'));
    assert.deepEqual(codes('_part.qmd'), []);
  });

  it('that names a bibliography concerns those who cite from it without naming it', async () => {
    const service = await serviceOf({
      'works.bib': '@book{meyer2011, title = {Dockers}}\n',
      'a.qmd': '\n',
      'b.qmd': 'Cites @meyer2011.\n',
    });
    for (const [path, text] of [
      ['a.qmd', '\n'],
      ['b.qmd', 'Cites @meyer2011.\n'],
    ] as const)
      service.open(path, text);
    await service.settle();
    const codes = () => service.check('b.qmd').findings.map(({ code }) => code);
    assert.deepEqual(codes(), ['bibliography-unnamed']);
    service.takeStale();
    const start = { line: 0, character: 0 };
    service.edit('a.qmd', [{ range: { start, end: start }, text: '---\nbibliography: works.bib\n---\n' }]);
    await service.settle();
    assert.ok(service.takeStale().has('b.qmd'));
    assert.deepEqual(codes(), []);
    const end = { line: 3, character: 0 };
    service.edit('a.qmd', [{ range: { start, end }, text: '' }]);
    await service.settle();
    assert.ok(service.takeStale().has('b.qmd'));
    assert.deepEqual(codes(), ['bibliography-unnamed']);
  });

  it('leaves what reading all anew would give', async () => {
    const paths = ['a.qmd', 'b.qmd', '_c.qmd'];
    const piece = fc.constantFrom(
      'Call[^x].',
      '[^x]: Note.',
      '[^y]: Other.',
      'And[^y].',
      '{{< include b.qmd >}}',
      '{{< include _c.qmd >}}',
      '{{< include a.qmd >}}',
      '{{< include gone.qmd >}}',
      'Cites @meyer2011 and [@nobody].',
    );
    const text = fc.array(piece, { maxLength: 4 }).map((pieces) => `${pieces.join('\n\n')}\n`);
    const head = fc.constantFrom('', '---\nbibliography: works.bib\n---\n\n');
    const document = fc.tuple(head, text).map((parts) => parts.join(''));
    const settings = fc.constantFrom(
      null,
      'project: {type: book}\nbook: {chapters: [a.qmd, b.qmd]}\nformat: pdf\n',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 3, maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(2), document), { maxLength: 5 }),
        settings,
        async (before, edits, quarto) => {
          const files: Record<string, string> = { 'works.bib': '@book{meyer2011, title = {Dockers}}\n' };
          if (quarto) files['_quarto.yml'] = quarto;
          paths.forEach((path, i) => (files[path] = before[i]!));
          const service = await serviceOf(files);
          paths.forEach((path) => service.open(path, files[path]!));
          await service.settle();
          const shown = new Map(paths.map((path) => [path, service.check(path).findings]));
          for (const [i, words] of edits) {
            const path = paths[i]!;
            const range = LineIndex.of(files[path]!).positions({ from: 0, to: files[path]!.length });
            service.edit(path, [{ range, text: words }]);
            files[path] = words;
            await service.settle();
            for (const stale of [...service.takeStale(), ...service.takeMoved()])
              if (shown.has(stale)) shown.set(stale, service.check(stale).findings);
          }
          const fresh = await serviceOf(files);
          const tell = (findings: ReturnType<Service['check']>['findings']) =>
            findings.map(({ code, range, message }) => [code, range, message.replace(/line \d+/, 'line')]);
          for (const path of paths)
            assert.deepEqual(tell(shown.get(path)!), tell(fresh.check(path).findings), path);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

async function serviceOf(files: Readonly<Record<string, string>>): Promise<Service> {
  const service = new Service({ fileSystem: new MemoryFileSystem({ ...files }), logger: strictLogger });
  await service.start(() => undefined, SIGNAL);
  return service;
}

describe('a note of one text of many files', () => {
  const FIXTURE = `//- main.qmd
Called[^⟦name|a‸⟧] here.

{{< include _part.qmd >}}
//- _part.qmd
Again[^⟦name|a⟧].

[^⟦name|a⟧]: A note.
//- other.qmd
Alone[^a].

[^a]: Another note.
`;

  it('is renamed wherever it stands in that text', () => checkRename(FIXTURE, 'b'));

  it('cannot be called as another there', async () => {
    const refused = await renameAt(FIXTURE.replace('A note.\n', 'A note.\n\n[^b]: Another.\n'), 'b');
    assert.ok(typeof refused === 'string');
    assert.match(refused, /This text has a note \[\^b\] already/);
  });

  it('answers a hover with the file that it stands in', () =>
    checkHover(FIXTURE.replace(/⟦name\||⟧/g, ''), { markdown: '**Note a** is written in \\_part.qmd.' }).then(
      () => undefined,
    ));
});
