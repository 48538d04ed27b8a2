import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  DefinitionRequest,
  LSPErrorCodes,
  PublishDiagnosticsNotification,
  RenameRequest,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { codes, StdioClient } from './client.ts';

const DOCUMENTS = 60;
const BIB = '@book{one1901, title = {One}, date = {1901}}\n@book{two1902, title = {Two}, date = {1902}}\n';
const TEXT = 'As [@one1901; @two1902; @nobody1999].\n';

/** A folder of documents that all cite from one bibliography. */
function folderOfMany(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-many-'));
  writeFileSync(path.join(folder, 'sicetnon.yaml'), 'bibliography: refs.bib\n');
  writeFileSync(path.join(folder, 'refs.bib'), BIB);
  for (let i = 0; i < DOCUMENTS; i++) writeFileSync(path.join(folder, `${i}.md`), TEXT);
  return folder;
}

describe('A workspace whose files come bit by bit', () => {
  let from: string;
  let client: StdioClient;

  beforeEach(async () => {
    from = folderOfMany();
    client = await StdioClient.start({ from });
  });
  afterEach(() => {
    client.discard();
    rmSync(from, { recursive: true, force: true });
  });

  it('asks a client that can watch files to do so, unless it does by itself', async () => {
    await client.ready();
    const [asked] = client.registrations.filter(({ method }) => method === 'workspace/didChangeWatchedFiles');
    assert.deepEqual(asked?.registerOptions, {
      watchers: [
        { globPattern: '**/*.{md,markdown,qmd,Rmd,rmd,txt,bib,json,yaml,yml,ris,csl,pdf,epub,docx}' },
      ],
    });
    const other = await StdioClient.start({ from, options: { watches: true } });
    await other.ready();
    assert.ok(!other.registrations.some(({ method }) => method === 'workspace/didChangeWatchedFiles'));
    other.discard();
  });

  it('asks a client to watch the folders that a person allows, at home too', async () => {
    const from = folderOfMany();
    const asking = await StdioClient.start({
      from,
      settings: { allowedFolders: ['~/Works', '/srv/works', 'no/folder'] },
      can: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
      },
    });
    await asking.ready();
    const [asked] = asking.registrations.filter(({ method }) => method === 'workspace/didChangeWatchedFiles');
    const { watchers } = asked!.registerOptions as {
      watchers: { globPattern: string | { baseUri: string } }[];
    };
    assert.deepEqual(
      watchers.flatMap(({ globPattern }) => (typeof globPattern === 'string' ? [] : globPattern.baseUri)),
      [path.join(homedir(), 'Works'), '/srv/works'].map((folder) => pathToFileURL(folder).href),
    );
    asking.discard();
    rmSync(from, { recursive: true, force: true });
  });

  it('asks a client anew when a person allows another folder', async () => {
    const from = folderOfMany();
    const settings = { allowedFolders: [] as string[] };
    const asking = await StdioClient.start({
      from,
      settings,
      can: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
      },
    });
    const gone: string[] = [];
    const signal = new EventEmitter();
    asking.connection.onRequest('client/unregisterCapability', (params: object) => {
      gone.push(JSON.stringify(params));
      signal.emit('gone');
    });
    await asking.ready();
    settings.allowedFolders.push('/srv/works');
    const told = once(signal, 'gone');
    await asking.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await told;
    const [first, second] = asking.registrations.filter(
      ({ method }) => method === 'workspace/didChangeWatchedFiles',
    );
    assert.ok(JSON.stringify(second!.registerOptions).includes(pathToFileURL('/srv/works').href));
    assert.ok(gone[0]!.includes(first!.id));
    asking.discard();
    rmSync(from, { recursive: true, force: true });
  });

  const place = () => ({
    textDocument: { uri: client.uri('0.md') },
    position: client.position('0.md', '@one1901', 3),
  });
  const write = async (text: string) => {
    writeFileSync(path.join(client.folder, 'refs.bib'), text);
    await client.changed(['refs.bib', 2]);
  };

  it('says nothing of a bibliography that is written in two pieces before it is whole', async () => {
    await client.ready();
    await client.open('0.md');
    await client.diagnostics('0.md', (found) => found.length === 1);
    const told: string[] = [];
    const listener = client.connection.onNotification(
      PublishDiagnosticsNotification.type,
      ({ uri, diagnostics }) => {
        client.published.set(uri, diagnostics);
        for (const { message } of diagnostics)
          told.push(typeof message === 'string' ? message : message.value);
      },
    );
    await write(BIB.slice(0, 51));
    await client.connection.sendRequest(DefinitionRequest.type, place());
    await write(`${BIB}@book{nobody1999, title = {N}}\n`);
    // Renaming waits until all that has come is taken in.
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...place(), newName: 'eins1901' });
    assert.ok(edit);
    listener.dispose();
    assert.deepEqual(
      told.filter((message) => !message.includes('nobody1999')),
      [],
    );
  });

  it('says so when it stays half', async () => {
    await client.ready();
    await write(BIB.slice(0, 51));
    const found = await client.diagnostics('refs.bib', ({ length }) => length > 0);
    assert.deepEqual([...new Set(codes(found))], ['entry-unreadable']);
    await write(BIB);
    await client.diagnostics('refs.bib', ({ length }) => length === 0);
  });

  it('renames in all its files what is renamed right after the first was opened', async () => {
    await client.open('0.md');
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...place(), newName: 'eins1901' });
    const files = (edit?.documentChanges as TextDocumentEdit[]).map(({ textDocument: { uri } }) => uri);
    const all = ['refs.bib', ...Array.from({ length: DOCUMENTS }, (_, i) => `${i}.md`)];
    assert.deepEqual(files.sort(), all.map((file) => client.uri(file)).sort());
  });

  it('renames nothing where nobody waits for it any more', async () => {
    await client.open('0.md');
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      RenameRequest.type,
      { ...place(), newName: 'eins1901' },
      source.token,
    );
    source.cancel();
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
  });
});
