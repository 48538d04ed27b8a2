import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NodeFileSystem } from '../../server/src/hosts/node-file-system.ts';
import type { FileContent, FileSystem } from '../../server/src/workspace/file-system.ts';
import { SessionInMemory } from '../support/session.ts';

/** Files on disk that count what is listed and read of them. */
class Counted implements FileSystem {
  readonly listed: string[] = [];
  readonly wasRead: string[] = [];
  private readonly files: NodeFileSystem;

  /** `heard` is called of each file that is listed. */
  constructor(
    root: string,
    near: () => readonly string[] | null,
    private readonly heard: () => void,
  ) {
    this.files = new NodeFileSystem(root, { near });
  }

  async *list(signal: AbortSignal): AsyncGenerator<string> {
    for await (const file of this.files.list(signal)) {
      this.listed.push(file);
      this.heard();
      yield file;
    }
  }

  async read(file: string): Promise<FileContent> {
    const content = await this.files.read(file);
    if (content.status === 'read') this.wasRead.push(file);
    return content;
  }
}

const README = `# Contributing

Ping @octocat or @org/team-docs, or write to [@maintainer]; install [@babel/core] first.[^1]

[^1]: Not now.
`;

/** A repository of programs with a good deal of prose in it. */
const REPOSITORY: Readonly<Record<string, string>> = {
  'README.md': README,
  'package.json': '{"name": "x"}\n',
  'CHANGELOG.md': 'Thanks to @somebody[^2].\n',
  'src/a.ts': 'export {};\n',
  'src/notes.md': 'See [@lee2011].[^9]\n',
  'packages/one/README.md': '# One\n',
  'packages/one/data.json': '[]\n',
  'packages/two/docs/deep/guide.md': '# Guide\n\nWords.\n',
};

const uri = (file: string): string => `file:///w/${file}`;

describe('a folder that is nobody’s scholarship', () => {
  let folder: string;
  let files: Counted;
  let session: SessionInMemory;

  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-foreign-'))));
  afterEach(() => {
    session.end();
    rmSync(folder, { recursive: true, force: true });
  });

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }

  function open(file: string, text: string): Promise<void> {
    const textDocument = { uri: uri(file), languageId: 'markdown', version: 1, text };
    return session.tell('textDocument/didOpen', { textDocument });
  }

  async function begin(more: Readonly<Record<string, string>> = {}, shown = 'README.md'): Promise<void> {
    for (const [file, text] of Object.entries({ ...REPOSITORY, ...more })) write(file, text);
    session = new SessionInMemory((near) => (files = new Counted(folder, near, () => session.changed())));
    await session.greet();
    await open(shown, { ...REPOSITORY, ...more }[shown]!);
    await session.ready();
    // What is asked is answered after all that came before was taken in.
    await session.ask('textDocument/hover', {
      textDocument: { uri: uri(shown) },
      position: { line: 0, character: 0 },
    });
  }

  /** Resolves when all texts of the folder are known. */
  async function isWhole(): Promise<void> {
    await session.when(() => session.status?.state === 'ready' && session.status.files >= 5);
    assert.ok(wandered().includes('src/notes.md'), wandered().join(' '));
    assert.ok(wandered().includes('packages/two/docs/deep/guide.md'), wandered().join(' '));
  }

  /** Whether anything below other folders than those of what is shown was looked at. */
  const wandered = (): string[] =>
    [...files.listed, ...files.wasRead].filter((file) => /^(?:src|packages)\//.test(file));

  it('is not listed, and nothing of it is read but what may be a bibliography beside the text', async () => {
    await begin();
    assert.deepEqual(wandered(), []);
    assert.deepEqual([...new Set(files.listed)], ['package.json']);
    assert.ok(
      files.wasRead.every((file) => file === 'package.json'),
      files.wasRead.join(' '),
    );
    assert.equal(session.status?.files, 1);
    assert.deepEqual(session.published.get(uri('README.md'))?.diagnostics ?? [], []);
  });

  it('is looked at beside and above a text that is opened deep in it, and not below', async () => {
    await begin();
    await open('packages/one/README.md', '# One\n');
    await session.ask('textDocument/documentSymbol', {
      textDocument: { uri: uri('packages/one/README.md') },
    });
    await session.when(() => files.listed.includes('packages/one/data.json'));
    assert.deepEqual(
      wandered().filter((file) => file !== 'packages/one/data.json'),
      [],
    );
  });

  it('stays so whatever changes on disk and is no bibliography', async () => {
    await begin();
    write('src/notes.md', 'Other words.[^9]\n');
    const changes = ['src/notes.md', 'CHANGELOG.md', 'packages/one/data.json'].map((file) => ({
      uri: uri(file),
      type: 2,
    }));
    await session.tell('workspace/didChangeWatchedFiles', { changes });
    await session.ask('textDocument/documentSymbol', { textDocument: { uri: uri('README.md') } });
    assert.deepEqual(wandered(), []);
    assert.equal(session.status?.files, 1);
  });

  const asked = (method: string) => ({ method, position: { line: 2, character: 90 } });
  it('is read as a whole by whoever renames what other files may name', async () => {
    await begin();
    const { method, position } = asked('textDocument/references');
    await session.ask(method, {
      textDocument: { uri: uri('README.md') },
      position: { ...position, character: README.split('\n')[2]!.indexOf('octocat') + 2 },
      context: { includeDeclaration: true },
    });
    assert.ok(wandered().includes('src/notes.md'));
  });

  const signs: Readonly<Record<string, [more: Readonly<Record<string, string>>, shown?: string]>> = {
    'a project file': [{ 'sicetnon.yaml': 'bibliography: []\n' }],
    'a bibliography at the root': [{ 'works.bib': '@book{keel2009, title = {Keels}}\n' }],
    'a bibliography beside the text': [
      { 'papers/works.ris': 'TY  - BOOK\nER  - \n', 'papers/a.md': '# A\n' },
      'papers/a.md',
    ],
    'Quarto’s settings': [{ '_quarto.yml': 'project:\n  type: book\n' }],
    'a citation': [{ 'a.md': 'So it was [@keel2009, p. 3].\n' }, 'a.md'],
    'a claim': [{ 'a.md': '[So it was]{.claim #so}.\n' }, 'a.md'],
    'a bibliography that the text names': [{ 'a.md': '---\nbibliography: papers/works.bib\n---\n' }, 'a.md'],
    'a text for Quarto': [{ 'a.qmd': '# A\n' }, 'a.qmd'],
  };
  for (const [sign, [more, shown]] of Object.entries(signs))
    it(`is one of ours, and read as a whole, with ${sign}`, async () => {
      await begin(more, shown);
      await isWhole();
    });

  it('is judged by a bibliography beside a text that is opened while the first reading begins', async () => {
    const text = 'So it was [@keel2009], and so [@keel2008].\n';
    write('a.md', text);
    write('works.bib', '@book{keel2009, title = {Keels}}\n');
    session = new SessionInMemory((near) => (files = new Counted(folder, near, () => session.changed())));
    const greeted = session.greet();
    await open('a.md', text);
    await greeted;
    await open('a.md', text);
    await session.when(() => (session.published.get(uri('a.md'))?.diagnostics.length ?? 0) > 1);
    const codes = session.published.get(uri('a.md'))!.diagnostics.map(({ code }) => code);
    assert.deepEqual(codes.sort(), ['bibliography-unnamed', 'citation-undefined']);
  });

  it('becomes one of ours when a citation is written', async () => {
    await begin();
    await session.tell('textDocument/didChange', {
      textDocument: { uri: uri('README.md'), version: 2 },
      contentChanges: [{ text: `${README}\nSo it was [@lee2011, p. 3].\n` }],
    });
    await isWhole();
  });

  it('becomes one of ours when a project file or a bibliography comes', async () => {
    await begin();
    write('works.bib', '@book{keel2009, title = {Keels}}\n');
    await session.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('works.bib'), type: 1 }] });
    await isWhole();
  });

  it('calls nothing missing before all is read', async () => {
    await begin({ 'src/claims.md': '[Other]{.claim #other}.\n' });
    const early: unknown[] = [];
    const hear = (): boolean => {
      early.push(...(session.published.get(uri('README.md'))?.diagnostics ?? []).map(({ code }) => code));
      return session.status?.state === 'ready' && session.status.files >= 6 && early.length > 0;
    };
    await session.tell('textDocument/didChange', {
      textDocument: { uri: uri('README.md'), version: 2 },
      contentChanges: [
        { text: '[So]{.claim #so supports="src/claims.md#other"}; [no]{.claim #no status="open"}.\n' },
      ],
    });
    await session.when(hear);
    assert.ok(early.includes('claim-open') && !early.includes('claim-undefined'), early.join(' '));
  });
});
