import assert from 'node:assert/strict';
import { LineIndex } from '../../../server/src/text/line-index.ts';
import { workspaceOf } from '../../support/check.ts';

const signal = new AbortController().signal;

/** A workspace at rest, ways to change it, and what it says of a file. */
async function workspace(fixture: string) {
  const { service, fileSystem, files } = await workspaceOf(fixture);
  service.takeStale();
  service.takeMoved();
  return {
    service,
    text: (path: string) => files.find((file) => file.path === path)!.text,
    write: async (path: string, text: string | Uint8Array | null) => {
      fileSystem.write(path, text);
      await service.refresh([path], signal);
    },
    remove: async (path: string) => {
      fileSystem.remove(path);
      await service.refresh([path], signal);
    },
    fileSystem,
    codes: (path: string) => service.check(path).findings.map(({ code }) => code),
    messages: (path: string) => service.check(path).findings.map(({ message }) => message),
  };
}

const WORKS = '@book{meyer2011, title = {Dockers}}\n@book{adler2014, title = {Owners}}\n';

describe('what follows from a change of files', () => {
  it('a bibliography that nobody names any more is forgotten', async () => {
    const { service, write } = await workspace(
      `//- sicetnon.yaml\nbibliography: [works.bib]\n//- works.bib\n${WORKS}//- notes.md\n[@meyer2011]\n`,
    );
    await write('sicetnon.yaml', 'bibliography: []\n');
    assert.ok(!service.files().includes('works.bib'));
    assert.ok(!service.world().library.knowsWork('meyer2011'));
    assert.ok(service.takeStale().has('works.bib'));
  });

  it('where the last that a glob named goes, an empty one, no key is unknown any more', async () => {
    const { service, remove, codes } = await workspace(
      "//- sicetnon.yaml\nbibliography: ['*.bib']\n//- works.bib\n% Nothing yet.\n//- notes.md\n[@lee2012]\n",
    );
    assert.deepEqual(codes('notes.md'), ['citation-undefined']);
    await remove('works.bib');
    assert.ok(service.takeStale().has('notes.md'));
    assert.deepEqual(codes('notes.md'), []);
  });

  it('and so is one that only a document named, when that goes', async () => {
    const { service, remove } = await workspace(
      `//- works.bib\n${WORKS}//- notes.md\n---\nbibliography: works.bib\n---\n[@meyer2011]\n`,
    );
    await remove('notes.md');
    assert.ok(!service.world().library.knowsWork('meyer2011'));
  });

  it('a bibliography that comes is read where a glob names it', async () => {
    const { service, write, codes } = await workspace(
      `//- sicetnon.yaml\nbibliography: ['*.bib']\n//- works.bib\n${WORKS}//- notes.md\n[@lee2012]\n`,
    );
    assert.deepEqual(codes('notes.md'), ['citation-undefined']);
    await write('more.bib', '@book{lee2012, title = {L}}\n');
    assert.ok(service.takeStale().has('notes.md'));
    assert.deepEqual(codes('notes.md'), []);
  });

  for (const [what, before, after] of [
    [
      'an abbreviation',
      '@string{p = {1--9}}\n@article{a, pages = p}\n',
      '@string{p = {1--99}}\n@article{a, pages = p}\n',
    ],
    [
      'a parent',
      '@article{b, pages = {1--9}}\n@article{a, crossref = b}\n',
      '@article{b, pages = {1--99}}\n@article{a, crossref = b}\n',
    ],
    [
      'data for many',
      '@xdata{b, pages = {1--9}}\n@article{a, xdata = b}\n',
      '@xdata{b, pages = {1--99}}\n@article{a, xdata = b}\n',
    ],
  ] as const)
    it(`those who cite a work are told when ${what} changes that its entry leans on`, async () => {
      const { service, write, codes } = await workspace(
        `//- sicetnon.yaml\nbibliography: [works.bib]\n//- works.bib\n${before}//- notes.md\n[@a, p. 12]\n`,
      );
      assert.deepEqual(codes('notes.md'), ['locator-outside']);
      await write('works.bib', after);
      assert.ok(service.takeStale().has('notes.md'));
      assert.deepEqual(codes('notes.md'), []);
    });

  it('two changes told at once come to what one after the other comes to', async () => {
    const { service, fileSystem } = await workspace(
      '//- sicetnon.yaml\nsources: {sources/one.txt: one1901}\n//- sources/one.txt\nWords.\n//- notes.md\nMore.\n',
    );
    assert.deepEqual(service.documentPaths(), ['notes.md', 'sources/one.txt']);
    fileSystem.remove('sicetnon.yaml');
    fileSystem.write('_quarto.yml', 'bibliography: []\n');
    await Promise.all([service.refresh(['sicetnon.yaml'], signal), service.refresh(['_quarto.yml'], signal)]);
    assert.deepEqual(service.documentPaths(), ['notes.md']);
  });

  it('settings that come to name another bibliography have it read, and its faults told', async () => {
    const { service, write, codes } = await workspace(
      `//- _quarto.yml\nbibliography: old.bib\n//- old.bib\n${WORKS}//- new.bib\n@book{lee2012, title = {L}}\n@book{bad\n//- notes.md\n[@lee2012]\n`,
    );
    assert.deepEqual(codes('notes.md'), ['citation-undefined']);
    await write('_quarto.yml', 'bibliography: new.bib\n');
    const stale = service.takeStale();
    assert.ok(stale.has('notes.md') && stale.has('new.bib'));
    assert.deepEqual(codes('notes.md'), []);
    assert.deepEqual(codes('new.bib'), ['entry-unreadable']);
  });

  it('of a file that is closed and opened again at once, what the editor shows counts', async () => {
    const { service } = await workspace(
      `//- sicetnon.yaml\nbibliography: [works.bib]\nactors: [a.yaml]\n//- _quarto.yml\nbibliography: []\n//- works.bib\n${WORKS}//- a.yaml\nlee: {name: Lee}\n//- notes.md\nWords.\n`,
    );
    const shown = [
      ['works.bib', '@book{lee2012, title = {L}}\n'],
      ['a.yaml', 'li: {name: Li}\n'],
      ['_quarto.yml', 'bibliography: gone.bib\n'],
      ['sicetnon.yaml', 'bibliography: [works.bib]\nactors: [a.yaml]\nplaces: {Wharf: Harbour}\n'],
    ] as const;
    for (const [path] of shown) service.open(path, '');
    await service.settle();
    const closed = shown.map(([path]) => service.close(path));
    for (const [path, text] of shown) service.open(path, text);
    await Promise.all(closed);
    await service.settle();
    const { library } = service.world();
    assert.ok(library.knowsWork('lee2012'));
    assert.equal(library.actors('li').length, 1);
    assert.deepEqual(library.scopeOf('notes.md').map(({ token }) => token.text), ['gone.bib', 'works.bib']); // prettier-ignore
    assert.equal(library.project.places.size, 1);
  });

  it('settings are told that a bibliography is missing when the first document comes that would cite from it', async () => {
    const { service, write, codes } = await workspace(
      '//- sicetnon.yaml\nrules: {}\n//- notes/_quarto.yml\nbibliography: gone.bib\n',
    );
    assert.deepEqual(codes('notes/_quarto.yml'), []);
    await write('notes/one.md', 'Words.\n');
    assert.ok(service.takeStale().has('notes/_quarto.yml'));
    assert.deepEqual(codes('notes/_quarto.yml'), ['bibliography-unreadable']);
  });

  it('the documents below settings that go are told, though an editor shows these', async () => {
    const { service, remove, codes, text } = await workspace(
      `//- sicetnon.yaml\nrules: {}\n//- _quarto.yml\nbibliography: works.bib\n//- works.bib\n${WORKS}//- notes.md\n[@nobody]\n`,
    );
    assert.deepEqual(codes('notes.md'), ['citation-undefined']);
    service.open('_quarto.yml', text('_quarto.yml'));
    service.takeStale();
    await remove('_quarto.yml');
    assert.ok(service.takeStale().has('notes.md'));
    assert.deepEqual(codes('notes.md'), []);
  });

  it('the project file is told of the text of a work that goes', async () => {
    const { service, remove, codes } = await workspace(
      '//- sicetnon.yaml\nsources: {one.txt: one}\n//- one.txt\nOne.\n',
    );
    await remove('one.txt');
    assert.ok(service.takeStale().has('sicetnon.yaml'));
    assert.deepEqual(codes('sicetnon.yaml'), ['project-invalid']);
  });

  it('a folder in place of a document is no document that cannot be read', async () => {
    const { write, codes } = await workspace('//- notes.md\nWords.\n');
    await write('notes.md', null);
    assert.deepEqual(codes('notes.md'), []);
  });

  it('a document that cannot be read is told of when its editor is closed', async () => {
    const { service, write, codes, text } = await workspace(
      '//- sicetnon.yaml\nrules: {}\n//- notes.md\nWords.\n',
    );
    service.open('notes.md', text('notes.md'));
    await write('notes.md', new Uint8Array([0xff, 0x80]));
    assert.deepEqual(codes('notes.md'), []);
    await service.close('notes.md');
    assert.ok(service.takeStale().has('notes.md'));
    assert.deepEqual(codes('notes.md'), ['file-unreadable']);
  });

  it('a document that cannot be read is not spoken of when the project leaves it out', async () => {
    const { service, write, codes } = await workspace('//- sicetnon.yaml\nrules: {}\n//- notes.md\nWords.\n');
    await write('notes.md', new Uint8Array([0xff, 0x80]));
    assert.deepEqual(codes('notes.md'), ['file-unreadable']);
    service.takeStale();
    await write('sicetnon.yaml', 'exclude: [notes.md]\n');
    assert.ok(service.takeStale().has('notes.md'));
    assert.deepEqual(codes('notes.md'), []);
  });

  it('of two reports at once none is lost', async () => {
    const { service, fileSystem } = await workspace('//- one.md\nOne.\n//- two.md\nTwo.\n');
    fileSystem.remove('one.md');
    fileSystem.write('three.md', 'Three.\n');
    await Promise.all([service.refresh(['one.md'], signal), service.refresh(['three.md'], signal)]);
    assert.deepEqual([...service.world().library.files].sort(), ['three.md', 'two.md']);
  });

  it('a document that an editor shows stays one when it is deleted and the project file changes', async () => {
    const { service, write, remove, text } = await workspace(
      '//- sicetnon.yaml\nsources: {one.txt: one}\n//- one.txt\nOne.\n',
    );
    service.open('one.txt', text('one.txt'));
    await remove('one.txt');
    await write('sicetnon.yaml', 'sources: {one.txt: two}\n');
    assert.deepEqual(service.world().library.workTexts.documentsOf('two'), ['one.txt']);
    assert.deepEqual(service.world().library.workTexts.documentsOf('one'), []);
  });

  it('a register that only an editor has is one, whenever the project file is read', async () => {
    const { service, remove, text } = await workspace(
      "//- sicetnon.yaml\nactors: ['*.yaml']\n//- people.yaml\nlee: {name: Lee}\n",
    );
    service.open('people.yaml', text('people.yaml'));
    await remove('people.yaml');
    service.open('sicetnon.yaml', "actors: ['*.yaml']\nrules: {}\n");
    await service.settle();
    assert.equal(service.world().library.actors('lee').length, 1);
  });

  it('a register that was taken for a bibliography for a while is one again', async () => {
    const project = "bibliography: []\nactors: ['*.yaml']\n";
    const { service, text } = await workspace(
      `//- sicetnon.yaml\n${project}//- people.yaml\nlee: {name: Lee}\n//- notes.md\nWords.\n`,
    );
    service.open('sicetnon.yaml', text('sicetnon.yaml'));
    for (const turned of ["bibliography: ['people.yaml']\n", project]) {
      service.edit('sicetnon.yaml', [{ text: turned }]);
      await service.settle();
    }
    const { library } = service.world();
    assert.equal(library.actors('lee').length, 1);
    assert.deepEqual([...library.bibliographyPaths()], []);
    assert.match(JSON.stringify(library.dump()), /people\.yaml/);
  });

  it('the next file that a name may mean is looked for when the first cannot be read any more', async () => {
    const naming = (name: string) => `---\nbibliography: ${name}\n---\n\n[@meyer2011].\n`;
    const { write, codes } = await workspace(
      `//- notes/works.bib\n${WORKS}//- index.md\n${naming('notes/works.bib')}`,
    );
    await write('notes/a.md', naming('works.bib'));
    assert.deepEqual(codes('notes/a.md'), []);
    await write('notes/works.bib', new Uint8Array([0xff, 0x80, 0x80]));
    assert.deepEqual(codes('notes/a.md'), ['bibliography-unreadable']);
  });

  it('registers stand in the order of their paths, whichever was read last', async () => {
    const fixture = '//- sicetnon.yaml\nactors: [a.yaml, b.yaml]\n//- a.yaml\nlee: {name: Lee}\n//- b.yaml\nlee: {name: Li}\n'; // prettier-ignore
    const { service, write, remove } = await workspace(fixture);
    await remove('a.yaml');
    await write('a.yaml', 'lee: {name: Lee}\n');
    const paths = service.world().library.actors('lee').map(({ path }) => path); // prettier-ignore
    assert.deepEqual(paths, ['a.yaml', 'b.yaml']);
  });

  it('the registers are told when a bibliography comes that their project waited for', async () => {
    const { service, write, codes } = await workspace(
      '//- sicetnon.yaml\nbibliography: [works.bib]\nactors: [a.yaml]\n//- a.yaml\nlee: {name: Lee, works: [nobody2000]}\n',
    );
    assert.deepEqual(codes('a.yaml'), []);
    await write('works.bib', WORKS);
    assert.ok(service.takeStale().has('a.yaml'));
    assert.deepEqual(codes('a.yaml'), ['register-invalid']);
  });

  it('the registers are told when they come to cite from a bibliography that is missing', async () => {
    const head = '---\nbibliography: gone.bib\n---\n';
    const { service, fileSystem, codes } = await workspace(
      `//- sicetnon.yaml\nbibliography: [works.bib]\nactors: [a.yaml]\n//- works.bib\n${WORKS}//- a.yaml\nlee: {name: Lee, works: [nobody2000]}\n`,
    );
    assert.deepEqual(codes('a.yaml'), ['register-invalid']);
    service.open('index.qmd', head);
    await service.settle();
    service.takeStale();
    fileSystem.write('index.qmd', head);
    await service.refresh(['index.qmd'], signal);
    assert.ok(service.takeStale().has('a.yaml'));
    assert.deepEqual(codes('a.yaml'), []);
  });

  it('an entry is cited no more when a document goes that had it from elsewhere', async () => {
    const { service, remove, codes } = await workspace(
      `//- sicetnon.yaml\nrules: {entry-uncited: hint}\n//- works.bib\n@book{meyer2011, title = {D}}\n//- a.md\n---\nbibliography: works.bib\n---\n//- b.md\n[@meyer2011]\n`,
    );
    assert.deepEqual(codes('works.bib'), []);
    await remove('b.md');
    assert.ok(service.takeStale().has('works.bib'));
    assert.deepEqual(codes('works.bib'), ['entry-uncited']);
  });
});

describe('what follows from a change of claims', () => {
  const judge =
    '//- sicetnon.yaml\nrules: {}\n//- judge.md\n[Leans]{.claim #leans supports="trust"} [^1].\n\n[^1]: N.\n';

  it('a document that comes wakes those whose addresses it makes ambiguous', async () => {
    const { service, write, codes } = await workspace(
      `${judge}//- a.md\n[A]{.claim #trust}[^1].\n\n[^1]: N.\n`,
    );
    assert.deepEqual(codes('judge.md'), []);
    await write('b.md', '[B]{.claim #trust}[^1].\n\n[^1]: N.\n');
    assert.ok(service.takeStale().has('judge.md'));
    assert.deepEqual(codes('judge.md'), ['claim-undefined']);
  });

  it('and those who may have meant what is in it, when it comes and when it goes', async () => {
    const { service, write, remove, messages } = await workspace(
      '//- sicetnon.yaml\nrules: {}\n//- judge.md\n[Leans]{.claim #leans evidence="a.md#trust"}.\n',
    );
    const leadsNowhere = messages('judge.md');
    await write('a.md', '[A]{.claim #trusts}[^1].\n\n[^1]: N.\n');
    assert.ok(service.takeStale().has('judge.md'));
    assert.match(
      messages('judge.md')[0]!,
      /“a\.md#trust” leads nowhere: “a\.md” has no such claim\. Did you mean/,
    );
    await remove('a.md');
    assert.ok(service.takeStale().has('judge.md'));
    assert.deepEqual(messages('judge.md'), leadsNowhere);
  });

  it('a work and its author are two again when the register goes that knew it', async () => {
    const { service, remove, codes } = await workspace(
      `//- sicetnon.yaml
bibliography: [works.bib]
actors: [people.yaml]
properties: {trusted: {type: boolean}}
//- works.bib
@book{lee1902, title = {Two}}
//- people.yaml
lee: {name: Lee, works: [lee1902]}
//- work.md
---
source: lee1902
---
[Nobody trusted it]{.claim #none about="x" says="trusted = no"}.
//- all.md
[All trusted it]{.claim #all about="x" says="trusted = yes" by="adler"}[^1].

[^1]: N.
//- notes.md
[It was so]{.claim implies="all" by="lee"}[^1].

[^1]: N.
`,
    );
    assert.deepEqual(codes('notes.md'), ['claim-commitment']);
    service.takeStale();
    await remove('people.yaml');
    assert.ok(service.takeStale().has('notes.md'));
    assert.deepEqual(codes('notes.md'), []);
  });

  it('the other side of a conflict moves when a document is opened or closed otherwise than it is saved', async () => {
    const side = (says: string) => `[It is so]{.claim about="x" says="trusted = ${says}"}[^1].\n\n[^1]: N.\n`;
    const { service, text } = await workspace(
      `//- sicetnon.yaml\nproperties: {trusted: {type: boolean}}\n//- a.md\n${side('yes')}//- b.md\n${side('no')}`,
    );
    const line = () => service.check('a.md').findings[0]?.related.find(({ path }) => path === 'b.md')?.range.start.line; // prettier-ignore
    assert.equal(line(), 0);
    service.open('b.md', `\n\n${text('b.md')}`);
    assert.ok(service.takeMoved().has('a.md'));
    assert.equal(line(), 2);
    await service.close('b.md');
    assert.ok(service.takeMoved().has('a.md'));
    assert.equal(line(), 0);
  });
});

describe('what follows from an edit of a front matter', () => {
  it('a bibliography that is missed is missed where it stands now', async () => {
    const { service, text } = await workspace('//- notes.md\n---\ntitle: T\nbibliography: gone.bib\n---\n');
    service.open('notes.md', text('notes.md'));
    await service.settle();
    const place = () => service.check('notes.md').findings.map(({ range }) => range.start);
    assert.deepEqual(place(), [{ line: 2, character: 14 }]);
    const range = LineIndex.of(text('notes.md')).positions({ from: 4, to: 4 });
    service.edit('notes.md', [{ range, text: 'lang: en\n' }]);
    assert.deepEqual(place(), [{ line: 3, character: 14 }]);
  });
});
