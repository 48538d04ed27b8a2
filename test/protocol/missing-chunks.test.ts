import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HoverRequest } from 'vscode-languageserver-protocol/node';
import { swapIn } from '../../scripts/swap.js';
import { faults } from '../support/weavers.ts';
import { StdioClient, codes, serverFile } from './client.ts';

/** A copy of what was built, at a place of its own. */
function copied(): string {
  const dist = mkdtempSync(path.join(tmpdir(), 'sicetnon-dist-'));
  for (const each of ['chunks', 'server.js', 'digest-worker.js', 'printing-worker.js'])
    cpSync(path.join(path.dirname(serverFile), each), path.join(dist, each), { recursive: true });
  return dist;
}

describe('The server', function () {
  this.timeout(60_000);
  let dist: string;
  let client: StdioClient | undefined;
  beforeEach(() => (dist = copied()));
  afterEach(() => {
    client?.discard();
    rmSync(dist, { recursive: true, force: true });
  });

  /** The findings and a hover of a workspace that has works in BibTeX. */
  async function seen(): Promise<{ found: string[]; hover: string }> {
    await client!.open('faults.md');
    await client!.open('reading.md');
    const found = await client!.diagnostics('faults.md', (all) => all.length >= faults.length);
    const hover = await client!.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: client!.uri('reading.md') },
      position: client!.position('reading.md', '@dubois1955', 3),
    });
    return { found: codes(found), hover: JSON.stringify(hover?.contents ?? null) };
  }

  const due = faults.map(({ code }) => code).sort();

  it('goes on without what it loads when it is wanted: decoders, styles and locales', async () => {
    const chunks = path.join(dist, 'chunks');
    const lazy = readdirSync(chunks).filter((name) => name.endsWith('.js') && !name.startsWith('chunk-'));
    assert.ok(
      lazy.some((name) => name.startsWith('decode-bibtex-')),
      lazy.join(),
    );
    for (const name of lazy) rmSync(path.join(chunks, name));
    client = await StdioClient.start({ server: path.join(dist, 'server.js'), options: { cache: null } });
    const { found, hover } = await seen();
    assert.deepEqual(found, due);
    assert.match(hover, /1955/);
    assert.equal(await client.end(), 0);
    assert.equal(client.errors, '');
  });

  it('loads after a build what it has yet to load', async () => {
    client = await StdioClient.start({ server: path.join(dist, 'server.js'), options: { cache: null } });
    swapIn(dist, [{ file: 'chunks/new-AAAAAAAA.js', contents: new TextEncoder().encode('export {};\n') }]);
    const { found, hover } = await seen();
    assert.deepEqual(found, due);
    assert.match(hover, /1955/);
    assert.equal(await client.end(), 0);
    assert.equal(client.errors, '');
  });
});
