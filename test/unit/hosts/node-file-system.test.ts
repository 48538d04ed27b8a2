import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NodeFileSystem } from '../../../server/src/hosts/node-file-system.ts';
import { skip, UNICODE_NAMES } from '../../support/skip.ts';

/** A byte that stands alone in no UTF-8. */
const ODD = Buffer.from([0xe9]);

describe('files on this machine', () => {
  let root = '';
  let fileSystem: NodeFileSystem;

  before(() => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-'));
    root = path.join(folder, 'workspace');
    for (const inside of ['chapter.md', '.hidden', 'node_modules']) mkdirSync(path.join(root, inside), { recursive: true }); // prettier-ignore
    writeFileSync(path.join(folder, 'secret.md'), 'secret');
    writeFileSync(path.join(root, 'one.md'), 'one');
    writeFileSync(path.join(root, 'chapter.md', 'two.md'), 'two');
    writeFileSync(path.join(root, '.hidden', 'three.md'), 'three');
    writeFileSync(path.join(root, 'node_modules', 'four.md'), 'four');
    symlinkSync('one.md', path.join(root, 'link.md'));
    symlinkSync(path.join(folder, 'secret.md'), path.join(root, 'out.md'));
    symlinkSync(folder, path.join(root, 'up'));
    symlinkSync('round.md', path.join(root, 'round.md'));
    execFileSync('mkfifo', [path.join(root, 'pipe.md')]);
    fileSystem = new NodeFileSystem(root);
  });

  after(() => rmSync(path.dirname(root), { recursive: true }));

  it('are listed where they lie in the workspace, links within it too', async () => {
    const listed: string[] = [];
    for await (const file of fileSystem.list(new AbortController().signal)) listed.push(file);
    assert.deepEqual(listed.sort(), ['chapter.md/two.md', 'link.md', 'one.md']);
  });

  it('are found by a path that differs in spelling alone, in folders that may be read', async () => {
    const outer = path.dirname(root);
    for (const folder of ['workspace/Papers', 'allowed papers', 'other'])
      mkdirSync(path.join(outer, folder), { recursive: true });
    for (const file of [
      'workspace/Papers/Le\u0301e 1.PDF',
      'workspace/Papers/a.pdf',
      'workspace/Papers/A.pdf',
      'allowed papers/b.pdf',
      'other/c.pdf',
    ])
      writeFileSync(path.join(outer, file), '');
    symlinkSync(path.join(outer, 'other'), path.join(root, 'Papers', 'Away'));
    const some = new NodeFileSystem(root, {
      permission: () => ({ folders: [path.join(outer, 'allowed papers')], follows: false }),
    });
    try {
      assert.equal(await some.respelled('papers/L\u00e9e%201.pdf'), 'Papers/Le\u0301e 1.PDF');
      assert.equal(await some.respelled('papers/a.PDF'), null);
      assert.equal(await some.respelled('papers/gone.pdf'), null);
      assert.equal(await some.respelled('papers/away/C.pdf'), null);
      assert.equal(
        await some.respelled(`${outer}/allowed%20papers/B.pdf`),
        path.join(outer, 'allowed papers', 'b.pdf'),
      );
      assert.equal(await some.respelled(`${outer}/other/C.pdf`), null);
      assert.equal(await fileSystem.respelled(`${outer}/allowed papers/B.pdf`), null);
    } finally {
      for (const folder of ['workspace/Papers', 'allowed papers', 'other'])
        rmSync(path.join(outer, folder), { recursive: true });
    }
  });

  it('beside a lone file are listed where they may be its bibliography, and no further', async () => {
    for (const name of ['works.bib', 'data.json', 'sicetnon.yaml', '_quarto.yml', 'chapter.md/more.bib'])
      writeFileSync(path.join(root, name), '');
    try {
      const listed: string[] = [];
      for await (const file of new NodeFileSystem(root, { listed: false }).list(new AbortController().signal))
        listed.push(file);
      assert.deepEqual(listed.sort(), ['data.json', 'works.bib']);
    } finally {
      for (const name of ['works.bib', 'data.json', 'sicetnon.yaml', '_quarto.yml', 'chapter.md/more.bib'])
        rmSync(path.join(root, name));
    }
  });

  it('in a folder that cannot be opened are not listed, which is said once', async function () {
    if (process.platform !== 'linux') return skip(this, UNICODE_NAMES);
    const [folder, file] = [`${root}/caf`, `${root}/na`].map((head) =>
      Buffer.concat([Buffer.from(head), ODD]),
    );
    mkdirSync(folder!);
    writeFileSync(file!, 'words');
    try {
      const said: string[] = [];
      const files = new NodeFileSystem(root, { warn: (message) => said.push(message) });
      for (const _ of [1, 2]) {
        const listed: string[] = [];
        for await (const each of files.list(new AbortController().signal)) listed.push(each);
        assert.ok(
          listed.includes('na\ufffd'),
          'what lies there is listed, so that it is told to be unreadable',
        );
      }
      const why = 'its name is not written in UTF-8, so that it has to be renamed';
      assert.deepEqual(said, [`The folder “caf\ufffd” was passed over: ${why}.`]);
      assert.deepEqual(await files.read('na\ufffd'), { status: 'failed', reason: why });
    } finally {
      rmSync(folder!, { recursive: true });
      rmSync(file!);
    }
  });

  const cases: [path: string, status: string][] = [
    ['one.md', 'read'],
    ['link.md', 'read'],
    ['chapter.md/two.md', 'read'],
    ['chapter.md', 'folder'],
    ['gone.md', 'missing'],
    ['one.md/two.md', 'missing'],
    ['out.md', 'outside'],
    ['up/secret.md', 'outside'],
    ['../secret.md', 'outside'],
    ['round.md', 'failed'],
    ['pipe.md', 'failed'],
  ];
  for (const [file, status] of cases)
    it(`${file}: ${status}`, async () => assert.equal((await fileSystem.read(file)).status, status));
});
