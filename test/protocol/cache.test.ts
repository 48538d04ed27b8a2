import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StdioClient, codes } from './client.ts';

describe('What the server remembers', function () {
  let home: string;
  let client: StdioClient | null = null;

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'sicetnon-cache-'));
    mkdirSync(path.join(home, 'many'));
    writeFileSync(path.join(home, 'many', 'sicetnon.yaml'), 'bibliography: []\n');
    for (let i = 0; i < 100; i++)
      writeFileSync(path.join(home, 'many', `note-${i}.md`), `Words[^missing]. More ${i}.\n`);
  });
  afterEach(async () => {
    client?.discard();
    rmSync(home, { recursive: true });
  });

  async function diagnosed(cache: string | null): Promise<unknown[]> {
    client = await StdioClient.start({ from: path.join(home, 'many'), options: { cache } });
    return codes(await client.diagnostics('note-7.md', (all) => all.length > 0));
  }

  it('lies in the folder that the client names', async () => {
    const cache = path.join(home, 'cache');
    assert.deepEqual(await diagnosed(cache), ['footnote-undefined']);
    const [root] = readdirSync(cache);
    const [version] = readdirSync(path.join(cache, root!));
    assert.ok(readdirSync(path.join(cache, root!, version!)).length > 0);
  });

  it('is nothing where the client wants none', async () => {
    assert.deepEqual(await diagnosed(null), ['footnote-undefined']);
    assert.ok(!existsSync(path.join(home, 'cache')));
  });
});
