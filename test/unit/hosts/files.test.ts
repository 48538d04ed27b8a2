import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Files, type FileOnDisk } from '../../../server/src/hosts/reading/files.ts';

describe('files read one after the other', () => {
  let root: string;

  beforeEach(() => (root = mkdtempSync(path.join(os.tmpdir(), 'sicetnon-files-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  const sizes = [0, 10, (1 << 17) - 1, 1 << 17, (1 << 17) + 1, 500_000, 3];

  it('are each read whole, the small behind the large', () => {
    const contents = sizes.map((size, i) => Buffer.alloc(size, 97 + i));
    contents.forEach((bytes, i) => writeFileSync(path.join(root, `${i}.md`), bytes));
    const files = new Files(root);
    for (const [i, bytes] of contents.entries())
      assert.ok(bytes.equals(files.bytes(files.look(`${i}.md`) as FileOnDisk) as Uint8Array), `file ${i}`);
  });

  it('are read to their end though they have grown since they were looked at', () => {
    const file = path.join(root, 'grows.md');
    writeFileSync(file, 'a');
    const files = new Files(root);
    const known = files.look('grows.md') as FileOnDisk;
    appendFileSync(file, 'b'.repeat(1 << 19));
    assert.equal((files.bytes(known) as Uint8Array).length, (1 << 19) + 1);
  });

  it('are refused with a reason where they went meanwhile', () => {
    const file = path.join(root, 'goes.md');
    writeFileSync(file, 'a');
    const files = new Files(root);
    const known = files.look('goes.md') as FileOnDisk;
    rmSync(file);
    assert.deepEqual(files.bytes(known), { status: 'missing', reason: null });
  });
});
