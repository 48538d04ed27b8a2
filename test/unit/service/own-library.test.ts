import assert from 'node:assert/strict';
import { rewrittenBy } from '../../../server/src/bibliography/rewritten.ts';
import { perform } from '../../../server/src/features/gestures/perform.ts';
import { suggestionsAt } from '../../../server/src/features/completion/completion.ts';
import { spliced } from '../../../server/src/features/actions/splices.ts';
import { rename } from '../../../server/src/features/rename/rename.ts';
import { subjectsAt } from '../../../server/src/features/references/subject.ts';
import { Service } from '../../../server/src/service.ts';
import { strictLogger } from '../../support/check.ts';
import { parseFixture } from '../../support/fixture.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

const LIBRARY = '/home/ruth/library.bib';
const ENTRIES = `@string{sp = {Severn Press}}
@book{hallam1987, author = {Hallam, Ruth}, title = {Bread {\\&} Tides}, publisher = sp, year = {1987}}
@article{osei2003, author = {Osei, Kwame and M{\\"u}ller, Jörg}, title = {Who fed the strikers?}, journal = {Port}, year = {2003}, pages = {1--9}}
`;

class WithLibrary extends MemoryFileSystem {
  outside(_folder: string, written: string): string | null {
    return written.startsWith('/') ? written : null;
  }
  override async *list(): AsyncGenerator<string> {
    for await (const path of super.list()) if (!path.startsWith('/')) yield path;
  }
}

/** A workspace beside a library of one's own, its last text open with the cursor where the fixture has it. */
async function workspace(fixture: string, library = ENTRIES) {
  const files = parseFixture(fixture);
  const fileSystem = new WithLibrary(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  fileSystem.write(LIBRARY, library);
  const service = new Service({ fileSystem, logger: strictLogger, ownLibrary: [LIBRARY] });
  await service.start(() => undefined, new AbortController().signal);
  const file = files.at(-1)!;
  service.open(file.path, file.text);
  await service.settle();
  const { lines } = service.shownText(file.path)!;
  const position = lines.positionAt(file.cursor ?? 0);
  const request = () => service.actionRequest(file.path, { start: position, end: position })!;
  return { service, files, file, position, request, fileSystem };
}

/** The text of each file after a gesture. */
async function afterCiting(
  fixture: string,
  work: string,
  library = ENTRIES,
): Promise<Record<string, string> | string> {
  const { files, request } = await workspace(fixture, library);
  const outcome = perform(request(), { kind: 'cite', work });
  if (outcome.status === 'refused') return outcome.why;
  const texts: Record<string, string> = {};
  for (const path of new Set(outcome.edits.map((edit) => edit.path))) {
    const text = files.find((each) => each.path === path)?.text ?? '';
    texts[path] = spliced(
      text,
      outcome.edits.filter((edit) => edit.path === path),
    ).text;
  }
  return texts;
}

describe('a library of one’s own that is not there', () => {
  it('has no entries, and no citation fails for it', async () => {
    const fileSystem = new WithLibrary({ 'a.md': '[@lee2011]\n' });
    const service = new Service({ fileSystem, logger: strictLogger, ownLibrary: [LIBRARY] });
    await service.start(() => undefined, new AbortController().signal);
    const { library } = service.world();
    assert.deepEqual(library.inOwnLibrary('lee2011'), []);
    assert.deepEqual(library.entriesIn('gone.bib', 'lee2011'), []);
    service.check('a.md');
  });
});

describe('a library of one’s own', () => {
  const codes = (service: Service, path: string) => service.check(path).findings.map(({ code }) => code);

  it('resolves citations where nothing is named, and there alone', async () => {
    const { service } = await workspace('//- own.bib\n@book{adler2014, title = {Owners}}\n//- b.md\n---\nbibliography: own.bib\n---\n\n[@hallam1987; @adler2014]\n//- a.md\n[@hallam1987; @nobody]\n'); // prettier-ignore
    assert.deepEqual(codes(service, 'a.md'), ['bibliography-unnamed', 'citation-undefined']);
    assert.deepEqual(codes(service, 'b.md'), ['citation-undefined']);
    assert.match(service.check('b.md').findings[0]!.message, /^“hallam1987” is in your own library/);
    assert.deepEqual(codes(service, LIBRARY), []);
  });

  it('is one bibliography like others where a text names it', async () => {
    const { service } = await workspace(
      `//- a.md\n---\nbibliography: ${LIBRARY}\n---\n\n[@hallam1987; @nobody]\n`,
    );
    assert.deepEqual(codes(service, 'a.md'), ['citation-undefined']);
  });

  it('is no reason to look for works in a text of which no citation resolves', async () => {
    const { service } = await workspace(
      '//- README.md\nInstall [@types/node]; ask @hallam1978. Cells: [?]\n',
    );
    assert.deepEqual(codes(service, 'README.md'), []);
  });

  it('counts behind what lies beside the text', async () => {
    const { service } = await workspace('//- refs.bib\n@book{hallam1987, title = {Nearer}}\n//- a.md\n[@hallam1987; @osei2003]\n'); // prettier-ignore
    const { library } = service.world();
    assert.equal(library.entries('a.md', 'hallam1987')[0]!.path, 'refs.bib');
    assert.equal(library.entries('a.md', 'osei2003')[0]!.path, LIBRARY);
  });

  it('is offered wherever one cites, each work once', async () => {
    for (const head of ['', '---\nbibliography: own.bib\n---\n\n']) {
      const { service, file, position } = await workspace(`//- own.bib\n@book{hallam1987, title = {Mine}}\n//- a.md\n${head}See [@‸\n`); // prettier-ignore
      const found = suggestionsAt(service.request(file.path, position)!)!;
      assert.deepEqual(found.items.map(({ label }) => label).sort(), ['hallam1987', 'osei2003']);
      assert.equal(
        found.items.find(({ label }) => label === 'osei2003')!.further,
        head === '' ? undefined : true,
      );
    }
  });

  it('gives a copy of the entry to the bibliography of the text in the same move', async () => {
    const texts = await afterCiting('//- own.bib\n@book{adler2014, title = {Owners}}\n//- a.md\n---\nbibliography: own.bib\n---\n\nBread‸.\n', 'hallam1987'); // prettier-ignore
    assert.deepEqual(texts, {
      'a.md': '---\nbibliography: own.bib\n---\n\nBread [@hallam1987].\n',
      'own.bib':
        '@book{adler2014, title = {Owners}}\n\n@book{hallam1987,\n  author = {Hallam, Ruth},\n  title = {Bread {\\&} Tides},\n  publisher = {Severn Press},\n  year = {1987},\n}\n',
    });
  });

  for (const [name, before, after] of [
    [
      'own.json',
      '[\n  {"id": "adler2014", "type": "book"}\n]\n',
      /"adler2014", "type": "book"\},\n {2}\{\n {4}"id": "hallam1987"/,
    ],
    ['own.yaml', 'references:\n- id: adler2014\n  type: book\n', /type: book\n- \{\n {4}"id": "hallam1987"/],
    [
      'own.ris',
      'TY  - BOOK\nID  - adler2014\nER  - \n',
      /ER {2}- \n\nTY {2}- BOOK\nID {2}- hallam1987\nAU {2}- Hallam, Ruth\nTI {2}- Bread & Tides\n/,
    ],
  ] as const)
    it(`writes the copy as ${name} has it, and it can be read again`, async () => {
      const texts = await afterCiting(`//- ${name}\n${before}//- a.md\n---\nbibliography: ${name}\n---\n\nBread‸.\n`, 'hallam1987'); // prettier-ignore
      assert.ok(typeof texts === 'object');
      assert.match(texts[name]!, after);
      const again = await workspace(`//- ${name}\n${texts[name]}//- a.md\n${texts['a.md']}`, '');
      assert.deepEqual(codes(again.service, 'a.md'), []);
      const [entry] = again.service.world().library.entries('a.md', 'hallam1987');
      assert.deepEqual(entry?.entry.sketch().names, ['Hallam']);
    });

  it('makes a bibliography where there is none yet', async () => {
    const texts = await afterCiting('//- notes/a.md\nBread‸.\n', 'hallam1987');
    assert.ok(typeof texts === 'object');
    assert.deepEqual(Object.keys(texts), ['notes/a.md', 'references.bib']);
  });

  it('writes into no file that another program writes anew, and says where the change belongs', async () => {
    const why = await afterCiting('//- own.bib\n% Encoding: UTF-8\n\n@book{adler2014, title = {Owners}}\n\n@Comment{jabref-meta: databaseType:bibtex;}\n//- a.md\n---\nbibliography: own.bib\n---\n\nBread‸.\n', 'hallam1987'); // prettier-ignore
    assert.equal(why, '“own.bib” is written anew by JabRef, which would undo the change: make it in JabRef.');
  });

  it('nor renames a work in one', async () => {
    for (const [header, why] of [
      ['% Better BibTeX export', /written anew by Better BibTeX[^]* make it in Zotero\.$/],
      ['% This file was created with JabRef 2.10.', /make it in JabRef\.$/],
    ] as const) {
      const { service, file, position } = await workspace(`//- own.bib\n${header}\n@book{adler2014, title = {Owners}}\n//- a.md\n---\nbibliography: own.bib\n---\n\n[@ad‸ler2014]\n`); // prettier-ignore
      const request = service.request(file.path, position)!;
      const steps = rename(subjectsAt(request), 'oak', request);
      let step = steps.next();
      while (!step.done) step = steps.next();
      assert.ok('refused' in step.value);
      assert.match(step.value.refused, why);
    }
  });
});

describe('a bibliography that another program writes anew', () => {
  for (const [text, program] of [
    ['% Encoding: UTF-8\n\n@book{a, title = {A}}\n', 'JabRef'],
    ['@book{a, title = {A}}\n\n@Comment{jabref-meta: databaseType:biblatex;}\n', 'JabRef'],
    [
      `@book{a, title = {A}}\n${'% more\n'.repeat(9000)}@comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n}\n`,
      'JabRef',
    ],
    ['% Better BibTeX keep-updated export\n\n@book{a, title = {A}}\n', 'Better BibTeX'],
    [
      '@book{a, title = {A}}\n\n% == BibLateX quality report for a:\n% ? unused Library catalog\n',
      'Better BibTeX',
    ],
    ['{"config": {"label": "BetterBibTeX JSON"}, "items": []}', 'Better BibTeX'],
    ['% Exported from Zotero\n@book{a, title = {A}}\n', 'Zotero'],
    ['% My own notes, begun in Zotero and JabRef.\n@book{a, title = {Better BibTeX}}\n', null],
    ['@book{a, title = {A}, note = {% Encoding: UTF-8}}\n', null],
  ] as const)
    it(`is known as ${program}: ${text.slice(0, 40).replaceAll('\n', ' ')}`, () =>
      assert.equal(rewrittenBy(text), program));
});
