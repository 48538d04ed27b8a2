import assert from 'node:assert/strict';
import { Service } from '../../../server/src/service.ts';
import { citingOf } from '../../../server/src/features/views/citing.ts';
import { check, strictLogger, workspaceOf } from '../../support/check.ts';
import { WatchedWorkspace } from '../../support/watched-workspace.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { checkAction } from '../../support/check-action.ts';

const HALLAM = '@book{hallam1987, author = {Hallam, Ruth}, title = {Bread and Tides}, year = {1987}}\n';
const OSEI = '@book{osei2003, author = {Osei, Kwame}, title = {Who fed the strikers?}, year = {2003}}\n';
const JSON_WORKS = JSON.stringify([
  { id: 'osei2003', type: 'book', title: 'Who fed the strikers?', issued: { 'date-parts': [[2003]] } },
]);
const signal = new AbortController().signal;

describe('a bibliography that nobody names', () => {
  it('beside the text is used, told of once, and known keys are told from unknown ones', async () => {
    await check(`//- notes/references.bib
${HALLAM}//- notes/a.md
The kitchen fed the quay [@⟦bibliography-unnamed|hallam1987⟧, p. 4], and nobody paid [@⟦citation-undefined|nobody1900⟧].
The tide [@hallam1987].
`);
  });

  it('at the root serves the folders below, but none lies further than beside and at the root', async () => {
    await check(`//- references.bib
${HALLAM}//- other/lists.bib
${OSEI}//- notes/a.md
The quay [@⟦bibliography-unnamed|hallam1987⟧] and the strikers [@⟦citation-undefined|osei2003⟧].
`);
  });

  it('is told of by its name, and several together', async () => {
    const told = async (text: string): Promise<string> => {
      const [finding] = await check(`//- a.bib\n${HALLAM}//- b.bib\n${OSEI}//- notes.md\n${text}\n`);
      return finding!.message;
    };
    assert.equal(
      await told('The quay [@⟦bibliography-unnamed|hallam1987⟧].'),
      '“hallam1987” is cited from “a.bib”, which nothing names: Pandoc will not find it. Name it in the front matter, or in the project file.',
    );
    assert.equal(
      await told('The quay [@⟦bibliography-unnamed|hallam1987⟧; @osei2003].'),
      '“hallam1987” is cited from “a.bib”, “b.bib”, which nothing names: Pandoc will not find them. Name them in the front matter, or in the project file.',
    );
  });

  it('is told of while a file of settings names none', async () => {
    const workspace = await WatchedWorkspace.of({
      'references.bib': HALLAM,
      'settings.yaml': 'bibliography: references.bib\n',
      'notes.md': 'The quay [@hallam1987].\n',
    });
    const told = () => workspace.findings['notes.md']?.map(({ code }) => code) ?? [];
    assert.deepEqual(told(), []);
    await workspace.write('settings.yaml', 'theme: dark\n');
    assert.deepEqual(told(), ['bibliography-unnamed']);
    await workspace.write('settings.yaml', 'theme: dark\nbibliography: references.bib\n');
    assert.deepEqual(told(), []);
    await workspace.write('settings.yaml', null);
    assert.deepEqual(told(), ['bibliography-unnamed']);
  });

  it('is not told of in a project of MyST, which takes the bibliographies in its folder', async () => {
    const workspace = await WatchedWorkspace.of({
      'references.bib': HALLAM,
      'notes.md': 'The quay [@hallam1987].\n',
    });
    const told = () => workspace.findings['notes.md']?.map(({ code }) => code) ?? [];
    assert.deepEqual(told(), ['bibliography-unnamed']);
    await workspace.write('myst.yml', 'version: 1\n');
    assert.deepEqual(told(), []);
  });

  it('several beside a text are all read, and one beside counts before one at the root', async () => {
    const { service } = await workspaceOf(`//- references.bib
${HALLAM}//- notes/a.bib
@book{hallam1987, author = {Hallam, Ruth}, title = {Another}, year = {1987}}
//- notes/b.bib
${OSEI}//- notes/a.md
[@hallam1987; @osei2003]
`);
    const { library } = service.world();
    assert.deepEqual(
      [...library.entries('notes/a.md', 'hallam1987'), ...library.entries('notes/a.md', 'osei2003')].map(
        ({ path }) => path,
      ),
      ['notes/a.bib', 'references.bib', 'notes/b.bib'],
    );
  });

  it('is told of no more once another text names it, and again when none does', async () => {
    const named = '---\nbibliography: works.bib\n---\n';
    const service = new Service({
      fileSystem: new MemoryFileSystem({
        'works.bib': HALLAM,
        'a.md': 'Bread [@hallam1987].\n',
        'b.md': '\n',
      }),
      logger: strictLogger,
    });
    await service.start(() => undefined, signal);
    for (const [words, told] of [
      ['', ['bibliography-unnamed']],
      [named, []],
      ['No more.\n', ['bibliography-unnamed']],
    ] as const) {
      service.open('b.md', words);
      await service.settle();
      const stale = new Set(service.takeStale());
      if (words) assert.ok(stale.has('a.md'), `a.md is looked at again after ${JSON.stringify(words)}`);
      assert.deepEqual(
        service.check('a.md').findings.map(({ code }) => code),
        told,
      );
    }
  });

  for (const [name, text] of [
    ['works.json', JSON_WORKS],
    ['library.json', `{"items": ${JSON_WORKS}}`],
    ['works.yaml', 'references:\n- id: osei2003\n  type: book\n  title: Who fed the strikers?\n'],
    ['works.yml', '---\n- type: article-journal\n  id: osei2003\n  title: Who fed the strikers?\n'],
    ['works.ris', 'TY  - BOOK\nID  - osei2003\nTI  - Who fed the strikers?\nER  - \n'],
  ] as const)
    it(`may be ${name}`, async () => {
      await check(`//- ${name}
${text}
//- a.md
[@⟦bibliography-unnamed|osei2003⟧; @⟦citation-undefined|osei2030⟧]
`);
    });

  it('is none where JSON and YAML are data of another kind', async () => {
    await check(`//- package.json
{"name": "osei2003", "type": "module", "files": []}
//- users.json
[{"id": "osei2003", "type": "admin", "title": "Mr"}]
//- config.yml
- id: osei2003
  type: job
  title: Build
//- README.md
Write to [@osei2003] or @octocat, with @types/node; see [@babel/core].
`);
  });

  it('is shut out by what front matter, project or Quarto name', async () => {
    for (const naming of [
      '//- a.md\n---\nbibliography: named.bib\n---\n\n',
      '//- sicetnon.yaml\nbibliography: [named.bib]\n//- a.md\n',
      '//- _quarto.yml\nbibliography: named.bib\n//- a.md\n',
      '//- a.md\n---\nreferences:\n- id: osei2003\n  type: book\n---\n\n',
    ])
      await check(`//- named.bib
${OSEI}//- other.bib
${HALLAM}${naming}The quay [@⟦citation-undefined|hallam1987⟧; @osei2003].
`);
  });

  it('counts beside a project file that names none, but not where the project says that there is none', async () => {
    await check(`//- references.bib
${HALLAM}//- sicetnon.yaml
rules: {claim-open: off}
//- a.md
[@⟦bibliography-unnamed|hallam1987⟧]
`);
    await check(`//- references.bib
${HALLAM}//- sicetnon.yaml
bibliography: []
//- a.md
[@hallam1987]
`);
  });

  it('says nothing in a document of which no citation resolves', async () => {
    await check(`//- references.bib
${HALLAM}//- a.md
Thanks to [@lena] and to @hallam1978 for the photograph.
`);
  });

  it('takes no handle for a citation, unless a key is nearly the same', async () => {
    await check(`//- references.bib
${HALLAM}//- a.md
The quay [@⟦bibliography-unnamed|hallam1987⟧]. Thanks to @octocat; and @⟦citation-undefined|hallam1978⟧ doubts it,
as does @⟦citation-undefined|octocat⟧ [p. 3].
`);
  });

  it('where somebody names it, a handle is an unknown work as before', async () => {
    await check(`//- references.bib
${HALLAM}//- a.md
---
bibliography: references.bib
---

The quay [@hallam1987]. Thanks to @⟦citation-undefined|octocat⟧.
`);
  });

  it('has only its cited entries told of', async () => {
    await check(`//- references.bib
${HALLAM}@book{⟦entry-duplicate|hallam1987⟧, title = {Again}}
${OSEI}@book{osei2003, title = {Again}}
@book{broken, title = {No end
//- a.md
[@⟦bibliography-unnamed|hallam1987⟧]
`);
  });

  it('and what is told of it follows who cites it', async () => {
    const { service } = await workspaceOf(
      `//- references.bib\n${HALLAM}${OSEI}${OSEI}//- sicetnon.yaml\n\n//- a.md\n[@hallam1987]\n`,
    );
    const codes = () => service.check('references.bib').findings.map(({ code }) => code);
    assert.deepEqual(codes(), []);
    service.open('a.md', '[@osei2003]\n');
    await service.settle();
    assert.ok(service.takeStale().has('references.bib'));
    assert.deepEqual(codes(), ['entry-duplicate']);
  });

  it('is noticed when it comes, changes and goes', async () => {
    const { service, fileSystem } = await workspaceOf('//- a.md\n[@hallam1987; @osei2003]\n');
    const codes = () => service.check('a.md').findings.map(({ code }) => code);
    assert.deepEqual(codes(), []);
    fileSystem.write('references.bib', HALLAM);
    await service.refresh(['references.bib'], signal);
    assert.ok(service.takeStale().has('a.md'));
    assert.deepEqual(codes(), ['bibliography-unnamed', 'citation-undefined']);
    fileSystem.write('references.bib', HALLAM + OSEI);
    await service.refresh(['references.bib'], signal);
    assert.deepEqual(codes(), ['bibliography-unnamed']);
    fileSystem.remove('references.bib');
    await service.refresh(['references.bib'], signal);
    assert.ok(service.takeStale().has('a.md'));
    assert.deepEqual(codes(), []);
  });

  it('whose last known citation goes from one paragraph leaves the others in peace', async () => {
    const { service } = await workspaceOf(`//- references.bib\n${HALLAM}//- a.md\n\n`);
    const codes = () => service.check('a.md').findings.map(({ code }) => code);
    service.open('a.md', 'One [@nobody].\n\nTwo [@hallam1987].\n');
    await service.settle();
    assert.deepEqual(codes(), ['citation-undefined', 'bibliography-unnamed']);
    const at = { line: 2, character: 6 };
    service.edit('a.md', [{ range: { start: at, end: { line: 2, character: 16 } }, text: 'anybody' }]);
    await service.settle();
    assert.deepEqual(codes(), []);
    service.edit('a.md', [{ range: { start: at, end: { line: 2, character: 13 } }, text: 'hallam1987' }]);
    await service.settle();
    assert.deepEqual(codes(), ['citation-undefined', 'bibliography-unnamed']);
  });

  it('is read for a text that an editor shows, before anything is cited, and forgotten when that is closed', async () => {
    const { service } = await workspaceOf(`//- references.bib\n${HALLAM}//- a.md\nNothing yet.\n`);
    assert.ok(!service.files().includes('references.bib'));
    service.open('a.md', 'Nothing yet.\n');
    await service.settle();
    assert.ok(service.files().includes('references.bib'));
    await service.close('a.md');
    assert.ok(!service.files().includes('references.bib'));
  });

  it('read as a stranger’s, it is read whole as soon as somebody names it, and the other way round', async () => {
    const { service, fileSystem } = await workspaceOf(
      `//- data.json\n[{"id": "x1", "type": "thing"}]\n//- a.md\n[@x1]\n//- b.md\nNone.\n`,
    );
    assert.ok(!service.files().includes('data.json'));
    const named = '---\nbibliography: data.json\n---\n\n[@x1; @x2]\n';
    fileSystem.write('b.md', named);
    await service.refresh(['b.md'], signal);
    assert.ok(service.files().includes('data.json'));
    assert.deepEqual(
      service.check('b.md').findings.map(({ code }) => code),
      ['citation-undefined'],
    );
    fileSystem.write('b.md', 'None.\n');
    await service.refresh(['b.md'], signal);
    assert.ok(!service.files().includes('data.json'));
  });

  it('can be switched off and on', async () => {
    const { service } = await workspaceOf(`//- references.bib\n${HALLAM}//- a.md\n[@hallam1987; @nobody]\n`);
    const codes = () => service.check('a.md').findings.map(({ code }) => code);
    await service.lookBeside(false, signal);
    assert.ok(service.takeStale().has('a.md'));
    assert.deepEqual(codes(), []);
    await service.lookBeside(true, signal);
    assert.deepEqual(codes(), ['bibliography-unnamed', 'citation-undefined']);
  });

  describe('is named by its fix', () => {
    const title = 'Name references.bib in the front matter';
    const bib = `//- references.bib\n${HALLAM}`;
    it('in front matter of its own', () =>
      checkAction(
        `${bib}//- a.md\nThe quay [@‸hallam1987].\n`,
        title,
        '---\nbibliography: references.bib\n---\n\nThe quay [@hallam1987].\n',
      ));
    it('in the front matter that is there', () =>
      checkAction(
        `${bib}//- a.md\n---\ntitle: Quay\n---\n\nThe quay [@‸hallam1987].\n`,
        title,
        '---\ntitle: Quay\nbibliography: references.bib\n---\n\nThe quay [@hallam1987].\n',
      ));
    it('in the place of a name that is missing', () =>
      checkAction(
        `${bib}//- a.md\n---\nbibliography:\ntitle: Quay\n---\n\nThe quay [@‸hallam1987].\n`,
        title,
        '---\nbibliography: references.bib\ntitle: Quay\n---\n\nThe quay [@hallam1987].\n',
      ));
    it('from a folder below the root, several of them', () =>
      checkAction(
        `${bib}//- notes/more works.bib\n${OSEI}//- notes/a.md\nThe quay [@‸hallam1987; @osei2003].\n`,
        'Name more works.bib, references.bib in the front matter',
        '---\nbibliography: ["more works.bib", ../references.bib]\n---\n\nThe quay [@hallam1987; @osei2003].\n',
      ));
  });

  it('is told of in the log and by the question what a text cites from', async () => {
    const said: string[] = [];
    const { files } = await workspaceOf(`//- references.bib\n${HALLAM}${OSEI}//- package.json\n{}\n//- a.md\n[@hallam1987]\n//- b.md\n---\nbibliography: gone.bib\n---\n`); // prettier-ignore
    const fileSystem = new MemoryFileSystem(Object.fromEntries(files.map(({ path, text }) => [path, text])));
    const logger = { ...strictLogger, info: (sentence: string) => void said.push(sentence) };
    const service = new Service({ fileSystem, logger });
    await service.start(() => undefined, signal);
    assert.deepEqual(said.sort(), [
      'gone.bib is not there.',
      'package.json holds no works, and is left alone.',
      'references.bib is read: 2 works, though nothing names it.',
    ]);
    const { library } = service.world();
    assert.deepEqual(citingOf('a.md', library), { how: 'found', files: ['references.bib'] });
    assert.deepEqual(citingOf('b.md', library), { how: 'named', files: [] });
  });

  it('where there is none, a citation says what can be done, and a handle says nothing', async () => {
    const { service, files } = await workspaceOf('//- a.md\nSee [@hallam1987] and @octocat.\n');
    service.open('a.md', files[0]!.text);
    await service.settle();
    const hover = async (character: number) =>
      (await service.hover('a.md', { line: 0, character }))?.markdown;
    assert.match((await hover(8)) ?? '', /^No bibliography is known here[^]*Choose My Library/);
    assert.equal(await hover(22), undefined);
    const at = { line: 0, character: 8 };
    const titles = service.actions('a.md', { start: at, end: at }, () => true).map(({ title }) => title);
    assert.ok(
      titles.includes('Describe “hallam1987” as a new work…') && titles.includes('Choose my library…'),
      titles.join(),
    );
  });

  describe('while files may be half written', () => {
    /** The workspace once the project file reads so, looked at before any doubt has ended. */
    async function told(files: Readonly<Record<string, string>>, project: string) {
      const workspace = await WatchedWorkspace.of(files);
      workspace.service.open('sicetnon.yaml', project);
      await workspace.service.settle();
      await workspace.publish();
      return workspace;
    }

    it('is taken for a register at once where the project names it, be it as faulty as it is', async () => {
      const files = {
        'sicetnon.yaml': '',
        'people.yaml': 'mill:\n  name: Mill\n  nobody-knows: this\n',
        'a.md': 'The [Mill]{.actor ref="mill"} [@hallam1987].\n',
      };
      const { service } = await told(files, 'actors: [people.yaml]\n');
      assert.deepEqual(service.doubted, []);
      assert.equal(service.world().library.actors('mill').length, 1);
    });

    it('that was named is looked into anew at once where nobody names it any more', async () => {
      const files = {
        'sicetnon.yaml': 'bibliography: [numbers.json]\n',
        'numbers.json': '[{"id": "hallam1987", "count": 3}]',
        'a.md': 'The tide [@hallam1987].\n',
      };
      const { service } = await told(files, '');
      assert.deepEqual(service.doubted, []);
      assert.deepEqual(service.world().library.entries('a.md', 'hallam1987'), []);
    });
  });
});
