import assert from 'node:assert/strict';
import { MemoryFileSystem } from '../../support/memory-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

const uri = 'file:///w/a.md';
const BIB = '@book{one1901, title = {One}, date = {1901}}\n@book{two1902, title = {Two}, date = {1902}}\n';
const HALF = BIB.slice(0, 60);

describe('A bibliography that is written while the server watches', () => {
  let disk: MemoryFileSystem;
  let session: SessionInMemory;

  beforeEach(async () => {
    disk = new MemoryFileSystem({
      'sicetnon.yaml': 'bibliography: refs.bib\n',
      'refs.bib': BIB,
      'a.md': 'As [@one1901; @two1902; @nobody1999].\n',
    });
    session = new SessionInMemory(disk);
    await session.greet();
    await session.ready();
    await session.when(() => found().join() === 'citation-undefined');
  });
  afterEach(() => session.end());

  const found = (file = uri) => session.published.get(file)?.diagnostics.map(({ code }) => code) ?? [];
  /** What is said of the text, its bibliography and the project file. */
  const told = () => [...found(), ...found('file:///w/refs.bib'), ...found('file:///w/sicetnon.yaml')].sort();
  const write = async (text: string | null) => {
    if (text === null) disk.remove('refs.bib');
    else disk.write('refs.bib', text);
    const changes = [{ uri: 'file:///w/refs.bib', type: text === null ? 3 : 2 }];
    await session.tell('workspace/didChangeWatchedFiles', { changes });
  };
  /** Another text is opened behind it: when its findings are there, what came before has been dealt with. */
  const afterAll = async (name: string) => {
    const other = `file:///w/${name}.md`;
    const textDocument = { uri: other, languageId: 'markdown', version: 1, text: '[^1]\n' };
    await session.tell('textDocument/didOpen', { textDocument });
    await session.when(() => found(other).length > 0);
  };

  for (const [name, half] of [
    ['half of it', HALF],
    ['nothing', ''],
    ['no file', null],
  ] as const)
    it(`says nothing while there is ${name}, and is right when it is whole`, async () => {
      await write(half);
      await session.when(() => session.waiting === 1);
      await write(`${BIB}@book{nobody1999, title = {N}}\n`);
      await session.when(() => found().length === 0);
      session.letTimePass();
      await afterAll('other');
      assert.deepEqual(found('file:///w/refs.bib'), []);
      assert.equal(session.waiting, 0);
    });

  for (const half of [HALF, null])
    it(`says so when it stays ${half === null ? 'away' : 'broken'}`, async () => {
      await write(half);
      await session.when(() => session.waiting === 1);
      await afterAll('first');
      assert.deepEqual(told(), ['citation-undefined']);
      session.letTimePass();
      await session.when(() => told().join() !== 'citation-undefined');
      assert.equal(session.waiting, 0);
    });

  it('waits for each change anew while it goes on', async () => {
    await write(HALF);
    await session.when(() => session.waiting === 1);
    disk.write('refs.bib', BIB.slice(0, 70));
    session.letTimePass();
    await session.when(() => session.waiting === 1);
    assert.deepEqual(told(), ['citation-undefined']);
    session.letTimePass();
    await session.when(() => told().join() !== 'citation-undefined');
  });

  it('says which paths were not kept right when a file moves meanwhile', async () => {
    const told: string[] = [];
    session.client.onNotification('window/showMessage', ({ message }: { message: string }) => {
      told.push(message);
    });
    disk.write('sicetnon.yaml', 'bibliography: refs.b');
    await session.tell('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///w/sicetnon.yaml', type: 2 }],
    });
    await session.when(() => session.waiting === 1);
    const files = [{ oldUri: 'file:///w/refs.bib', newUri: 'file:///w/lit/refs.bib' }];
    const edit = await session.ask<{ changes?: object }>('workspace/willRenameFiles', { files });
    assert.deepEqual(Object.keys(edit?.changes ?? {}), []);
    assert.equal(told.length, 1);
    assert.match(told[0]!, /^sicetnon\.yaml is just being written .*correct them there/);
  });

  it('refuses to rename a work meanwhile, in a sentence', async () => {
    const textDocument = { uri, languageId: 'markdown', version: 1, text: 'As [@one1901].\n' };
    await session.tell('textDocument/didOpen', { textDocument });
    const rename = () =>
      session.ask<{ changes?: object }>('textDocument/rename', {
        textDocument: { uri },
        position: { line: 0, character: 7 },
        newName: 'eins1901',
      });
    await write(HALF);
    await session.when(() => session.waiting === 1);
    await assert.rejects(rename(), /refs\.bib is just being written/);
    await write(BIB);
    assert.deepEqual(Object.keys((await rename()).changes ?? {}).sort(), [uri, 'file:///w/refs.bib'].sort());
  });
});
