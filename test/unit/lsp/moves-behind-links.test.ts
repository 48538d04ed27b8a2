import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { NodeFileSystem } from '../../../server/src/hosts/node-file-system.ts';
import { SessionInMemory } from '../../support/session.ts';

const TEXT = '---\nbibliography: refs.bib\n---\n\nSo [@meyer2011].\n';

describe('moving a file that others name', () => {
  let home: string;
  let root: string;
  let session: SessionInMemory;
  let told: string[];

  beforeEach(async () => {
    home = mkdtempSync(path.join(tmpdir(), 'sicetnon-moves-'));
    root = path.join(home, 'workspace');
    mkdirSync(root);
    writeFileSync(path.join(home, 'elsewhere.md'), TEXT);
    writeFileSync(path.join(root, 'refs.bib'), '@book{meyer2011, title = {M}}\n');
    for (const name of ['one.md', 'two.md']) writeFileSync(path.join(root, name), TEXT);
    session = new SessionInMemory(new NodeFileSystem(root));
    told = [];
    session.client.onNotification('window/showMessage', ({ message }: { message: string }) => {
      told.push(message);
    });
    await session.greet();
    await session.ready();
  });
  afterEach(() => {
    session.end();
    rmSync(home, { recursive: true });
  });

  /** The files that are changed when the bibliography moves. */
  async function changed(): Promise<string[]> {
    const files = [{ oldUri: 'file:///w/refs.bib', newUri: 'file:///w/works.bib' }];
    const edit = await session.ask<WorkspaceEdit | null>('workspace/willRenameFiles', { files });
    return Object.keys(edit?.changes ?? {}).sort();
  }

  function swapForLinkOut(): void {
    rmSync(path.join(root, 'one.md'));
    symlinkSync('../elsewhere.md', path.join(root, 'one.md'));
  }

  it('keeps the path right in each of them', async () => {
    assert.deepEqual(await changed(), ['file:///w/one.md', 'file:///w/two.md']);
    assert.deepEqual(told, []);
  });

  it('leaves out one that was swapped for a link out after it was read, and says so', async () => {
    swapForLinkOut();
    assert.deepEqual(await changed(), ['file:///w/two.md']);
    assert.equal(told.length, 1);
    assert.match(told[0]!, /one\.md.*leads out of the workspace through a link/);
  });

  it('leaves one that an editor shows to the person who opened it', async () => {
    swapForLinkOut();
    const textDocument = { uri: 'file:///w/one.md', languageId: 'markdown', version: 1, text: TEXT };
    await session.tell('textDocument/didOpen', { textDocument });
    assert.deepEqual(await changed(), ['file:///w/one.md', 'file:///w/two.md']);
    assert.deepEqual(told, []);
  });
});
