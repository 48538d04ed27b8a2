import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import { URI } from 'vscode-uri';
import type * as Source from '../../../client/src/machine/answer-files.ts';
import { inEditor } from '../../support/vscode/editor.ts';

const FILE = 1;
const FOLDER = 2;
const LINK = 64;

/** A window with the folder `memory:/texts`, and a text open in `memory:/lone`. */
const files = {
  getWorkspaceFolder: (uri: Uri) => (uri.toString().startsWith('memory:/texts') ? {} : undefined),
  textDocuments: [{ uri: URI.parse('memory:/lone/a.md') }],
  fs: {
    readDirectory: (uri: Uri) =>
      uri.path.endsWith('/gone')
        ? Promise.reject(new Error('gone'))
        : Promise.resolve([
            ['a.md', FILE],
            ['linked.md', FILE | LINK],
            ['deep', FOLDER],
            ['circle', FOLDER | LINK],
            ['pipe', 0],
          ]),
    stat: (uri: Uri) =>
      uri.path.endsWith('/gone')
        ? Promise.reject(new Error('gone'))
        : Promise.resolve({ type: uri.path.endsWith('/deep') ? FOLDER : FILE, size: 5 }),
    readFile: () => Promise.resolve(new Uint8Array([1, 2])),
  },
} as unknown as Source.Files;

describe('what a server without a disk is told of files', () => {
  let readFile: typeof Source.readFile;
  let readFolder: typeof Source.readFolder;
  before(async () => {
    ({ readFile, readFolder } = await inEditor<typeof Source>('client/src/machine/answer-files.ts'));
  });

  it('are the entries of open folders, but no links to folders', async () => {
    assert.deepEqual(await readFolder(files, 'memory:/texts'), [
      { name: 'a.md', kind: 'file' },
      { name: 'linked.md', kind: 'file' },
      { name: 'deep', kind: 'folder' },
    ]);
    assert.deepEqual(await readFolder(files, 'memory:/texts/gone'), []);
    assert.deepEqual(await readFolder(files, 'memory:/elsewhere'), []);
  });

  it('are the bytes of files in them, within the limit', async () => {
    const read = (uri: string, largest = 9) => readFile(files, { uri, largest });
    assert.deepEqual(await read('memory:/texts/a.md'), { status: 'read', bytes: new Uint8Array([1, 2]) });
    assert.deepEqual(await read('memory:/texts/a.md', 4), { status: 'large' });
    assert.deepEqual(await read('memory:/texts/deep'), { status: 'folder' });
    assert.deepEqual(await read('memory:/elsewhere/a.md'), { status: 'outside' });
    assert.deepEqual(await read('file:///etc/passwd'), { status: 'outside' });
    assert.deepEqual(await read('memory:/texts/gone'), { status: 'failed', reason: 'gone' });
  });
});
