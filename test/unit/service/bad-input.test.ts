import assert from 'node:assert/strict';
import { Service } from '../../../server/src/service.ts';
import { strictLogger } from '../../support/check.ts';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';

type Files = Readonly<Record<string, string | Uint8Array | null>>;

async function opened(files: Files): Promise<Service> {
  const service = new Service({ fileSystem: new MemoryFileSystem(files), logger: strictLogger });
  await service.start(() => undefined, new AbortController().signal);
  return service;
}

/** `path:line code` of every finding in the workspace. */
function told(service: Service): string[] {
  return service
    .files()
    .flatMap((path) =>
      service
        .check(path)
        .findings.map(
          ({ code, range }) => `${path}:${range.start.line + 1}:${range.start.character + 1} ${code}`,
        ),
    );
}

const PROJECT = 'bibliography: [works.bib]\nactors: [actors.yaml]\n';
const WORKS = '@book{meyer2011, title = {Dockers}}\n';
const ACTORS = 'union: {name: Union}\n';
const NOTES = 'Dockers [@meyer2011] of [the union]{.actor ref="union"}.\n';
const SOUND: Files = {
  'sicetnon.yaml': PROJECT,
  'works.bib': WORKS,
  'actors.yaml': ACTORS,
  'notes.md': NOTES,
};

describe('bad input gets a clear message and loses nothing', () => {
  it('a sound workspace has no findings', async () => {
    assert.deepEqual(told(await opened(SOUND)), []);
  });

  it('a project that includes all files takes none of those that it leans on for a document', async () => {
    const include = 'include: ["**/*"]\nfoo: bar\n';
    assert.deepEqual(told(await opened({ ...SOUND, 'sicetnon.yaml': PROJECT + include })), [
      'sicetnon.yaml:4:1 project-invalid',
    ]);
  });

  for (const [what, words] of [
    ['empty words', '""'],
    ['words without end', `"*${'a'.repeat(70_000)}"`],
    ['half a glob', '"{a,[b"'],
  ] as const)
    it(`a project file with ${what} where a path should stand`, async () => {
      for (const key of ['include', 'exclude', 'actors', 'bibliography', 'csl'])
        for (const value of [words, `[${words}]`]) {
          const service = await opened({ 'sicetnon.yaml': `${key}: ${value}\n`, 'notes.md': 'Words[^1].\n' });
          assert.ok(service.files().includes('sicetnon.yaml'));
          const asked = key === 'include' ? [] : ['notes.md:1:6 footnote-undefined'];
          assert.deepEqual(
            told(service).filter((one) => one.startsWith('notes')),
            asked,
          );
        }
    });

  it('patterns of other programs are refused where they stand, and the rest is read', async () => {
    const hostile = `+(+(+(a)))${'*a'.repeat(8)}b`;
    const files = {
      'sicetnon.yaml': `exclude: ["${hostile}", "old/**"]\ninclude:\n  - "**/{a,{b,c}}"\n  - "**/*.md"\nactors: "!(x).yaml"\n`,
      [`${'a'.repeat(200)}.md`]: 'Words[^1].\n',
      'old/a.md': 'Words[^1].\n',
    };
    assert.deepEqual(told(await opened(files)).sort(), [
      `${'a'.repeat(200)}.md:1:6 footnote-undefined`,
      'sicetnon.yaml:1:12 project-invalid',
      'sicetnon.yaml:3:6 project-invalid',
      'sicetnon.yaml:5:10 project-invalid',
    ]);
  });

  it('a pattern for bibliographies that front matter names is refused there', async () => {
    const service = await opened({ 'a.md': '---\nbibliography: "*(x|y).bib"\n---\n\nWords [@meyer2011].\n' });
    assert.deepEqual(told(service), ['a.md:2:16 bibliography-unreadable']);
  });

  it('a project that takes every file for a register or a bibliography has its documents all the same', async () => {
    for (const key of ['actors', 'bibliography']) {
      const service = await opened({
        'sicetnon.yaml': `${key}: ["**"]\n`,
        'a.yaml': '',
        'work.md': '---\nsource: meyer2011\n---\nWords.\n',
      });
      service.open('sicetnon.yaml', `${key}: ["**"]\nplaces: {Wharf: Harbour}\n`);
      await service.settle();
      const { library } = service.world();
      assert.deepEqual(library.workTexts.documentsOf('meyer2011'), ['work.md']);
      assert.equal(library.register('work.md') ?? library.bibliography('work.md'), undefined);
    }
  });

  it('a bibliography that is missing is reported where it is named; its keys are not called unknown', async () => {
    const { 'works.bib': _gone, ...rest } = SOUND;
    assert.deepEqual(told(await opened(rest)), ['sicetnon.yaml:1:16 bibliography-unreadable']);
  });

  it('a bibliography that is a folder', async () => {
    const service = await opened({ ...SOUND, 'works.bib': null });
    assert.deepEqual(told(service), ['sicetnon.yaml:1:16 bibliography-unreadable']);
    assert.match(service.check('sicetnon.yaml').findings[0]!.message, /is a folder/);
  });

  it('a bibliography outside the workspace is not followed', async () => {
    const service = await opened({
      ...SOUND,
      'notes.md': `---\nbibliography: ../../etc/works.bib\n---\n${NOTES}`,
    });
    assert.deepEqual(told(service), ['notes.md:2:15 bibliography-unreadable']);
    assert.match(service.check('notes.md').findings[0]!.message, /outside the workspace/);
  });

  it('a broken entry is reported on that entry and the others are read', async () => {
    const service = await opened({
      ...SOUND,
      'works.bib': `@book{adler2014, title = {Owners\n\n${WORKS}`,
    });
    assert.deepEqual(told(service), ['works.bib:1:1 entry-unreadable']);
  });

  it('a register that is missing is reported where it is named; its actors are not called unknown', async () => {
    const { 'actors.yaml': _gone, ...rest } = SOUND;
    assert.deepEqual(told(await opened(rest)), ['sicetnon.yaml:2:10 register-invalid']);
  });

  it('a project file whose YAML is broken is reported and the rest of it counts', async () => {
    const service = await opened({ ...SOUND, 'sicetnon.yaml': `${PROJECT}rules: {claim-open: [}\n` });
    const codes = told(service);
    assert.ok(codes.some((line) => line.startsWith('sicetnon.yaml:3:') && line.endsWith('project-invalid')));
    assert.ok(
      codes.every((line) => line.startsWith('sicetnon.yaml')),
      codes.join('\n'),
    );
  });

  it('front matter that is broken is reported and the text is checked', async () => {
    const service = await opened({
      ...SOUND,
      'notes.md': `---\ntitle: "Dockers\n---\n${NOTES}And[^lost].\n`,
    });
    assert.deepEqual(told(service), ['notes.md:2:8 front-matter-invalid', 'notes.md:5:4 footnote-undefined']);
  });

  it('a document that is not UTF-8', async () => {
    const service = await opened({
      ...SOUND,
      'old.md': new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x0a]),
    });
    assert.deepEqual(told(service), ['old.md:1:1 file-unreadable']);
    assert.match(service.check('old.md').findings[0]!.message, /UTF-8/);
  });

  it('a plain text that is not UTF-8 is read by a guess, which is said once, and not of what an editor shows', async () => {
    const service = await opened({
      'sicetnon.yaml': 'include: ["*.txt"]\n',
      'old.txt': Uint8Array.from('Müller [?] wrote “nothing”.\n', (char) =>
        char === '“' ? 0x93 : char === '”' ? 0x94 : char.charCodeAt(0),
      ),
      'dark.txt': new Uint8Array([0x4d, 0xfc, 0x01, 0x02]),
    });
    assert.deepEqual(told(service), ['dark.txt:1:1 file-unreadable', 'old.txt:1:1 encoding-guessed']);
    assert.match(service.check('old.txt').findings[0]!.message, /Windows-1252/);
    service.open('old.txt', 'Müller [?] wrote “nothing”.\n');
    await service.settle();
    assert.deepEqual(service.check('old.txt').findings, []);
    await service.close('old.txt');
    await service.settle();
    assert.deepEqual(told(service), ['dark.txt:1:1 file-unreadable', 'old.txt:1:1 encoding-guessed']);
  });

  it('an empty file, a file without a last line end, a byte order mark', async () => {
    const service = await opened({
      ...SOUND,
      'empty.md': '',
      'short.md': 'And[^lost]',
      'marked.md': '\uFEFF---\ntitle: Dockers\n---\nAnd[^lost].',
    });
    assert.deepEqual(told(service), ['marked.md:4:4 footnote-undefined', 'short.md:1:4 footnote-undefined']);
  });

  it('CRLF: positions are those of the editor', async () => {
    const service = await opened({
      ...SOUND,
      'notes.md': 'One.\r\n\r\nAnd[^lost],\r\nand[^found].\r\n\r\n[^found]: Here\r\n    and here.\r\n',
    });
    assert.deepEqual(told(service), ['notes.md:3:4 footnote-undefined']);
  });

  it('a rule is switched off and on again in the project file', async () => {
    const quiet = {
      ...SOUND,
      'sicetnon.yaml': `${PROJECT}rules: {footnote-undefined: off}\n`,
      'a.md': 'And[^lost].\n',
    };
    assert.deepEqual(told(await opened(quiet)), []);
  });
});
