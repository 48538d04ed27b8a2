import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync, appendFileSync } from 'node:fs'; // prettier-ignore
import net from 'node:net';
import path from 'node:path';
import { lookAtOpened, READ_ONCE, type Meanwhile } from '../../../server/src/hosts/reading/opened.ts';
import { NodeFileSystem } from '../../../server/src/hosts/node-file-system.ts';
import { Files } from '../../../server/src/hosts/reading/files.ts';
import { SECRET, swaps, workspaceBesideSecret } from '../../support/swapped-files.ts';

const LIMIT = 4096;

/** Both ways in which files are read: a status, or the text that came. */
const ways: Readonly<Record<string, (root: string, file: string, meanwhile?: Meanwhile) => Promise<string>>> =
  {
    'with others having their turn': async (root, file, meanwhile) => {
      const content = await new NodeFileSystem(root, { largest: () => LIMIT, meanwhile }).read(file);
      return content.status === 'read' ? new TextDecoder().decode(content.bytes) : content.status;
    },
    'at once': (root, file, meanwhile) => {
      const files = new Files(root, LIMIT, meanwhile);
      const found = files.look(file);
      const bytes = 'status' in found ? found : files.bytes(found);
      return Promise.resolve('status' in bytes ? bytes.status : new TextDecoder().decode(bytes));
    },
  };

for (const [way, read] of Object.entries(ways))
  describe(`a file that is read ${way}`, () => {
    let home: string;
    let root: string;

    beforeEach(() => ({ home, root } = workspaceBesideSecret()));
    afterEach(() => rmSync(home, { recursive: true }));

    for (const [what, swap] of Object.entries(swaps))
      it(`is not what somebody put there after it was looked at: ${what}`, async () => {
        const swapped: string[] = [];
        const answer = await read(root, 'chapters/one.md', (step) => {
          if (step !== 'looked') return;
          swapped.push(what);
          swap(root);
        });
        assert.equal(swapped.length, 1);
        assert.ok(['outside', 'failed', 'folder', 'missing'].includes(answer), answer);
      });

    for (const [what, swap] of Object.entries(swaps))
      it(`is what was opened, whatever came to its place then: ${what}`, async () => {
        const answer = await read(root, 'chapters/one.md', (step) => step === 'opened' && swap(root));
        assert.ok(['own words\n', 'outside'].includes(answer), answer);
        assert.notEqual(answer, SECRET);
      });

    it('is not believed where its folder leads out only while it is opened', async () => {
      const [there, aside] = [path.join(root, 'chapters'), path.join(root, 'aside')];
      const answer = await read(root, 'chapters/one.md', (step) => {
        if (step === 'looked') {
          renameSync(there, aside);
          symlinkSync('../elsewhere', there);
        } else {
          rmSync(there);
          renameSync(aside, there);
        }
      });
      assert.equal(answer, 'outside');
    });

    it('may be reached by links that stay inside', async () => {
      symlinkSync('chapters', path.join(root, 'texts'));
      symlinkSync('texts/one.md', path.join(root, 'link.md'));
      for (const file of ['link.md', 'texts/one.md']) assert.equal(await read(root, file), 'own words\n');
    });

    it('is a file, or refused: pipes, sockets, devices, folders', async () => {
      execFileSync('mkfifo', [path.join(root, 'pipe.md')]);
      symlinkSync('pipe.md', path.join(root, 'to-pipe.md'));
      symlinkSync('/dev/zero', path.join(root, 'zero.md'));
      symlinkSync('/proc/self/environ', path.join(root, 'environ.md'));
      mkdirSync(path.join(root, 'folder.md'));
      const socket = net.createServer();
      await new Promise<void>((resolve) => socket.listen(path.join(root, 'socket.md'), resolve));
      try {
        const expected = {
          'pipe.md': 'failed',
          'to-pipe.md': 'failed',
          'zero.md': 'outside',
          'environ.md': 'outside',
          'folder.md': 'folder',
          'socket.md': 'failed',
        };
        for (const [file, status] of Object.entries(expected))
          assert.equal(await read(root, file), status, file);
      } finally {
        socket.close();
      }
    });

    it('is refused where it is larger than the limit, before any of it is read', async () => {
      const large = path.join(root, 'large.md');
      writeFileSync(large, 'x'.repeat(LIMIT));
      assert.equal((await read(root, 'large.md')).length, LIMIT);
      appendFileSync(large, 'x');
      assert.equal(await read(root, 'large.md'), 'large');
      // Nobody could hold so much.
      truncateSync(large, 2 ** 40);
      assert.equal(await read(root, 'large.md'), 'large');
    });

    it('is refused where it grows beyond the limit while it is opened', async () => {
      const grow = (at: string) => (step: string) =>
        step === at && truncateSync(path.join(root, 'one.md'), 2 ** 40);
      assert.equal(await read(root, 'one.md', grow('looked')), 'large');
      truncateSync(path.join(root, 'one.md'), 10);
      assert.equal(await read(root, 'one.md', grow('opened')), 'large');
    });
  });

describe('an open file', () => {
  it('is looked at, not its path', () => {
    const { home, root } = workspaceBesideSecret();
    const handle = openSync(path.join(home, 'elsewhere', 'one.md'), READ_ONCE);
    try {
      const own = path.join(root, 'one.md');
      const outside = { status: 'outside', reason: null };
      assert.deepEqual(lookAtOpened(handle, own, root, LIMIT), outside);
      // Where a system does not tell where it lies, the path must lead to the very same file.
      assert.deepEqual(
        lookAtOpened(handle, own, root, LIMIT, () => null),
        outside,
      );
      const there = path.join(root, 'there.md');
      symlinkSync('../elsewhere/one.md', there);
      assert.deepEqual(
        lookAtOpened(handle, there, root, LIMIT, () => null),
        outside,
      );
      assert.ok('ino' in lookAtOpened(handle, there, home, LIMIT, () => null));
    } finally {
      closeSync(handle);
      rmSync(home, { recursive: true });
    }
  });
});
