import assert from 'node:assert/strict';
import { ClientFileSystem, type AskClient } from '../../../server/src/hosts/client-file-system.ts';
import type { FileAnswer, FolderEntry } from '../../../server/src/protocol/host.ts';

const FILES: Readonly<Record<string, string>> = {
  'memory:/texts/a.md': 'A',
  'memory:/texts/refs.bib': 'B',
  'memory:/texts/sicetnon.yaml': 'C',
  'memory:/texts/deep/er/b.md': 'D',
  'memory:/texts/deep/_quarto.yml': 'E',
  'memory:/texts/.git/c.md': 'F',
  'memory:/texts/node_modules/d.md': 'G',
};

/** A client with these files; `asked` holds what it was asked for. */
function client(asBase64 = false): { ask: AskClient; asked: string[] } {
  const asked: string[] = [];
  const answer = (name: string, uri: string, largest = 0): FileAnswer | FolderEntry[] => {
    asked.push(uri);
    if (name === 'folder') {
      const inside = Object.keys(FILES).filter((file) => file.startsWith(`${uri}/`));
      const kinds = new Map(
        inside.map((file): [string, FolderEntry['kind']] => {
          const [first, ...rest] = file.slice(uri.length + 1).split('/');
          return [first!, rest.length > 0 ? 'folder' : 'file'];
        }),
      );
      return [...kinds].map(([name, kind]) => ({ name, kind }));
    }
    const text = FILES[uri];
    if (text === undefined) return { status: 'missing' };
    if (text.length > largest) return { status: 'large' };
    return { status: 'read', bytes: asBase64 ? btoa(text) : new TextEncoder().encode(text) };
  };
  const ask = ((name: string, { uri, largest }: { uri: string; largest?: number }) =>
    Promise.resolve(answer(name, uri, largest))) as unknown as AskClient;
  return { ask, asked };
}

const system = (
  ask: AskClient,
  { listed = true, largest = 10, near = null as readonly string[] | null } = {},
): ClientFileSystem =>
  new ClientFileSystem(ask, (path) => `memory:/texts/${path}`, 'memory:/texts', {
    listed,
    largest: () => largest,
    near: () => near,
  });

async function listOf(files: ClientFileSystem, signal = new AbortController().signal): Promise<string[]> {
  const all: string[] = [];
  for await (const file of files.list(signal)) all.push(file);
  return all.sort();
}

describe('files that only the client can reach', () => {
  it('are listed, without hidden folders and those of programs', async () => {
    const { ask, asked } = client();
    assert.deepEqual(await listOf(system(ask)), [
      'a.md',
      'deep/_quarto.yml',
      'deep/er/b.md',
      'refs.bib',
      'sicetnon.yaml',
    ]);
    assert.ok(!asked.some((uri) => /\.git|node_modules/.test(uri)));
  });

  it('are listed only as far as they may count, where no folder was opened or only some are near', async () => {
    const { ask } = client();
    assert.deepEqual(await listOf(system(ask, { listed: false })), ['refs.bib']);
    assert.deepEqual(await listOf(system(ask, { near: ['', 'deep'] })), ['deep/_quarto.yml', 'refs.bib']);
  });

  it('are not asked for once nobody wants them', async () => {
    const { ask, asked } = client();
    const ended = new AbortController();
    ended.abort();
    assert.deepEqual(await listOf(system(ask), ended.signal), []);
    assert.deepEqual(asked, []);
  });

  it('are read as bytes, also where a message is text', async () => {
    for (const asBase64 of [false, true]) {
      const read = await system(client(asBase64).ask).read('a.md');
      assert.deepEqual(read, { status: 'read', bytes: new TextEncoder().encode('A') });
    }
    assert.deepEqual(await system(client().ask).read('none.md'), { status: 'missing' });
    assert.deepEqual(await system(client().ask, { largest: 0 }).read('a.md'), { status: 'large' });
  });

  it('are none outside of the folder, and no project file beside a text that was opened alone', async () => {
    const { ask, asked } = client();
    assert.deepEqual(await system(ask).read('/etc/passwd'), { status: 'missing' });
    assert.deepEqual(await system(ask, { listed: false }).read('sicetnon.yaml'), { status: 'missing' });
    assert.deepEqual(asked, []);
  });

  it('are passed over where the client does not answer', async () => {
    const files = system(() => Promise.reject(new Error('gone')));
    assert.deepEqual(await listOf(files), []);
    assert.deepEqual(await files.read('a.md'), { status: 'failed', reason: 'gone' });
  });
});
